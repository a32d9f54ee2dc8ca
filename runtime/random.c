/* random.c - The functions of objmode-random.h.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Any thread may call these functions, with or without the GIL.  Generators are
   made by NumPy, which the core asks.  Numbers are drawn without Python: normal
   and exponential ones by NumPy's own C functions, which the core finds when
   the first of them is drawn.  There are no locks; the two pointers to these
   functions are atomic words that change once.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "libobjmode.h"
#include "objmode-random.h"

/* A function of NumPy that draws a number by a bitgen_t.  */
typedef double draw_fn (void *bits);

static draw_fn first_normal, first_exponential;
static draw_fn *normal = first_normal, *exponential = first_exponential;

/* Return the core, after Python has been started if need be.  Return NULL after
   a failure, which is then the last one of this thread.  */

static const struct objmode_core *
core_or_failure (void)
{
  return objmode_start (NULL) == 0 ? ol_core () : NULL;
}

/* End the process with the message that FUNCTION has been called with an empty
   generator.  */

static _Noreturn __attribute__ ((cold, noinline)) void
refuse_empty (const char *function)
{
  ol_complain ("libobjmode: %s: the generator is empty\n", function);
  abort ();
}

/* Ask the core for NumPy's functions.  If it does not find them, end the
   process with a message that says why.  */

static void
find_functions (void)
{
  const struct objmode_core *core = core_or_failure ();
  const objmode_error_info *info;
  struct objmode_failure *failure;
  void *functions[2];

  if (core)
    {
      failure = core->rng_functions (functions);
      if (!failure)
	{
	  __atomic_store_n (&normal, (draw_fn *) functions[0],
			    __ATOMIC_RELEASE);
	  __atomic_store_n (&exponential, (draw_fn *) functions[1],
			    __ATOMIC_RELEASE);
	  return;
	}
      ol_store_failure (failure);
    }
  info = objmode_error ();
  ol_complain ("libobjmode: objmode_rng_normal and objmode_rng_exponential "
	       "need NumPy: %s: %s\n", info->type, info->message);
  abort ();
}

/* Draw the first number of the process from BITS.  Return it.  */

static double
first_normal (void *bits)
{
  find_functions ();
  return normal (bits);
}

/* Draw the first number of the process from BITS.  Return it.  */

static double
first_exponential (void *bits)
{
  find_functions ();
  return exponential (bits);
}

/* Return a number from the standard normal distribution that RNG draws.  */

OL_EXPORT double
objmode_rng_normal (objmode_rng *rng)
{
  if (__builtin_expect (!rng->bits.next_uint64, 0))
    refuse_empty (__func__);
  return __atomic_load_n (&normal, __ATOMIC_RELAXED) (&rng->bits);
}

/* Return a number from the standard exponential distribution that RNG
   draws.  */

OL_EXPORT double
objmode_rng_exponential (objmode_rng *rng)
{
  if (__builtin_expect (!rng->bits.next_uint64, 0))
    refuse_empty (__func__);
  return __atomic_load_n (&exponential, __ATOMIC_RELAXED) (&rng->bits);
}

/* Let RNG, which may be empty, be the generator that NumPy makes of the N
   numbers SEED, or of the system's entropy if N is 0.  Return 0; or -1, and
   objmode_error says why.  */

OL_EXPORT int
objmode_rng_seed (objmode_rng *rng, const uint64_t *seed, size_t n)
{
  const struct objmode_core *core = core_or_failure ();
  struct objmode_failure *failure;

  if (!core)
    return -1;
  failure = core->rng_seed (rng, seed, n);
  if (failure)
    ol_store_failure (failure);
  return failure ? -1 : 0;
}

/* Let the N elements of CHILDREN, which may be empty, be generators that PARENT
   spawns.  Return 0; or -1, and objmode_error says why.  */

OL_EXPORT int
objmode_rng_spawn (objmode_rng *parent, size_t n, objmode_rng *children)
{
  const struct objmode_core *core = core_or_failure ();
  struct objmode_failure *failure;

  if (!core)
    return -1;
  failure = core->rng_spawn (parent, n, children);
  if (failure)
    ol_store_failure (failure);
  return failure ? -1 : 0;
}

/* Give up the reference of the generator at RNG, which may be NULL, and clear
   it.  */

OL_EXPORT void
objmode_rng_release (objmode_rng *rng)
{
  objmode_object *owner;

  if (!rng)
    return;
  owner = rng->__objmode_owner;
  memset (rng, 0, sizeof *rng);
  objmode_release (owner);
}
