/* Variables that cannot be converted, and why.  */
/* { dg-do compile } */
#include <objmode.h>
struct point { double x, y; };
struct opaque;
union u { int i; float f; };
typedef int (*callback) (int);

int
g (struct point s, struct point *sp, union u u, long double ld,
   _Complex double z, void *vp, struct opaque *op, callback cb, char *str)
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
  with_objmode (y) { R"( y = int (ld) )"; }
/* { dg-error "35: 'ld' of type 'long double' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = int (z.real) )"; }
/* { dg-error "35: 'z' of type \[^\n\]* cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = vp )"; }
/* { dg-error "30: 'vp' of type 'void .' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = op )"; }
/* { dg-error "30: 'op' of type 'struct opaque .' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = cb (1) )"; }
/* { dg-error "30: 'cb' of type 'callback'\[^\n\]* cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (buffer) )"; }
/* { dg-error "35: 'buffer' of type 'char.8.' cannot be passed to Python: an array of char is not yet supported; use signed char, unsigned char or const char ." "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (names) )"; }
/* { dg-error "35: 'names' of type 'const char \[^\n\]*' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (points) )"; }
/* { dg-error "35: 'points' of type 'struct point.3.' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = anon.m )"; }
/* { dg-error "30: 'anon' of type 'struct <anonymous>' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (str) { R"( str = "x" )"; }
/* { dg-error "17: 'str' of type 'char .' cannot be passed to Python: a string that the block assigns is not yet supported" "" { target *-*-* } .-1 } */
  return y;
}
