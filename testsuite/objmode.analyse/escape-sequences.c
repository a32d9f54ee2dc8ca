/* Escape sequences that CPython refuses, and characters that are not
   in Unicode.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (void)
{
  int y = 0;
  with_objmode (y) { R"( y = len ('\x4') )"; }
/* { dg-error "Python: .unicode error. 'unicodeescape' codec can't decode bytes" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len ('\N{NO SUCH NAME}') )"; }
/* { dg-error "Python: .unicode error. 'unicodeescape' codec can't decode bytes" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len ('\ud800\xe9\u20ac') )"; }
  with_objmode (y) { R"( y = len (b'\xff\377') )"; }
}
