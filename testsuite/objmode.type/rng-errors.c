/* objmode_rng: what is wrong with them.  */
/* { dg-do compile } */
#include <objmode.h>
#include <objmode-random.h>

struct half { struct { void *state; } bits; objmode_object *__objmode_owner; };
struct longer { struct { void *w[5]; } bits; objmode_object *__objmode_owner; int more; };
struct number { int bits; objmode_object *__objmode_owner; };
struct holder { int n; objmode_rng several[2]; };
struct either { union { objmode_rng g; int n; }; };
objmode_rng whole (void);
double take (objmode_rng g), walk (objmode_rng *g);

int
f (const objmode_rng frozen, struct holder h, struct either e, objmode_rng *rows)
{
  int y = 0, n = 2;
  objmode_rng g = { { 0 }, NULL }, streams[4];
  struct half half;
  struct longer longer;
  struct number number;
  _Atomic objmode_rng atomic;
  with_objmode (y) { R"( y = half )"; }
/* { dg-error "30: 'half' of type 'struct half' cannot be passed to Python: it has the names of the members of an objmode_rng, but is not declared by <objmode-random.h>" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = longer )"; }
/* { dg-error "30: 'longer' of type 'struct longer' \[^\n\]* but is not declared by <objmode-random.h>" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = number )"; }
/* { dg-error "30: 'number' of type 'struct number' \[^\n\]* but is not declared by <objmode-random.h>" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = atomic )"; }
/* { dg-error "30: 'atomic' of type \[^\n\]* cannot be passed to Python: it is atomic" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = streams )"; }
/* { dg-error "30: 'streams' of type 'objmode_rng.4.' cannot be passed to Python: an objmode_rng can only be passed by itself; name one of them, as in 'NAME \\(GENERATORS.i.\\)'" "" { target *-*-* } .-1 } */
  with_objmode (y, rows = "[n]") { R"( y = rows )"; }
/* { dg-error "20: 'rows' of type 'objmode_rng .' cannot be passed to Python: an objmode_rng can only be passed by itself; name one" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = h.n )"; }
/* { dg-error "30: 'h' of type 'struct holder' cannot be passed to Python: an objmode_rng can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = e.n )"; }
/* { dg-error "30: 'e' of type 'struct either' cannot be passed to Python: its member 'g' of type 'objmode_rng' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (frozen) { R"( frozen = None )"; }
/* { dg-error "17: output 'frozen' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (w (whole ())) { R"( w = None )"; }
/* { dg-error "17: the block assigns 'w', whose expression is not an lvalue" "" { target *-*-* } .-1 } */
  with_objmode (g = "float64") { R"( g = None )"; }
/* { dg-error "22: type string 'float64' contradicts the type 'objmode_rng' of 'g'" "" { target *-*-* } .-1 } */
  with_objmode (g = "[:]") { R"( g = None )"; }
/* { dg-error "22: type string '.:.' contradicts the type 'objmode_rng' of 'g'" "" { target *-*-* } .-1 } */
  with_objmode (g = "copy") { R"( g = None )"; }
/* { dg-error "17: 'g' of type 'objmode_rng' cannot be passed to Python: a copy of a generator would draw the same numbers again; let it spawn another one" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = take (g) )"; }
/* { dg-error "30: the C function 'take' cannot be called from Python text: its parameter 'g' of type 'objmode_rng' cannot be passed: an objmode_rng can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = walk (g) )"; }
/* { dg-error "30: the C function 'walk' cannot be called from Python text: its parameter 'g' of type 'objmode_rng .' cannot be passed: an objmode_rng can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = whole () )"; }
/* { dg-error "30: the C function 'whole' cannot be called from Python text: its result of type 'objmode_rng' cannot be passed: an objmode_rng can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (g) { R"( y = g )"; }
/* { dg-warning "26: value assigned to 'y' is lost" "" { target *-*-* } .-1 } */
  return y;
}

void
scopes (void)
{
  objmode_scoped objmode_rng g = { { 0 }, NULL }; /* { dg-error "30: 'objmode_scoped' variable 'g' must be an 'objmode_object .' or an 'OBJMODE_ARRAY'" } */
  __attribute__ ((cleanup (objmode_rng_release))) objmode_rng h = { { 0 }, NULL };
  (void) g, (void) h;
}
