/* The brace of a function is not a compound statement that can be held.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu89" } */
#include <objmode.h>

int
h (y)
     int y;
     OBJMODE_HOLD { return y; }
/* { dg-error "6: 'objmode_hold' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
