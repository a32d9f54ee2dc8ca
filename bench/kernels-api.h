/* kernels-api.h - What the kernels and their driver share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#define KERNEL __attribute__ ((noipa))

/* What nobody knows anything of.  */
extern double opaque (double, long);
extern void opaque_address (void *, long);

/* The types of the functions.  */
typedef float saxpy_fn (long, long, long, const float *, float *);
typedef double stencil_fn (long, long, const double *, double *);
typedef double product_fn (long, long, const double *, const double *,
			   double *);
typedef double mandelbrot_fn (long, long, long, double *);

/* X (VARIANT, GUARD, PLACE) for all that there are.  */
#define EACH_GUARD(X, VARIANT) \
  X (VARIANT, flag, outer) \
  X (VARIANT, every, outer) \
  X (VARIANT, flag, inner) \
  X (VARIANT, every, inner)
#define EACH(X) \
  EACH_GUARD (X, nothing) \
  EACH_GUARD (X, call) \
  EACH_GUARD (X, block) \
  EACH_GUARD (X, address)

#define DECLARE(VARIANT, GUARD, PLACE) \
  extern saxpy_fn saxpy_##VARIANT##_##GUARD##_##PLACE; \
  extern stencil_fn stencil_##VARIANT##_##GUARD##_##PLACE; \
  extern product_fn product_##VARIANT##_##GUARD##_##PLACE; \
  extern mandelbrot_fn mandelbrot_##VARIANT##_##GUARD##_##PLACE;
EACH (DECLARE)
