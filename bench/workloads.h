/* workloads.h - The loops that are timed, the same for each contender.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A contender defines the functions cross_w1 to cross_w6, each of which
   runs a body of bodies.py once, and includes this file.  It is called
   without the GIL.  A loop does N crossings and returns a sum that depends
   on each of them; harness.c knows what it must be.  C and C++.  */

#ifdef __cplusplus
# define EXPORT extern "C" __attribute__ ((visibility ("default")))
#else
# define EXPORT __attribute__ ((visibility ("default")))
#endif

/* What stands around the crossings of a loop.  */
#ifndef AROUND
# define AROUND
#endif

enum { SHORT = 1000, LONG = 1000000 };

/* Nothing in, nothing out.  */
EXPORT double
w1 (int64_t n)
{
  double sum = 0;

  AROUND {
  for (int64_t i = 0; i < n; i++)
    {
      cross_w1 ();
      sum += 1;
    }
  }
  return sum;
}

/* A double in, a double out.  */
EXPORT double
w2 (int64_t n)
{
  double sum = 0;

  AROUND {
  for (int64_t i = 0; i < n; i++)
    sum += cross_w2 (i * 0.5);
  }
  return sum;
}

/* Four numbers in, two out.  */
EXPORT double
w3 (int64_t n)
{
  double sum = 0;

  AROUND {
  for (int64_t i = 0; i < n; i++)
    {
      double y;
      int64_t k;

      cross_w3 (i * 0.5, i * 3, i & 1023, i & 1, &y, &k);
      sum += y + k;
    }
  }
  return sum;
}

/* N crossings with a view of LENGTH doubles at X, which stays: to get memory
   for a million and to touch it first takes as long as a thousand crossings.  */
static inline double
view_loop (int64_t n, double *x, int64_t length)
{
  double sum = 0;

  AROUND {
  for (int64_t i = 0; i < n; i++)
    {
      x[0] = i;
      sum += cross_w4 (x, length);
    }
  }
  return sum;
}

/* A view of a thousand doubles in, a double out.  */
EXPORT double
w4 (int64_t n)
{
  static double x[SHORT];

  return view_loop (n, x, SHORT);
}

/* The same of a million.  */
EXPORT double
w4long (int64_t n)
{
  static double x[LONG];

  return view_loop (n, x, LONG);
}

#ifndef OWN_W5
/* A thousand doubles out, into memory of the caller.  */
EXPORT double
w5 (int64_t n)
{
  double sum = 0, x[SHORT];

  AROUND {
  for (int64_t i = 0; i < n; i++)
    {
      cross_w5 (x);
      sum += x[i % SHORT];
    }
  }
  return sum;
}
#endif

/* A string in, its length out.  */
EXPORT double
w6 (int64_t n)
{
  static const char *const texts[2] = { "hello, objmode", "hi" };
  double sum = 0;

  AROUND {
  for (int64_t i = 0; i < n; i++)
    sum += cross_w6 (texts[i & 1]);
  }
  return sum;
}
