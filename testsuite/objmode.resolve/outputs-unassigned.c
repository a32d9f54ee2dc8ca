/* Outputs that the text does not assign.  */
/* { dg-do compile } */
#include <objmode.h>
enum color { RED };

int
g (int n, const int c)
{
  int y = 0, z = 0;
  const double k[2] = { 1, 2 };
  with_objmode (y) { R"( n )"; }
/* { dg-error "17: output 'y' is never assigned in the block" "" { target *-*-* } .-1 } */
  with_objmode (y, z) { R"( z = y )"; }
/* { dg-error "17: output 'y' is never assigned in the block" "" { target *-*-* } .-1 } */
  with_objmode (y) { ""; }
/* { dg-error "17: output 'y' is never assigned in the block" "" { target *-*-* } .-1 } */
  with_objmode (c) { "c = 2"; }
/* { dg-error "17: output 'c' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (RED) { "RED = 2"; }
/* { dg-error "17: output 'RED' is read-only|'RED' in 'objmode' clause is not a variable" "" { target *-*-* } .-1 } */
  with_objmode (y) { "global y; y = 2"; }
/* { dg-error "33: output 'y' is declared 'global' in the block" "" { target *-*-* } .-1 } */
  with_objmode (k) { "k = [2, 3]"; }
/* { dg-error "23: the block rebinds 'k', an array of const elements" "" { target *-*-* } .-1 } */
  with_objmode (v (n + 1)) { "v = 3"; }
/* { dg-error "the block assigns 'v', whose expression is not an lvalue" "" { target *-*-* } .-1 } */
  with_objmode (v (c)) { "v = 3"; }
/* { dg-error "output 'v' is read-only" "" { target *-*-* } .-1 } */
  return y + z;
}
