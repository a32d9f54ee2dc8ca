/* process.c - What a process may have only one of.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Only the thread that starts Python is here, with the lock of load.c.  The
   GIL is not needed.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <dlfcn.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include "libobjmode.h"

/* The libobjmode that runs Python, by the address of its own OWNER.  Where
   there are several copies, of several versions even, as in wheels that
   bring one along, it is the OWNER of the copy that was loaded first which
   counts; the others find it by the name, which is part of the ABI.  */
static void *owner;
extern void *__om_process
  __attribute__ ((alias ("owner"), visibility ("default")));

/* Return the file that ADDRESS is in.  */

static const char *
file_of (void *address)
{
  Dl_info info;

  return dladdr (address, &info) && info.dli_fname ? info.dli_fname : "?";
}

/* Make this libobjmode the only one that uses Python.  Return NULL, or what
   is wrong, to be freed.  */

char *
ol_claim_process (void)
{
  struct ol_names names;
  void **first = NULL, *other = NULL;

  ol_list_objects (&names);
  for (size_t i = 0; i < names.n; i++)
    {
      void *handle = NULL;
      if (!first)
	first = ol_defined_in (names.name[i], "__om_process", &handle);
      /* It stays where it is: a libobjmode is never unloaded.  */
      if (handle)
	dlclose (handle);
      free (names.name[i]);
    }
  free (names.name);
  if (!first)
    first = &owner;
  if (__atomic_compare_exchange_n (first, &other, &owner, 0, __ATOMIC_ACQ_REL,
				   __ATOMIC_ACQUIRE)
      || other == &owner)
    return NULL;
  return ol_format ("there are two copies of libobjmode in this process: %s, "
		    "which already uses Python, and %s", file_of (other),
		    file_of (&owner));
}

/* A message of CPython's own lock.  It is in three parts so that a program
   that is linked with this file is not taken for a Python.  */
static const char *const mark[] = { "PyCOND_WAIT", "(gil->cond)", " failed" };

/* Return 1 if TEXT is in the SIZE bytes at P.  AddressSanitizer would report
   reads of what is between variables, and so would its memmem, which is the
   one of a program that has it.  */

static __attribute__ ((no_sanitize ("address"))) int
contains_p (const char *p, size_t size, const char *text)
{
  size_t length = strlen (text);

  for (; size >= length; p++, size--)
    if (*p == *text)
      {
	size_t i = 1;
	while (i < length && p[i] == text[i])
	  i++;
	if (i == length)
	  return 1;
      }
  return 0;
}

/* Look for a Python in the program, the first object, that DATA is to tell
   of, an int.  A Python takes a megabyte at least.  */

static int
look_for_mark (struct dl_phdr_info *info, size_t size, void *data)
{
  char text[64] = "";

  (void) size;
  for (size_t i = 0; i < sizeof mark / sizeof *mark; i++)
    strcat (text, mark[i]);
  for (int i = 0; i < info->dlpi_phnum && !*(int *) data; i++)
    {
      const ElfW (Phdr) *p = &info->dlpi_phdr[i];
      if (p->p_type == PT_LOAD && (p->p_flags & (PF_R | PF_W)) == PF_R
	  && p->p_filesz > 1 << 18)
	*(int *) data = contains_p ((char *) info->dlpi_addr + p->p_vaddr,
				    p->p_filesz, text);
    }
  return 1;
}

/* Return 1 if the program contains a Python that exports no symbols.  Then
   extension modules could not be loaded into it, and would see the symbols
   of a second one instead.  */

int
ol_hidden_python_p (void)
{
  int found = 0;

  dl_iterate_phdr (look_for_mark, &found);
  return found;
}
