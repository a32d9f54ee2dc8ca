/* unit.c - The translation units of the process, and the first run.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Constructors of units come here on the thread that loads a file, first runs
   of blocks on any thread; the GIL is not needed.  A lock protects the list of
   units, whose nodes are never freed.  Once a block was prepared it does not
   come here again.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdlib.h>
#include <stdio.h>
#include <sys/auxv.h>
#include "libobjmode.h"

/* A unit of another ABI is refused by what is at these places, which are the
   same in every ABI.  */
#define FROZEN(RECORD, MEMBER, POINTERS, BYTES)				\
  _Static_assert (offsetof (struct __objmode_##RECORD, MEMBER)		\
		  == (POINTERS) * sizeof (void *) + (BYTES),		\
		  #MEMBER " of __objmode_" #RECORD " has moved")
FROZEN (unit, abi, 0, 0);
FROZEN (unit, flags, 0, 4);
FROZEN (unit, name, 0, 8);
FROZEN (unit, file, 1, 8);
FROZEN (block, run, 0, 0);
FROZEN (block, state, 1, 0);
FROZEN (block, unit, 2, 0);
FROZEN (block, function, 3, 0);
FROZEN (block, file, 4, 0);
FROZEN (block, flags, 8, 4);
FROZEN (block, line, 8, 12);
FROZEN (once, unit, 0, 0);
FROZEN (interval, unit, 0, 0);
FROZEN (interval, next, 1, 0);
FROZEN (hold, unit, 0, 0);

/* Guards the list of units: FIRST to END, and NODES.  */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct objmode_unit_node *first;
static struct objmode_unit_node **end = &first;

/* The nodes of the first units: a program that reaches no block need not even
   start malloc.  */
static struct objmode_unit_node nodes[4];
static unsigned n_nodes;

/* A fork begins: no other thread has LOCK in the child.  */

void
ol_begin_fork_of_units (void)
{
  pthread_mutex_lock (&lock);
}

/* Release the lock of the units after a fork, in the parent or the child.  */

void
ol_end_fork_of_units (void)
{
  pthread_mutex_unlock (&lock);
}

/* Return true if UNIT is in the program's own file, which nobody can close.
   False may be wrong.  */

static int
in_program_p (const struct __objmode_unit *unit)
{
  const ElfW(Phdr) *header = (const ElfW(Phdr) *) getauxval (AT_PHDR);
  unsigned long n = header ? getauxval (AT_PHNUM) : 0, i;
  uintptr_t bias = (uintptr_t) header;

  for (i = 0; i < n && header[i].p_type != PT_PHDR; i++)
    ;
  if (i == n)
    return 0;
  bias -= header[i].p_vaddr;
  for (i = 0; i < n; i++)
    if (header[i].p_type == PT_LOAD
	&& (uintptr_t) unit - bias - header[i].p_vaddr < header[i].p_memsz)
      return 1;
  return 0;
}

/* Keep the file that UNIT is in: Python may come back to it after its
   last user has closed it.  */

static void
keep_file (struct __objmode_unit *unit)
{
  Dl_info info;

  if (in_program_p (unit))
    return;
  if (dladdr (unit, &info) && info.dli_fname && info.dli_fname[0])
    {
      void *handle = dlopen (info.dli_fname,
			     RTLD_LAZY | RTLD_NOLOAD | RTLD_NODELETE);
      if (handle)
	dlclose (handle);
    }
}

/* Return a new node for UNIT, the last one of the list, or NULL without memory.
   REFUSAL says why the unit cannot run, or is NULL.  The caller has LOCK.  */

static struct objmode_unit_node *
add_node (struct __objmode_unit *unit, const char *refusal)
{
  struct objmode_unit_node *node
    = (n_nodes < sizeof nodes / sizeof nodes[0] ? &nodes[n_nodes++]
       : calloc (1, sizeof *node));

  if (!node)
    return NULL;
  node->unit = unit;
  node->refusal = refusal;
  __atomic_store_n (end, node, __ATOMIC_RELEASE);
  end = &node->next;
  return node;
}

/* Return the node of UNIT, which is of this library's ABI.  The node is made at
   the first call.  Return NULL without memory.  Any thread, GIL not needed.  */

struct objmode_unit_node *
ol_unit_node (struct __objmode_unit *unit)
{
  struct objmode_unit_node *node
    = __atomic_load_n ((struct objmode_unit_node **) &unit->state,
		       __ATOMIC_ACQUIRE);

  if (node)
    return node;
  pthread_mutex_lock (&lock);
  node = unit->state;
  if (!node)
    {
      node = add_node (unit, NULL);
      if (node)
	__atomic_store_n ((struct objmode_unit_node **) &unit->state, node,
			  __ATOMIC_RELEASE);
    }
  pthread_mutex_unlock (&lock);
  return node;
}

/* Return the first node, or NULL.  The others follow by `next'.  */

struct objmode_unit_node *
ol_first_unit (void)
{
  return __atomic_load_n (&first, __ATOMIC_ACQUIRE);
}

/* Return why FILE cannot run, which was compiled for the ABI of UNIT and not
   for this library's.  Malloced, or NULL without memory.  */

static char *
abi_refusal (const char *file, const struct __objmode_unit *unit)
{
  return ol_format ("%s was compiled by an objmode plugin of ABI %u, but "
		    "this libobjmode has ABI %d; compile the file again",
		    file, (unsigned) unit->abi, OBJMODE_ABI);
}

/* Remember UNIT, which is of another ABI, so that an import of its module tells
   why the module does not exist.  Only the frozen members of UNIT are read, and
   nothing is written to it.  */

static void
remember_refused (struct __objmode_unit *unit)
{
  char *refusal = abi_refusal (unit->file, unit);

  pthread_mutex_lock (&lock);
  if (!refusal || !add_node (unit, refusal))
    free (refusal);
  pthread_mutex_unlock (&lock);
}

/* Make UNIT known, so that others can import its module.  The constructor of
   each unit calls this, before main or in dlopen, without the GIL or with
   it.  */

OL_EXPORT void
__objmode_link_with_lobjmode (struct __objmode_unit *unit)
{
  if (unit->abi == OBJMODE_ABI)
    ol_unit_node (unit);
  else
    remember_refused (unit);
  keep_file (unit);
}

/* The name in object files of 0.1, which are told to be compiled again.  */
extern __typeof (__objmode_link_with_lobjmode) __objmode_register OL_EXPORT
  __attribute__ ((alias ("__objmode_link_with_lobjmode")));

/* Return a failure of BLOCK that MESSAGE, which is freed, tells.  */

static struct objmode_failure *
block_failure (const struct __objmode_block *block, char *message)
{
  char *text = ol_format ("%s:%d: in %s\nRuntimeError: %s\n",
			  block->file, (int) block->line, block->function,
			  message ? message : "out of memory");
  struct objmode_error_info info = {
    .type = "RuntimeError", .message = message ? message : "out of memory",
    .traceback = text, .file = block->file, .function = block->function,
    .line = block->line
  };
  struct objmode_failure *failure = ol_make_failure (&info);

  free (text);
  free (message);
  return failure;
}

/* Start Python, or use the one that runs, and hand BLOCK and FRAME over to
   the core.  Return an enum objmode_status.  */

static int
first_run (struct __objmode_block *block, void *frame)
{
  struct objmode_failure *failure = NULL;
  const struct objmode_core *core;

  if (block->unit->abi != OBJMODE_ABI)
    return ol_fail (block,
		    block_failure (block,
				   abi_refusal (block->file, block->unit)));
  core = ol_core ();
  if (!core)
    {
      if (ol_starting_p ())
	return ol_fail (block, ol_early_failure (block));
      if (ol_start (NULL, &failure) != 0)
	{
	  char *message = ol_format ("%s", failure->info.message);
	  ol_store_failure (failure);
	  return ol_fail (block, block_failure (block, message));
	}
      core = ol_core ();
    }
  return core->first_run (block, frame);
}

/* What BLOCK->run is before the first run: start Python, hand over to the
   core, which replaces it.  FRAME is the block's.  Return an enum
   objmode_status.  Any thread, with or without the GIL.  */

OL_EXPORT int
__objmode_first_run (struct __objmode_block *block, void *frame)
{
  int saved_errno = errno, state, status;

  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  status = first_run (block, frame);
  pthread_setcancelstate (state, NULL);
  errno = saved_errno;
  return status;
}
