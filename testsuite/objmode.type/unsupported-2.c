/* A bit-field that is assigned.  */
/* { dg-do compile } */
#include <objmode.h>
struct bits { unsigned b : 3; };

int
g (struct bits st)
{
  int y = 0;
  with_objmode (b (st.b)) { R"( b = 2 )"; }
/* { dg-error "17: 'b' of type \[^\n\]* cannot be passed to Python: a bit-field that the block assigns is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = 2 )"; }
  return y;
}
