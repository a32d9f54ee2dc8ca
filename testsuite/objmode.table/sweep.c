/* sweep.c - Counting what is allocated, and letting allocations fail.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   CPython's allocators are hooked by PyMem_SetAllocator, which is looked up
   in the libpython that libobjmode has loaded.  malloc is replaced by this
   program's own, in front of glibc's.  */

#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <objmode.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sweep.h"

/* PyMemAllocatorEx.  */
struct allocator
{
  void *context;
  void *(*malloc) (void *context, size_t);
  void *(*calloc) (void *context, size_t, size_t);
  void *(*realloc) (void *context, void *, size_t);
  void (*free) (void *context, void *);
};

static struct allocator original[3];	/* RAW, MEM, OBJ.  */
static int hooked;

/* Only allocations of this thread fail.  */
static __thread long countdown;
static __thread int in_c, lasts, near_only;
static __thread int failed;
static long n_mallocs;

/* Return 1 if the innermost of objmode's functions, of those that run Python
   code and, if NUMPY, of NumPy's is one of objmode's.  */
static int
direct_p (int numpy)
{
  void *frames[64];
  int n = backtrace (frames, 64);

  for (int i = 0; i < n; i++)
    {
      Dl_info info;
      if (!dladdr (frames[i], &info) || !info.dli_fname)
	continue;
      if (strstr (info.dli_fname, "libobjmode.so")
	  || strstr (info.dli_fname, "objmode-core"))
	return 1;
      if ((numpy && strstr (info.dli_fname, "numpy"))
	  || (info.dli_sname
	      && strcmp (info.dli_sname, "_PyEval_EvalFrameDefault") == 0))
	return 0;
    }
  return 0;
}

/* Return 1 if this allocation is to fail, by malloc if C.  */
static int
fails_p (int c)
{
  if (c != in_c || countdown == 0 || (near_only && !direct_p (0)))
    return 0;
  if (countdown > 1)
    {
      countdown--;
      return 0;
    }
  countdown = 0;
  if (!failed)
    failed = 1 + direct_p (1);
  countdown = lasts;
  return 1;
}

static void *
hook_malloc (void *context, size_t size)
{
  struct allocator *a = context;

  return fails_p (0) ? NULL : a->malloc (a->context, size);
}

static void *
hook_calloc (void *context, size_t n, size_t size)
{
  struct allocator *a = context;

  return fails_p (0) ? NULL : a->calloc (a->context, n, size);
}

static void *
hook_realloc (void *context, void *p, size_t size)
{
  struct allocator *a = context;

  return fails_p (0) ? NULL : a->realloc (a->context, p, size);
}

static void
hook_free (void *context, void *p)
{
  struct allocator *a = context;

  a->free (a->context, p);
}

/* Put the hooks in place, once.  */
static void
hook (void)
{
  void (*get) (int, struct allocator *)
    = (void (*) (int, struct allocator *)) dlsym (RTLD_DEFAULT,
						  "PyMem_GetAllocator");
  void (*set) (int, struct allocator *)
    = (void (*) (int, struct allocator *)) dlsym (RTLD_DEFAULT,
						  "PyMem_SetAllocator");

  if (!get || !set)
    {
      fprintf (stderr, "Python has not been started\n");
      abort ();
    }
  for (int domain = 0; domain < 3; domain++)
    {
      struct allocator mine = { &original[domain], hook_malloc, hook_calloc,
				hook_realloc, hook_free };
      get (domain, &original[domain]);
      set (domain, &mine);
    }
  hooked = 1;
}

int
fail_allocation (long n, int lasting, int c, int near)
{
  int result = failed;

  if (!hooked)
    {
      hook ();
      /* The first backtrace loads a library.  */
      direct_p (1);
    }
  failed = 0;
  lasts = lasting;
  in_c = c;
  near_only = near;
  countdown = n;
  return result;
}

