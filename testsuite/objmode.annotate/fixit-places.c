/* Where fix-it hints go: with and without parentheses, with clauses.  */
/* { dg-do compile } */
#include <objmode.h>

int
f (int n, int m, int k)
{
  with_objmode () { "n = 3"; }
/* { dg-warning "22: value assigned to 'n' is lost" "" { target *-*-* } .-1 } */
/* { dg-fixit "17-17" "n" .-2 } */
  with_objmode (m) { "n = 3; m = 1"; }
/* { dg-warning "23: value assigned to 'n' is lost" "" { target *-*-* } .-1 } */
/* { dg-fixit "18-18" ", n" .-2 } */
  __attribute__ ((objmode)) { "k = 3"; }
/* { dg-warning "32: value assigned to 'k' is lost" "" { target *-*-* } .-1 } */
/* { dg-fixit "26-26" " (k)" .-2 } */
  __attribute__ ((objmode ())) { "k = 3"; }
/* { dg-warning "35: value assigned to 'k' is lost" "" { target *-*-* } .-1 } */
/* { dg-fixit "28-28" "k" .-2 } */
  return n + m + k;
}
