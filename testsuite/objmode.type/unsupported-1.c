/* Variables that cannot be converted, and why.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (void)
{
  int y = 0;
  const char *names[2];
  with_objmode (y) { R"( y = len (names) )"; }
/* { dg-error "35: 'names' of type 'const char \[^\n\]*' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  return y;
}
