/* hello.c - Numba's first example of object mode, in C.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Build and run: gcc -O2 -fplugin=objmode hello.c -lobjmode && ./a.out  */

#include <inttypes.h>
#include <stdio.h>
#include <objmode.h>

objmode_module {
  R"py(
    import numpy as np

    def bar(x):
        return np.asarray(list(reversed(x.tolist())))
  )py";
}

static void
foo (intptr_t y[5])
{
  intptr_t x[5] = { 0, 1, 2, 3, 4 };
  with_objmode (y = "intp[5]") { R"py( y += bar(x) )py"; }
}

int
main (void)
{
  intptr_t y[5] = { 0 };

  foo (y);
  for (int i = 0; i < 5; i++)
    printf ("%" PRIdPTR "%c", y[i], i < 4 ? ' ' : '\n');
  return 0;
}
