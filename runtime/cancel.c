/* cancel.c - Whether threads may be cancelled.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A block must not be cancelled: whoever wants the GIL after that would wait
   for ever.  To disable cancellation costs a quarter of a crossing, so it is
   done only if something in the process calls pthread_cancel, which shows in
   the relocations of the loaded files.

   The core asks when a thread enters Python for the first time, so any
   thread may be here, and the GIL is not needed.  What was found is kept in
   an atomic word.  No lock but the dynamic linker's own is taken.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <link.h>
#include <string.h>
#include "libobjmode.h"

#define NAME "pthread_cancel"

/* What search knows.  */
struct search
{
  unsigned long long adds;	/* How often files have been loaded.  */
  int found;
};

/* Return where VALUE, an address of a dynamic section, lies in INFO.  */

static const void *
address_in (const struct dl_phdr_info *info, ElfW (Addr) value)
{
  return (const void *) (value < info->dlpi_addr ? info->dlpi_addr + value
			 : value);
}

/* Return 1 if one of the SIZE bytes of relocations at RELA names
   pthread_cancel, by SYMBOLS and STRINGS.  */

static int
names_cancel_p (const ElfW (Rela) *rela, size_t size,
		const ElfW (Sym) *symbols, const char *strings)
{
  for (size_t i = 0; i < size / sizeof *rela; i++)
    {
      size_t n = (sizeof (void *) == 8 ? ELF64_R_SYM (rela[i].r_info)
		  : ELF32_R_SYM (rela[i].r_info));
      if (n != 0
	  && strcmp (strings + symbols[n].st_name, NAME) == 0)
	return 1;
    }
  return 0;
}

/* Return 1 if the file INFO with the dynamic section D calls
   pthread_cancel.  */

static int
calls_cancel_p (const struct dl_phdr_info *info, const ElfW (Dyn) *d)
{
  const ElfW (Rela) *tables[2] = { NULL, NULL };
  size_t sizes[2] = { 0, 0 };
  const ElfW (Sym) *symbols = NULL;
  const char *strings = NULL;
  size_t length = 0;

  for (; d->d_tag != DT_NULL; d++)
    switch (d->d_tag)
      {
      case DT_SYMTAB: symbols = address_in (info, d->d_un.d_ptr); break;
      case DT_STRTAB: strings = address_in (info, d->d_un.d_ptr); break;
      case DT_STRSZ: length = d->d_un.d_val; break;
      case DT_RELA: tables[0] = address_in (info, d->d_un.d_ptr); break;
      case DT_RELASZ: sizes[0] = d->d_un.d_val; break;
      case DT_JMPREL: tables[1] = address_in (info, d->d_un.d_ptr); break;
      case DT_PLTRELSZ: sizes[1] = d->d_un.d_val; break;
      /* Another format: it is safer to say yes.  */
      case DT_REL: return 1;
      }
  /* To search the names is quicker than to follow each relocation.  */
  if (!symbols || !strings || !memmem (strings, length, NAME, sizeof NAME))
    return 0;
  return ((tables[0]
	   && names_cancel_p (tables[0], sizes[0], symbols, strings))
	  || (tables[1]
	      && names_cancel_p (tables[1], sizes[1], symbols, strings)));
}

/* dl_iterate_phdr's callback: look at the file INFO for DATA, a struct search.
   Return 1 if nothing more need be looked at.  */

static int
search_file (struct dl_phdr_info *info, size_t size, void *data)
{
  static unsigned long long seen;
  struct search *search = data;

  if (search->adds == 0 && size >= offsetof (struct dl_phdr_info, dlpi_subs))
    {
      search->adds = info->dlpi_adds;
      if (__atomic_exchange_n (&seen, search->adds, __ATOMIC_RELAXED)
	  == search->adds)
	return 1;
    }
  for (int i = 0; i < info->dlpi_phnum; i++)
    if (info->dlpi_phdr[i].p_type == PT_DYNAMIC)
      search->found
	= calls_cancel_p (info, (const ElfW (Dyn) *)
			  (info->dlpi_addr + info->dlpi_phdr[i].p_vaddr));
  return search->found;
}

/* Return 1 if threads of this process may be cancelled, as far as the files say
   that have been loaded.  Cheap, if no file has been loaded since.  */

int
ol_cancel_p (void)
{
  static int found;
  struct search search = { 0, 0 };

  if (found)
    return 1;
  dl_iterate_phdr (search_file, &search);
  if (search.found)
    found = 1;
  return search.found;
}
