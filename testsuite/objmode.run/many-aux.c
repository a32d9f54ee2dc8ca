/* many-aux.c - One of several translation units of a program: number UNIT.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <objmode.h>
#include <stdio.h>

objmode_module { "number = None"; }

#define NAME_(n) unit_##n
#define NAME(n) NAME_ (n)

/* Return the number of the unit, as its module has it.  */
int
NAME (UNIT) (void)
{
  int n = 0, other = UNIT;

  with_objmode (n) {
    R"py(
      global number
      assert number is None
      number = n = other
    )py";
  }
  return n;
}

#if UNIT == 0
extern int unit_1 (void), unit_2 (void), unit_3 (void), unit_4 (void);
extern int unit_5 (void), unit_6 (void);

int
main (void)
{
  printf ("%d%d%d%d%d%d%d\n", unit_6 (), unit_0 (), unit_3 (), unit_1 (),
	  unit_5 (), unit_2 (), unit_4 ());
  return 0;
}
#endif
