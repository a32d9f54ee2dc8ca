/* cbody-pragma-aux.c - C bodies that begin with a pragma.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <Python.h>
#include <objmode.h>
#include <stdio.h>

int
main (void)
{
  int x[4] = { 1, 2, 3, 4 }, sum = 0, n = 4;

  with_objmode (sum) { /* of
    more than one line */

    // and
#pragma GCC ivdep
    for (int i = 0; i < n; i++)
      sum += x[i];
  }
  with_objmode (sum)
    {
      /* */ #  pragma GCC diagnostic ignored "-Wunused-variable"
      int unused;
      sum += PyLong_AsLong (OBJ (n));
    }
  with_objmode (sum) { "sum += 1"; }
  printf ("pragma %d\n", sum);
  return 0;
}
