/* CPython's SyntaxWarnings.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { R"( y = 1 if n is 3 else 2 )"; }
/* { dg-warning "35: Python: \"is\" with (a|'int') literal" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"(
    y = 1
    assert (n, "text")
  )"; }
/* { dg-warning "5: Python: assertion is always true" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    y = len ("\d")
  )"; }
/* { dg-warning "14: Python: invalid escape sequence" "" { target ! python312 } .-2 } */
/* { dg-warning "15: Python: (invalid|\"\\\\d\" is an invalid) escape sequence" "" { target python312 } .-3 } */
}
