/* draws.c - What a random number costs: draws ROUNDS

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Each contender draws COUNT numbers in each of ROUNDS rounds, in turn.  Its
   row, its name and the median of its times for one number, in nanoseconds of
   the thread, are printed on a line, with tabs between them.  By hand means:
   NumPy's bitgen_t and the functions of libnpyrandom, which the program
   links.  */

#include <Python.h>
#include <objmode.h>
#include <objmode-random.h>
#include <numpy/random/distributions.h>
#ifdef HAVE_GSL
# include <gsl/gsl_randist.h>
# include <gsl/gsl_rng.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { COUNT = 20000 };

static objmode_rng rng;		/* Objmode's, and what is drawn by hand.  */
#ifdef HAVE_GSL
static gsl_rng *gsl;
#endif

/* Numbers are drawn in loops of one call each.  */
#define DRAW(NAME, EXPRESSION)						\
  static double								\
  NAME (void)								\
  {									\
    double sum = 0;							\
    for (int i = 0; i < COUNT; i++)					\
      sum += (EXPRESSION);						\
    return sum;								\
  }
#define BITS ((bitgen_t *) &rng.bits)
DRAW (double_hand, BITS->next_double (BITS->state))
DRAW (double_objmode, objmode_rng_double (&rng))
DRAW (normal_hand, random_standard_normal (BITS))
DRAW (normal_objmode, objmode_rng_normal (&rng))
DRAW (exponential_hand, random_standard_exponential (BITS))
DRAW (exponential_objmode, objmode_rng_exponential (&rng))
#ifdef HAVE_GSL
DRAW (double_gsl, gsl_rng_uniform (gsl))
DRAW (normal_gsl, gsl_ran_gaussian_ziggurat (gsl, 1))
DRAW (exponential_gsl, gsl_ran_exponential (gsl, 1))
#endif

/* A contender.  */
static struct contender
{
  const char *row, *name;
  double (*draw) (void);
  double *times;
} contenders[] = {
#define OF(ROW) \
  { #ROW, "by hand", ROW##_hand, NULL }, \
  { #ROW, "objmode", ROW##_objmode, NULL },
  OF (double) OF (normal) OF (exponential)
#ifdef HAVE_GSL
  { "double", "GSL", double_gsl, NULL },
  { "normal", "GSL", normal_gsl, NULL },
  { "exponential", "GSL", exponential_gsl, NULL },
#endif
};
enum { CONTENDERS = sizeof contenders / sizeof *contenders };

/* Compare the numbers at P and Q.  */
static int
compare (const void *p, const void *q)
{
  double u = *(const double *) p, v = *(const double *) q;

  return (u > v) - (u < v);
}

/* Return how many nanoseconds of this thread a number of C takes.  */
static double
timed (const struct contender *c)
{
  static volatile double sink;
  struct timespec from, to;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &from);
  sink = c->draw ();
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &to);
  (void) sink;
  return ((to.tv_sec - from.tv_sec) * 1e9 + (to.tv_nsec - from.tv_nsec))
	 / COUNT;
}

/* Measure all with the bit generator CLASS of NumPy in ROUNDS rounds.  */
static void
measure (const char *class, int rounds)
{
  with_objmode (rng) {
    R"py(
      from numpy import random
      rng = random.Generator(getattr(random, class_)(42))
    )py";
  }
  for (int i = 0; i < CONTENDERS; i++)
    contenders[i].draw ();
  for (int k = 0; k < rounds; k++)
    for (int i = 0; i < CONTENDERS; i++)
      {
	struct contender *c = &contenders[(i + k) % CONTENDERS];
	c->times[k] = timed (c);
      }
  for (int i = 0; i < CONTENDERS; i++)
    {
      struct contender *c = &contenders[i];
      qsort (c->times, rounds, sizeof *c->times, compare);
      printf ("%s, %s\t%s\t%.3f\n", c->row, class, c->name,
	      c->times[rounds / 2]);
    }
}

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : 0;

  if (rounds <= 0)
    return EXIT_FAILURE;
#ifdef HAVE_GSL
  gsl = gsl_rng_alloc (gsl_rng_mt19937);
#endif
  for (int i = 0; i < CONTENDERS; i++)
    {
      contenders[i].times = calloc (rounds, sizeof *contenders[i].times);
      if (!contenders[i].times)
	return EXIT_FAILURE;
    }
  measure ("PCG64", rounds);
  measure ("MT19937", rounds);
  objmode_rng_release (&rng);
  return EXIT_SUCCESS;
}
