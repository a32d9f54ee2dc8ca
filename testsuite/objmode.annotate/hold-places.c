/* Where objmode_hold may stand.  */
/* { dg-do compile } */
/* { dg-additional-options "-std=gnu11" } */

#include <objmode.h>

int v OBJMODE_HOLD; /* { dg-error "7: 'objmode_hold' attribute takes no arguments, must be alone in its list, and applies only to a compound statement of a function" } */

OBJMODE_HOLD /* { dg-error "1: 'objmode_hold' attribute takes no arguments, must be alone in its list, and applies only" } */
{
  int x;
}

void
f (int n)
{
  OBJMODE_HOLD n++; /* { dg-error "3: 'objmode_hold' attribute takes no arguments" } */
  __attribute__ ((objmode_hold (1))) { n++; } /* { dg-error "3: 'objmode_hold' attribute takes no arguments" } */
  __attribute__ ((objmode_hold, unused)) { n++; } /* { dg-error "3: 'objmode_hold' attribute takes no arguments" } */
  __attribute__ ((objmode_hold)) __attribute__ ((unused)) { n++; } /* { dg-error "3: 'objmode_hold' attribute takes no arguments" } */
  if (n)
    OBJMODE_HOLD { int m = n; n = m; }
  else
    OBJMODE_HOLD { }
label:
  OBJMODE_HOLD { with_objmode (n) { R"py( n += 1 )py"; } }
  if (n > 9)
    goto label;
  n = ({ OBJMODE_HOLD { n++; } n; });
}

void
whole (n)
  int n;
OBJMODE_HOLD /* { dg-error "applies only to a compound statement" } */
{
  n++;
}
