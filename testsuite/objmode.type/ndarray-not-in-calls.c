/* An OBJMODE_ARRAY cannot be a parameter or result of what the text calls.  */
/* { dg-do compile } */
#include <objmode.h>

typedef OBJMODE_ARRAY (double, 1) vec;
vec give (void);
void take (vec v), fill (vec *v);

void
f (void)
{
  int y;
  with_objmode (y) { "y = len (give ())"; }
/* { dg-error "32: the C function 'give' cannot be called from Python text: its result of type 'vec' cannot be passed: an OBJMODE_ARRAY can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { "take (1); y = 2"; }
/* { dg-error "23: the C function 'take' cannot be called from Python text: its parameter 'v' of type 'vec' cannot be passed: an OBJMODE_ARRAY can only be passed by itself" "" { target *-*-* } .-1 } */
  with_objmode (y) { "fill (1); y = 2"; }
/* { dg-error "23: the C function 'fill' cannot be called from Python text: its parameter 'v' of type 'vec .' cannot be passed: an OBJMODE_ARRAY can only be passed by itself" "" { target *-*-* } .-1 } */
}
