/* objmode.c - The workloads by objmode.

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

static inline void
cross_w5 (double *x)
{
  with_objmode (x = "[1000]") { R"py( x = array )py"; }
}

static inline int64_t
cross_w6 (const char *text)
{
  int64_t length;

  with_objmode (length) { R"py( length = len(text) )py"; }
  return length;
}

#include "workloads.h"
