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
/* { dg-warning "33: 'valu' is undefined: not a C variable in scope, a name of a module block, or a Python builtin; did you mean 'value'." "" { target *-*-* } .-1 } */
/* { dg-warning "40: 'innr' is undefined: \[^\n\]*, or a Python builtin(?!; did)" "" { target *-*-* } .-2 } */
  with_objmode (root) { "root = halv (2) + totl ([1])"; }
/* { dg-warning "33: 'halv' is undefined: \[^\n\]*; did you mean 'halve'." "" { target *-*-* } .-1 } */
/* { dg-warning "44: 'totl' is undefined: \[^\n\]*; did you mean 'total'." "" { target *-*-* } .-2 } */
  with_objmode (root) { "root = sin (value)"; }
/* { dg-warning "33: 'sin' is undefined" "" { target *-*-* } .-1 } */
/* { dg-note "33: the text cannot call functions declared in system headers; import 'sin' from a Python module, or call it in a function of this file" "" { target *-*-* } .-2 } */
  with_objmode (rot) { "rot = 1"; }
/* { dg-error "17: 'rot' undeclared in 'objmode' clause; did you mean 'root'." "" { target *-*-* } .-1 } */
  with_objmode (qqqqq) { "qqqqq = 1"; }
/* { dg-error "17: 'qqqqq' undeclared in 'objmode' clause(?!; did)" "" { target *-*-* } .-1 } */
  return root;
}
