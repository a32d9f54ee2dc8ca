/* order-aux.c - A kernel that prints by C and by Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <objmode.h>
#include <stdio.h>

/* Print N by C, then by Python.  */
void
say (int n)
{
  printf ("%d c\n", n);
  with_objmode () { R"py( print(n, 'py') )py"; }
}
