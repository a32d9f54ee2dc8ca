/* kernels-main.c - Run all kernels: kernels ROUNDS

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Each is run once, then, if ROUNDS is not 0, that often, in turn, and its
   name and the median of its times are printed, in nanoseconds.  The blocks
   that `every' lets run the first time fail, if OBJMODE_PYTHON says so; the
   handler lets them.  */

#include "kernels-api.h"
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { N = 48, LENGTH = 1000, ROWS = 100, GRID = 256, LIMIT = 100,
       NEVER = 1 << 30 };

/* What the kernels work on.  */
static float x[ROWS * LENGTH], y[ROWS * LENGTH];
static double u[GRID * GRID], v[GRID * GRID];
static double a[N * N], b[N * N], c[N * N];

double
opaque (double s, long i)
{
  return s / (i + 1);
}

void
opaque_address (void *address, long i)
{
  (void) address;
  (void) i;
}

/* A kernel, one of the pointers being not NULL.  */
struct kernel
{
  const char *name;
  long when;
  saxpy_fn *saxpy;
  stencil_fn *stencil;
  product_fn *product;
  mandelbrot_fn *mandelbrot;
  double *times;
};

#define NAMED(F, VARIANT, GUARD, PLACE) \
  .name = #F "_" #VARIANT "_" #GUARD "_" #PLACE, \
  .when = #GUARD[0] == 'e' ? NEVER : 0, \
  .F = F##_##VARIANT##_##GUARD##_##PLACE
#define LIST(VARIANT, GUARD, PLACE) \
  { NAMED (saxpy, VARIANT, GUARD, PLACE) }, \
  { NAMED (stencil, VARIANT, GUARD, PLACE) }, \
  { NAMED (product, VARIANT, GUARD, PLACE) }, \
  { NAMED (mandelbrot, VARIANT, GUARD, PLACE) },
static struct kernel kernels[] = { EACH (LIST) };
enum { KERNELS = sizeof kernels / sizeof *kernels };

/* Run K.  */
static void
run (struct kernel *k)
{
  if (k->saxpy)
    k->saxpy (k->when, ROWS, LENGTH, x, y);
  else if (k->stencil)
    k->stencil (k->when, GRID, u, v);
  else if (k->product)
    k->product (k->when, N, a, b, c);
  else
    k->mandelbrot (k->when, N, LIMIT, c);
}

/* Run K and return how many nanoseconds that takes.  */
static double
timed (struct kernel *k)
{
  struct timespec from, to;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &from);
  run (k);
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &to);
  return (to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec);
}

/* Compare the numbers at P and Q.  */
static int
compare (const void *p, const void *q)
{
  double u = *(const double *) p, v = *(const double *) q;

  return (u > v) - (u < v);
}

/* Nothing is said about a block that fails.  */
static void
ignore (const objmode_error_info *info)
{
  (void) info;
}

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : 0;

  objmode_set_error_handler (ignore);
  for (int i = 0; i < N * N; i++)
    a[i] = b[i] = i % 7;
  for (int k = 0; k < KERNELS; k++)
    {
      run (&kernels[k]);
      kernels[k].times = calloc (rounds + 1, sizeof (double));
    }
  for (int r = 0; r < rounds; r++)
    for (int k = 0; k < KERNELS; k++)
      kernels[k].times[r] = timed (&kernels[k]);
  for (int k = 0; k < KERNELS && rounds; k++)
    {
      qsort (kernels[k].times, rounds, sizeof (double), compare);
      printf ("%s %.0f\n", kernels[k].name, kernels[k].times[rounds / 2]);
    }
  return 0;
}
