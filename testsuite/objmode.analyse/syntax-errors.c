/* Syntax errors as CPython words them, where they are.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { "y = (n + 1"; }
/* { dg-error "27: Python: '.' was never closed" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = (n +" "1"; }
/* { dg-error "27: Python: '.' was never closed" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"(
    y = n
    x = = 2
  )"; }
/* { dg-error "9: Python: invalid syntax" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"py(
    y = n
    if n
        y = 2
  )py"; }
/* { dg-error "9: Python: expected ':'" "" { target *-*-* } .-3 } */
  with_objmode (y) { R"(
    y = n
      y = 3
  )"; }
/* { dg-error "7: Python: unexpected indent" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
      y = n
    y = 3
  )"; }
/* { dg-error "5: Python: unindent does not match any outer indentation level" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    if n:
    y = 3
  )"; }
/* { dg-error "5: Python: expected an indented block after 'if' statement" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    y = "abc
  )"; }
/* { dg-error "9: Python: unterminated string literal" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    f (n) = 3
    y = 3
  )"; }
/* { dg-error "5: Python: cannot assign to function call here" "" { target *-*-* } .-3 } */
}
