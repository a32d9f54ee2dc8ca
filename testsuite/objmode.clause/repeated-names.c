/* A name or a clause that is given twice.  */
/* { dg-do compile } */
#include <objmode.h>

int
g (int n)
{
  int y = 0, z = 0, rc = 0;
  with_objmode (y, y) { "y = 2"; }
/* { dg-error "20: 'y' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
  with_objmode (y, z, y (n)) { "y = z = 2"; }
/* { dg-error "23: 'y' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
  with_objmode (error (rc), y, error (n)) { "y = 2"; }
/* { dg-error "32: 'error' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
  with_objmode (goto (out), y, goto (out)) { "y = 2"; }
/* { dg-error "32: 'goto' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
  with_objmode (every (2), y, every (3)) { "y = 2"; }
/* { dg-error "31: 'every' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
  with_objmode (interval (2), y, interval (3)) { "y = 2"; }
/* { dg-error "34: 'interval' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
  with_objmode (once, y, once) { "y = 2"; }
/* { dg-error "26: 'once' appears more than once in 'objmode'" "" { target *-*-* } .-1 } */
/* { dg-note "17: first appears here" "" { target *-*-* } .-2 } */
 out:
  return y + z + rc;
}
