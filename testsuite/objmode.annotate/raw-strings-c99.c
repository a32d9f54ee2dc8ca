/* In C99, that is said too for texts with lines, quotes and braces.  */
/* { dg-do compile } */
/* { dg-options "-std=c99 -Wall" } */
#include <objmode.h>

int
f (int n)
{
  with_objmode (n) { R"py(
    x = "it's } {"
    n = 1 + len (x)
  )py"; }
/* { dg-error "22: raw string literals need '-std=gnu99' or later; use ordinary string literals" "" { target *-*-* } .-4 } */
  with_objmode (n) { R"py(n = 2)py"; R"py(n = 3)py"; }
/* { dg-error "22: raw string literals need" "" { target *-*-* } .-1 } */
  with_objmode (n) { "n = 4"; }
  return n;
}

objmode_module { R"py(
def f (x):
  return "don't"
)py"; }
/* { dg-error "18: raw string literals need" "" { target *-*-* } .-4 } */
