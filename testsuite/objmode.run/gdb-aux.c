/* What gdb.exp debugs: the lines are in its patterns.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <stdio.h>
#include <objmode.h>

static __attribute__ ((noinline)) int
work (int n, double *v)
{
  int y = 0;
  for (int i = 0; i < n; i++)
    {
      with_objmode (y, v = "[n]") {
	R"py(
	  y += i
	  v[0] = y
	)py";
      }
    }
  return y;
}

int
main (void)
{
  double v[3] = { 0 };
  int n = 3;
  with_objmode () { "first = n"; }
  with_objmode () { "second = n"; }
  printf ("%d\n", work (n, v));
  return 0;
}
