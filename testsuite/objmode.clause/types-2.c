/* Nested parentheses and dimensions without end.  */
/* { dg-do compile } */
#include <objmode.h>
#define T8 "((((((((" 
#define T64 T8 T8 T8 T8 T8 T8 T8 T8

void
g (int n, double *p)
{
  with_objmode (p = "[1,1,1,1,1,1,1,1, 1,1,1,1,1,1,1,1, 1,1,1,1,1,1,1,1, 1,1,1,1,1,1,1,1, 1]") { "p[0] = 2"; }
/* { dg-error "91: too many dimensions in type string" "" { target *-*-* } .-1 } */
  with_objmode (p = "[" T64 "n") { "p[0] = 2"; }
/* { dg-error "parentheses nested too deeply|unbalanced parentheses" "" { target *-*-* } .-1 } */
}
