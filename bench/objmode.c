/* objmode.c - The workloads by objmode; with HELD inside OBJMODE_HOLD, with
   KEPT the array of W5 is kept instead of copied.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <stdbool.h>
#include <stdlib.h>
#include <objmode.h>

objmode_module {
  R"py(
    import numpy
    array = numpy.arange (1000.0)
  )py";
}

static inline void
cross_w1 (void)
{
  with_objmode () { R"py( pass )py"; }
}

static inline double
cross_w2 (double x)
{
  double y;

  with_objmode (y) { R"py( y = x + 1.0 )py"; }
  return y;
}

static inline void
cross_w3 (double a, int64_t b, int32_t c, bool d, double *y_out,
	  int64_t *k_out)
{
  double y;
  int64_t k;

  with_objmode (y, k) {
    R"py(
      y = a + c if d else a
      k = b + c
    )py";
  }
  *y_out = y;
  *k_out = k;
}

static inline double
cross_w4 (double *x, int64_t length)
{
  double y;

  with_objmode (x = "[length]", y) { R"py( y = x[0] )py"; }
  return y;
}

#ifdef KEPT
# define OWN_W5
#else
static inline void
cross_w5 (double *x)
{
  with_objmode (x = "[1000]") { R"py( x = array )py"; }
}
#endif

static inline int64_t
cross_w6 (const char *text)
{
  int64_t length;

  with_objmode (length) { R"py( length = len(text) )py"; }
  return length;
}

#ifdef HELD
# define AROUND OBJMODE_HOLD
#endif
#include "workloads.h"

#ifdef KEPT
/* W5 without the copy.  */
EXPORT double
w5 (int64_t n)
{
  double sum = 0;
  OBJMODE_ARRAY (double, 1) x = { 0 };

  for (int64_t i = 0; i < n; i++)
    {
      with_objmode (x) { R"py( x = array )py"; }
      sum += x.data[i % SHORT];
    }
  objmode_array_release (&x);
  return sum;
}
#endif
