/* Assignments to C variables whose value is lost.  */
/* { dg-do compile } */
#include <objmode.h>
enum { ANSWER = 42 };
static int shared;

int
g (int n, const int c, double *p)
{
  int y = 0;
  with_objmode (y) { "y = 1; n = 2"; }
/* { dg-warning "30: value assigned to 'n' is lost, since it is not an output of the block" "" { target *-*-* } .-1 } */
/* { dg-fixit "18-18" ", n" .-2 } */
  with_objmode (y) { "shared += 2; y = 1"; }
/* { dg-warning "23: value assigned to 'shared' is lost, since it is not an output of the block" "" { target *-*-* } .-1 } */
/* { dg-fixit "18-18" ", shared" .-2 } */
  with_objmode (y) { "c = 2; y = 1"; }
/* { dg-warning "23: value assigned to 'c' is lost, since it is not an output of the block" "" { target *-*-* } .-1 } */
  with_objmode (y) { "ANSWER = 2; y = 1"; }
/* { dg-warning "23: value assigned to 'ANSWER' is lost, since it is not an output of the block" "" { target *-*-* } .-1 } */
  with_objmode (y, p = "float64[n]") { "p[0] = 2; y = 1"; }
  with_objmode (y) { R"(
    y = 1
    for n in range (3): y += n
    import os as shared
    with open ("/dev/null") as shared: pass
    def c (): pass
  )"; }
  return y;
}
