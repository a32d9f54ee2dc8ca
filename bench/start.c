/* start.c - Programs whose start is timed: with REACHED they run one scalar
   block, else none.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <objmode.h>

int
main (int argc, char **argv)
{
  double x = argc, y = 0;

  (void) argv;
  if (argc > REACHED)
    with_objmode (y) { R"py( y = x + 1.0 )py"; }
  return y > 10;
}
