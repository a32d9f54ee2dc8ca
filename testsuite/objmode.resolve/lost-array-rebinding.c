/* Changing an array in place loses no value; rebinding its name does.  */
/* { dg-do compile } */
#include <objmode.h>

double
g (int n)
{
  double a[4] = { 0 };
  with_objmode () { "a += n"; }
  with_objmode () { "a[:] = n"; }
  with_objmode (a) { "a = a * 2"; }
  with_objmode () { "a = a * 2"; }
/* { dg-warning "22: value assigned to 'a' is lost, since it is not an output of the block" "" { target *-*-* } .-1 } */
  return a[0];
}
