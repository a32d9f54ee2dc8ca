/* Where C has no raw strings, that is said, and nothing else.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu89 -Wall" } */
#include <objmode.h>

int
f (int n)
{
  with_objmode (n) { R"(n = 1)"; }
/* { dg-error "22: raw string literals need '-std=gnu99' or later; use ordinary string literals" "" { target *-*-* } .-1 } */
  return n;
}
