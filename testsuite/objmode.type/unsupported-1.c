/* Variables that cannot be converted, and why.  */
/* { dg-do compile } */
#include <objmode.h>
struct point { double x, y; };
struct opaque;
union u { int i; float f; };

int
g (struct point s, struct point *sp, union u u, long double ld,
   _Complex double z, void *vp, struct opaque *op, char *str)
{
  int y = 0;
  char buffer[8];
  const char *names[2];
  struct point points[3];
  struct { int m; } anon;
  with_objmode (y) { R"( y = s.x )"; }
/* { dg-error "30: 's' of type 'struct point' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = sp.x )"; }
/* { dg-error "30: 'sp' of type 'struct point .' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = u.i )"; }
/* { dg-error "30: 'u' of type 'union u' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (names) )"; }
/* { dg-error "35: 'names' of type 'const char \[^\n\]*' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (points) )"; }
/* { dg-error "35: 'points' of type 'struct point.3.' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = anon.m )"; }
/* { dg-error "30: 'anon' of type 'struct <anonymous>' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  return y;
}
