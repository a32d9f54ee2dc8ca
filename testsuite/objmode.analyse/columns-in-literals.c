/* The column behind escapes, prefixes, and in adjacent literals.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { "y = '\t\x41\n\u00e9' + = 2"; }
/* { dg-error "27: Python: unterminated string literal" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = '\\t\\x41\\u00e9' + = 2"; }
/* { dg-error "47: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = '\u00e9\u20ac' + = 2"; }
/* { dg-error "44: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { u8"y = = 2"; }
/* { dg-error "29: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { u8R"(y = = 2)"; }
/* { dg-error "31: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 1\n"
                     "y = = 2"; }
/* { dg-error "27: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 1";
                     "y = = 2"; }
/* { dg-error "27: Python: invalid syntax" "" { target *-*-* } .-1 } */
  with_objmode (y) { "if n:\n"
                     "  y = 1\n"
                     "  y = 2\n\ty = = 2"; }
/* { dg-error "34: Python: inconsistent use of tabs and spaces in indentation" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"delim(
    y = 1 # " )" '
    y = = 2)delim"; }
/* { dg-error "9: Python: invalid syntax" "" { target *-*-* } .-1 } */
}