/* malloc and its like.  */
extern void *__libc_malloc (size_t);
extern void *__libc_calloc (size_t, size_t);
extern void *__libc_realloc (void *, size_t);
extern void __libc_free (void *);

static void *
counted (void *p)
{
  if (p)
    __atomic_add_fetch (&n_mallocs, 1, __ATOMIC_RELAXED);
  return p;
}

static void *
no_memory (void)
{
  errno = ENOMEM;
  return NULL;
}

void *
malloc (size_t size)
{
  return fails_p (1) ? no_memory () : counted (__libc_malloc (size));
}

void *
calloc (size_t n, size_t size)
{
  return fails_p (1) ? no_memory () : counted (__libc_calloc (n, size));
}

void *
realloc (void *p, size_t size)
{
  void *q;

  if (fails_p (1))
    return no_memory ();
  q = __libc_realloc (p, size);
  if (!p && q)
    counted (q);
  else if (p && !q && size == 0)
    __atomic_sub_fetch (&n_mallocs, 1, __ATOMIC_RELAXED);
  return q;
}

void
free (void *p)
{
  if (p)
    __atomic_sub_fetch (&n_mallocs, 1, __ATOMIC_RELAXED);
  __libc_free (p);
}

void
collect (void)
{
  with_objmode () { R"(
    import gc
    # What was there before the rows need not be looked through again.
    if not gc.get_freeze_count():
        gc.freeze()
    gc.collect()
  )"; }
}

/* What is watched: addresses of objects, which sys.modules keeps alive.  */
static OBJMODE_ARRAY (uintptr_t, 1) watched;

long
watch (void)
{
  int rc;

  with_objmode (watched, error (rc)) { R"(
    import gc, sys
    import numpy as np
    gc.collect()
    objects = {id(o): o for o in gc.get_objects()}
    # dtypes, strings, numbers are not in the garbage collector's lists.
    for o in gc.get_referents(*objects.values()):
        objects[id(o)] = o
    for o in (None, True, False, (), '', b'', NotImplemented, Ellipsis):
        objects[id(o)] = o
    sys.modules['watched'] = objects
    watched = np.fromiter(objects, np.uintp, len(objects))
  )"; }
  return rc ? 0 : watched.shape[0];
}

/* Return the references to what is watched.  */
static long
count_watched (void)
{
  unsigned long n = 0;

  /* ob_refcnt comes first, if objects are not in a list of their own
     (Py_TRACE_REFS).  */
  for (ptrdiff_t i = 0; i < watched.shape[0]; i++)
    n += *(const unsigned long *) watched.data[i];
  return n;
}

void
plant_leak (int objects)
{
  with_objmode () { R"(
    import ctypes, fractions, sys
    if objects:
        sys.modules.setdefault('planted', []).append([object(), object()])
    else:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(fractions.Fraction))
  )"; }
}

struct held
held_now (void)
{
  struct held held;
  long references, blocks;

  with_objmode (blocks) { R"(
    import sys
    # The cache of the attributes of types keeps names, in whatever order.
    if hasattr(sys, '_clear_internal_caches'):
        sys._clear_internal_caches()
    else:
        sys._clear_type_cache()
    blocks = sys.getallocatedblocks()
  )"; }
  with_objmode (references) { R"(
    import sys
    references = getattr(sys, 'gettotalrefcount', int)()
  )"; }
  held.references = references;
  held.watched = count_watched ();
  held.blocks = blocks;
  held.mallocs = n_mallocs;
  return held;
}

int
grown_p (struct held before, struct held after, long n)
{
  return (after.references - before.references >= n
	  || after.watched - before.watched >= n
	  || after.blocks - before.blocks >= n
	  || after.mallocs - before.mallocs >= n);
}

int
same_p (struct held before, struct held after)
{
  return (after.references == before.references
	  && after.watched == before.watched
	  && after.blocks == before.blocks && after.mallocs == before.mallocs);
}
