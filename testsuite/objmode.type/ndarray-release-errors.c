/* An argument of objmode_array_release that is not an OBJMODE_ARRAY is reported
   by the names of members that the user knows.  */
/* { dg-do compile } */
#include <objmode.h>
struct point { double x; };

void
f (struct point *p)
{
  objmode_array_release (p); /* { dg-note "3: in expansion of macro 'objmode_array_release'" } */
}
/* { dg-error "'struct point' has no member named 'strides'" "" { target *-*-* } 0 } */
