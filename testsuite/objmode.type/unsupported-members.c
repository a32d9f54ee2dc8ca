/* Bit-fields and members that the block cannot assign.  */
/* { dg-do compile } */
#include <objmode.h>
struct wide { unsigned __int128 b : 100; unsigned __int128 c : 64; };
struct __attribute__ ((scalar_storage_order ("big-endian"))) reversed
{ int a; unsigned b : 3; };
struct fixed { const unsigned b : 3; };

int
g (struct wide st, struct reversed *r, struct fixed *f)
{
  int y = 0;
  with_objmode (b (st.b)) { R"( b = 2 )"; }
/* { dg-error "17: 'b' of type \[^\n\]* cannot be passed to Python: a bit-field of more than 64 bits that the block assigns is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (v (r->a)) { R"( v = 2 )"; }
/* { dg-error "17: 'v' of type 'int' cannot be passed to Python: it is in reverse byte order" "" { target *-*-* } .-1 } */
  with_objmode (v (r->b)) { R"( v = 2 )"; }
/* { dg-error "17: 'v' of type \[^\n\]* cannot be passed to Python: it is in reverse byte order" "" { target *-*-* } .-1 } */
  with_objmode (v (f->b)) { R"( v = 2 )"; }
/* { dg-error "17: output 'v' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (v (st.b), w (st.c)) { R"( w = int (v == 2) )"; }
  with_objmode (y, v (r->a), w (r->b)) { R"( y = v + w )"; }
  with_objmode (y) { R"( y = 2 )"; }
  return y;
}
