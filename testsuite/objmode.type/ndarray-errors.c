/* OBJMODE_ARRAY, objmode_scoped: what is wrong with them.  */
/* { dg-do compile } */
#include <objmode.h>
typedef OBJMODE_ARRAY (double, 2) matrix;
typedef OBJMODE_ARRAY (const short, 1) shorts;
union choice { int i; float f; };
typedef int v4 __attribute__ ((vector_size (16)));
struct fake { objmode_object *__objmode_owner; double *data; };
struct twisted { objmode_object *__objmode_owner; double *data; ptrdiff_t strides[1], shape[1]; };
struct longer { objmode_object *__objmode_owner; double *data; ptrdiff_t shape[1], strides[1]; int more; };
struct holder { int n; matrix m[2]; };
struct either { union { matrix m; int n; }; };
int count (void);
matrix whole (void);

int
g (const matrix frozen, struct holder h, struct either e, matrix *rows)
{
  int y = 0, n = 2;
  matrix m = { 0 }, several[2];
  shorts s = { 0 };
  struct fake fake;
  struct twisted twisted;
  struct longer longer;
  OBJMODE_ARRAY (double, 0) none;
  OBJMODE_ARRAY (double, 33) many;
  OBJMODE_ARRAY (void *, 1) pointers;
  OBJMODE_ARRAY (union choice, 1) unions;
  OBJMODE_ARRAY (__int128, 1) wide;
  OBJMODE_ARRAY (v4, 1) vectors;
  _Atomic matrix atomic;
  with_objmode (y) { R"( y = fake )"; }
/* { dg-error "30: 'fake' of type 'struct fake' cannot be passed to Python: its first member is that of an OBJMODE_ARRAY, but it is not declared by that macro" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = twisted )"; }
/* { dg-error "30: 'twisted' of type 'struct twisted' \[^\n\]* but it is not declared by that macro" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = longer )"; }
/* { dg-error "30: 'longer' of type 'struct longer' \[^\n\]* but it is not declared by that macro" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = none )"; }
/* { dg-error "30: 'none' of type \[^\n\]* cannot be passed to Python: it must have 1 to 32 dimensions" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = many )"; }
/* { dg-error "30: 'many' of type \[^\n\]* cannot be passed to Python: it must have 1 to 32 dimensions" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = pointers )"; }
/* { dg-error "30: 'pointers' of type \[^\n\]* cannot be passed to Python: arrays of its elements are not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = unions )"; }
/* { dg-error "30: 'unions' of type \[^\n\]* arrays of its elements are not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = wide )"; }
/* { dg-error "30: 'wide' of type \[^\n\]* arrays of its elements are not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = vectors )"; }
/* { dg-error "30: 'vectors' of type \[^\n\]* arrays of its elements are not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = atomic )"; }
/* { dg-error "30: 'atomic' of type \[^\n\]* cannot be passed to Python: it is atomic" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = several )"; }
/* { dg-error "30: 'several' of type 'matrix.2.' cannot be passed to Python: an OBJMODE_ARRAY can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = h.n )"; }
/* { dg-error "30: 'h' of type 'struct holder' cannot be passed to Python: an OBJMODE_ARRAY can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = e.n )"; }
/* { dg-error "30: 'e' of type 'struct either' cannot be passed to Python: its member 'm' of type 'matrix' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y, rows = "[n]") { R"( y = rows )"; }
/* { dg-error "20: 'rows' of type 'matrix .' cannot be passed to Python: an OBJMODE_ARRAY can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (frozen) { R"( frozen = 1 )"; }
/* { dg-error "17: output 'frozen' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (w (whole ())) { R"( w = 1 )"; }
/* { dg-error "17: the block assigns 'w', whose expression is not an lvalue" "" { target *-*-* } .-1 } */
  with_objmode (m = "float64[:]") { R"( m += 1 )"; }
/* { dg-error "22: type string 'float64.:.' contradicts the type 'matrix' of 'm'" "" { target *-*-* } .-1 } */
  with_objmode (m = "float64") { R"( m += 1 )"; }
/* { dg-error "22: type string 'float64' contradicts the type 'matrix' of 'm'" "" { target *-*-* } .-1 } */
  with_objmode (m = "float32[:, :]") { R"( m += 1 )"; }
/* { dg-error "22: type string 'float32.:, :.' contradicts the type 'matrix' of 'm'" "" { target *-*-* } .-1 } */
  with_objmode (m = "float64[:, n]") { R"( m += 1 )"; }
/* { dg-error "22: type string 'float64.:, n.' gives the extents of 'm', which has its own extents; write ':'" "" { target *-*-* } .-1 } */
  with_objmode (s = "uint16[:]") { R"( s = None )"; }
/* { dg-error "22: type string 'uint16.:.' contradicts the type 'shorts' of 's'" "" { target *-*-* } .-1 } */
  with_objmode (s = "int16[::1]", m = "static [:, ::1]") { R"( m, s = None, s )"; }
  with_objmode (m) { R"( y = m )"; }
/* { dg-warning "26: value assigned to 'y' is lost" "" { target *-*-* } .-1 } */
  objmode_array_release (&m);
  return y;
}

void
scopes (void)
{
  objmode_scoped objmode_object *o = NULL;
  objmode_scoped matrix m = { 0 };
  objmode_scoped int i = 0; /* { dg-error "22: 'objmode_scoped' variable 'i' must be an 'objmode_object .' or an 'OBJMODE_ARRAY'" } */
  objmode_scoped matrix *p = &m; /* { dg-error "26: 'objmode_scoped' variable 'p' must be" } */
  objmode_scoped struct fake f = { 0 }; /* { dg-error "30: 'objmode_scoped' variable 'f' must be" } */
  static objmode_scoped objmode_object *s; /* { dg-warning "'cleanup' attribute ignored" } */
  (void) o, (void) i, (void) p, (void) f, (void) s;
}
