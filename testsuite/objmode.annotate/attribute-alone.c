/* The attribute must be alone in its list.  */
/* { dg-do compile } */

void
f (int n)
{
  __attribute__ ((objmode (n), unused)) { "n = 1"; }
/* { dg-error "30: 'objmode' must be alone in its attribute list" "" { target *-*-* } .-1 } */
  __attribute__ ((objmode, unused)) { "print (n)"; }
/* { dg-error "26: 'objmode' must be alone in its attribute list" "" { target *-*-* } .-1 } */
}
