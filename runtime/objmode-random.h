/* objmode-random.h - Generators of random numbers that C and Python share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#ifndef OBJMODE_RANDOM_H
#define OBJMODE_RANDOM_H 1

#include <stddef.h>
#include <stdint.h>

/* A file that only draws numbers needs neither the plugin nor its macros.  */
#if defined __cplusplus || defined __OBJMODE__ || defined OBJMODE_DISABLE \
    || defined OBJMODE_API_ONLY
# include <objmode.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct objmode_object;

/* A generator.  In a text it is the numpy.random.Generator whose state it is,
   None if it is empty.  All zero is empty.  `bits' is NumPy's bitgen_t, so
   (bitgen_t *) &rng.bits is for NumPy's own functions.  A program may fill in
   `bits' itself; then the text gets a Generator that draws from the program's
   generator and ends with the block.

   To copy the struct is to move the generator.  There is no lock: one thread
   at a time draws from a generator, in C or in Python.  */
typedef struct objmode_rng
{
  struct
  {
    void *state;
    uint64_t (*next_uint64) (void *);
    uint32_t (*next_uint32) (void *);
    double (*next_double) (void *);
    uint64_t (*next_raw) (void *);
  } bits;
  struct objmode_object *__objmode_owner;
} objmode_rng;

/* Return a number from [0, 1), as Generator.random () does.  The generator must
   not be empty.  */

static __inline__ double
objmode_rng_double (objmode_rng *rng)
{
  return rng->bits.next_double (rng->bits.state);
}

/* Return 64 random bits.  The generator must not be empty.  */

static __inline__ uint64_t
objmode_rng_uint64 (objmode_rng *rng)
{
  return rng->bits.next_uint64 (rng->bits.state);
}

/* Return a number from the normal distribution of mean 0 and variance 1, or
   from the exponential distribution of mean 1: what Generator.standard_normal
   () and Generator.standard_exponential () return.  Any thread, GIL not needed.
   An empty generator, or a NumPy that cannot be imported, is a message and
   abort.  */
extern double objmode_rng_normal (objmode_rng *);
extern double objmode_rng_exponential (objmode_rng *);

/* Let the generator be numpy.random.default_rng (SEED), of N numbers, or one
   that the system has seeded if N is 0; SEED may then be a null pointer.  What
   the generator was before is released.  Return 0; or -1 with objmode_error (),
   and the generator is what it was.  Any thread, GIL not needed.  */
extern int objmode_rng_seed (objmode_rng *, const uint64_t *seed, size_t n);

/* Let the N generators at CHILDREN be the next ones that the seed sequence of
   PARENT spawns.  What they were before is released.  Return 0; or -1 with
   objmode_error (), and they are what they were.  Any thread, GIL not
   needed.  */
extern int objmode_rng_spawn (objmode_rng *parent, size_t n,
			      objmode_rng *children);

/* Release the generator and make it empty.  Any thread, with or without the
   GIL; a null pointer is allowed.  */
extern void objmode_rng_release (objmode_rng *);

#ifdef __cplusplus
}
#endif

#endif /* OBJMODE_RANDOM_H */
