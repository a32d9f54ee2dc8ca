/* Structs and unions that cannot be converted, or not so.  */
/* { dg-do compile } */
#include <objmode.h>
typedef float v4 __attribute__ ((vector_size (16)));
struct opaque;
struct atomic { int a; _Atomic int b; };
struct vector { int a; v4 v; };
struct deep { struct vector d[2]; };
struct empty { };
struct choice { union { objmode_object *o; int i; }; };
struct __attribute__ ((scalar_storage_order ("big-endian"))) reversed { int a; };
struct fine { int a; const int b; };
struct flex { int n; int data[]; };

int
g (struct atomic a, struct vector v, struct deep *d, struct empty e,
   struct choice c, struct reversed r, struct fine *f, const struct flex *x,
   struct opaque **o)
{
  int y = 0;
  struct vector vs[2];
  struct atomic many[2];
  struct nested { struct atomic all[2]; } nested;
  _Atomic struct flex whole;
  with_objmode (y) { R"( y = a.a + v.a + d.d[0].a + len (vs) )"; }
  with_objmode (a) { R"( a = {"a": 1} )"; }
/* { dg-error "17: output 'a' has an atomic member; assign its other members in the text" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (many) )"; }
/* { dg-error "35: 'many' of type 'struct atomic.2.' cannot be passed to Python: it has an atomic member" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = len (nested) )"; }
/* { dg-error "35: 'nested' of type 'struct nested' cannot be passed to Python: the elements of its member 'all' have an atomic member" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = e )"; }
/* { dg-error "30: 'e' of type 'struct empty' cannot be passed to Python: it has no members" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = c.i )"; }
/* { dg-error "30: 'c' of type 'struct choice' cannot be passed to Python: its member 'o' of type 'objmode_object .' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = r.a )"; }
/* { dg-error "30: 'r' of type 'struct reversed' cannot be passed to Python: its members are in reverse byte order" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = whole.n )"; }
/* { dg-error "30: 'whole' of type \[^\n\]* cannot be passed to Python: it is atomic" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = o )"; }
/* { dg-error "30: 'o' of type 'struct opaque ..' cannot be passed to Python: " "" { target *-*-* } .-1 } */
  with_objmode (f) { R"( f = 1, 2 )"; }
/* { dg-error "17: output 'f' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (x) { R"( x = {} )"; }
/* { dg-error "17: output 'x' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (y, f = "int32") { R"( y = f.a )"; }
/* { dg-error "25: type string 'int32' contradicts the type 'struct fine' of 'f'" "" { target *-*-* } .-1 } */
  with_objmode (y, e = "[3]") { R"( y = e[0] )"; }
/* { dg-error "25: type string '.3.' contradicts the type 'struct empty' of 'e'" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = f.a + x.n )"; }
  return y;
}
