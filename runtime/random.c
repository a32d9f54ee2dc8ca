/* random.c - The functions of objmode-random.h.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Any thread may call these functions, with or without the GIL.  Generators
   are made by NumPy, which the core asks.  Numbers are drawn without Python.
   Normal and exponential ones come from NumPy's own C functions, which the
   core finds when the first of them is drawn, and from tables that are learnt
   from these functions.  There are no locks; what the first draw finds is in
   atomic words that change once.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "libobjmode.h"

/* A distribution.  */
struct distribution
{
  const char *name;		/* Of the function that draws from it.  */
  int number;			/* Of NumPy's function, see core.h.  */
  const struct ol_ziggurat_shape *shape;
  const struct ol_ziggurat *table;	/* NULL: not known, or not right.  */
  ol_draw_fn *draw;		/* NumPy's; NULL: not known.  */
};

/* Which bits of a word NumPy takes for what.  ol_learn_ziggurat sees if that
   is not so.  */
static const struct ol_ziggurat_shape normal_shape = { 0, 9, 52, 8 };
static const struct ol_ziggurat_shape exponential_shape = { 3, 11, 53, -1 };

static struct distribution normal
  = { "objmode_rng_normal", 0, &normal_shape, NULL, NULL };
static struct distribution exponential
  = { "objmode_rng_exponential", 1, &exponential_shape, NULL, NULL };

/* Return the core, after Python has been started if need be.  Return NULL
   after a failure, which is then the last one of this thread.  */

static const struct objmode_core *
core_or_failure (void)
{
  return objmode_start (NULL) == 0 ? ol_core () : NULL;
}

/* End the process with the message MESSAGE and MORE about D.  */

static _Noreturn void
refuse (const struct distribution *d, const char *message, const char *more)
{
  ol_complain ("libobjmode: %s: %s%s\n", d->name, message, more);
  abort ();
}

/* Find NumPy's function for D and learn its table.  If there is no such
   function, end the process with a message that says why.  Several threads may
   be here at once, and find the same.  */

static void
find_function (struct distribution *d)
{
  const struct objmode_core *core = core_or_failure ();
  struct objmode_failure *failure;
  struct ol_ziggurat *table;
  const struct ol_ziggurat *none = NULL;
  void *functions[2];

  if (!core)
    refuse (d, "Python cannot be started: ", objmode_error ()->message);
  failure = core->rng_functions (functions);
  if (failure)
    refuse (d, "NumPy's function was not found: ", failure->info.message);
  table = ol_learn_ziggurat ((ol_draw_fn *) functions[d->number], d->shape);
  if (table && !__atomic_compare_exchange_n (&d->table, &none, table, 0,
					     __ATOMIC_RELEASE,
					     __ATOMIC_RELAXED))
    free (table);
  __atomic_store_n (&d->draw, (ol_draw_fn *) functions[d->number],
		    __ATOMIC_RELEASE);
}

/* Return a number that RNG draws from D without a table.  The first call finds
   what is needed.  If RNG is empty, end the process with a message.  */

static __attribute__ ((cold, noinline)) double
draw_unusual (struct distribution *d, objmode_rng *rng)
{
  if (!rng->bits.next_uint64)
    refuse (d, "the generator is empty", "");
  if (!__atomic_load_n (&d->draw, __ATOMIC_ACQUIRE))
    find_function (d);
  return __atomic_load_n (&d->draw, __ATOMIC_ACQUIRE) (&rng->bits);
}

/* Return what NumPy's function of Z makes of WORD, which RNG has drawn, and of
   what it draws then.  */

static __attribute__ ((noinline)) double
draw_seldom (const struct ol_ziggurat *z, const objmode_rng *rng,
	     uint64_t word)
{
  return ol_draw_after (z->draw, rng, word);
}

/* Return a number that RNG draws from D, whose shape is SHAPE.  */

static inline __attribute__ ((always_inline)) double
draw (struct distribution *d, const struct ol_ziggurat_shape *shape,
      objmode_rng *rng)
{
  const struct ol_ziggurat *z = __atomic_load_n (&d->table, __ATOMIC_ACQUIRE);
  uint64_t word;
  double x;

  if (__builtin_expect (!z || !rng->bits.next_uint64, 0))
    return draw_unusual (d, rng);
  word = rng->bits.next_uint64 (rng->bits.state);
  if (__builtin_expect (ol_ziggurat_quick (z, shape, word, &x), 1))
    return x;
  return draw_seldom (z, rng, word);
}

/* Return a number of the standard normal distribution that RNG draws.  */

OL_EXPORT double
objmode_rng_normal (objmode_rng *rng)
{
  return draw (&normal, &normal_shape, rng);
}

/* Return a number of the standard exponential distribution that RNG draws.  */

OL_EXPORT double
objmode_rng_exponential (objmode_rng *rng)
{
  return draw (&exponential, &exponential_shape, rng);
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

/* Let the N elements of CHILDREN, which may be empty, be generators that
   PARENT spawns.  Return 0; or -1, and objmode_error says why.  */

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
