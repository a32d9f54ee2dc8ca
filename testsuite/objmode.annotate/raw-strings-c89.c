/* Where C has no raw strings, that is said.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu89" } */
#include <objmode.h>

int
f (int n)
{
  with_objmode (n) { R"(n = 1)"; }
/* { dg-error "22: raw string literals need '-std=gnu99' or later; use ordinary string literals" "" { target *-*-* } .-1 } */
/* { dg-prune-output "expected ';'|'R' undeclared|each undeclared|C body" } */
  return n;
}
