/* A raw string that ends before its text does: one error, and a note.  */
/* { dg-do compile } */
/* { dg-options "-Wall" } */
#include <objmode.h>

int
f (int n)
{
  int y = n;
  with_objmode (y) { R"( print("(x)") )"; }
/* { dg-error "37: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
/* { dg-note "37: the raw string ends here, at the first '.\"'; write 'R\"py.....py\"'" "" { target *-*-* } .-2 } */
  with_objmode (y)
    {
      R"(
        y = "(x)" + str ("don't")
        if y: y = f"{y}"
      )";
/* { dg-error "19: body of 'objmode' block mixes" "" { target *-*-* } .-3 } */
/* { dg-note "19: the raw string ends here" "" { target *-*-* } .-4 } */
    }
  with_objmode (y) { R"py(y = "(x)")py"; return 1; }
/* { dg-error "42: body of 'objmode' block mixes" "" { target *-*-* } .-1 } */
  return y;
}
