/* An undefined name: names that are spelt alike, in scope at the block or in a
   module block.  */
/* { dg-do compile } */
#include <math.h>
#include <objmode.h>

objmode_module { "def total (a): return sum (a)"; }

double halve (double x);

double
halve (double x)
{
  return x / 2;
}

double
f (double value)
{
  double root = 0;
  {
    double inner = 1;
    (void) inner;
  }
  with_objmode (root) { "root = valu + innr"; }
/* { dg-warning "33: 'valu' is nowhere defined: no variable of C, no name of a module block, no builtin; did you mean 'value'." "" { target *-*-* } .-1 } */
/* { dg-warning "40: 'innr' is nowhere defined: \[^\n\]*, no builtin(?!; did)" "" { target *-*-* } .-2 } */
  with_objmode (root) { "root = halv (2) + totl ([1])"; }
/* { dg-warning "33: 'halv' is nowhere defined: \[^\n\]*; did you mean 'halve'." "" { target *-*-* } .-1 } */
/* { dg-warning "44: 'totl' is nowhere defined: \[^\n\]*; did you mean 'total'." "" { target *-*-* } .-2 } */
  with_objmode (root) { "root = sin (value)"; }
/* { dg-warning "33: 'sin' is nowhere defined" "" { target *-*-* } .-1 } */
/* { dg-note "33: functions of system headers are not seen by the text; import 'sin' from a module of Python, or call it in a function of this file" "" { target *-*-* } .-2 } */
  with_objmode (rot) { "rot = 1"; }
/* { dg-error "17: 'rot' undeclared in 'objmode' clause; did you mean 'root'." "" { target *-*-* } .-1 } */
  with_objmode (qqqqq) { "qqqqq = 1"; }
/* { dg-error "17: 'qqqqq' undeclared in 'objmode' clause(?!; did)" "" { target *-*-* } .-1 } */
  return root;
}
