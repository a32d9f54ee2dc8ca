/* Two outputs that are one object.  */
/* { dg-do compile } */
#include <objmode.h>
struct point { int x, y; };

int
g (int i, struct point s, int *p)
{
  int k = 0, rc = 0, v[3] = { 0 };
  with_objmode (k, k2 (k)) { "k = 5; k2 = 7"; }
/* { dg-error "20: 'k' and 'k2' in 'objmode' clauses set the same object" "" { target *-*-* } .-1 } */
/* { dg-note "17: also set here" "" { target *-*-* } .-2 } */
  with_objmode (a (v[i]), b (v[i])) { "a = 5; b = 7"; }
/* { dg-error "27: 'a' and 'b' in 'objmode' clauses set the same object" "" { target *-*-* } .-1 } */
/* { dg-note "17: also set here" "" { target *-*-* } .-2 } */
  with_objmode (a (*p), b (*p)) { "a = 5; b = 7"; }
/* { dg-error "25: 'a' and 'b' in 'objmode' clauses set the same object" "" { target *-*-* } .-1 } */
/* { dg-note "17: also set here" "" { target *-*-* } .-2 } */
  with_objmode (b (s.y), s) { "b = 7; s = (1, 2)"; }
/* { dg-error "26: 'b' and 's' in 'objmode' clauses set the same object" "" { target *-*-* } .-1 } */
/* { dg-note "17: also set here" "" { target *-*-* } .-2 } */
  with_objmode (k, error (k)) { "k = 5"; }
/* { dg-error "17: 'error' and 'k' in 'objmode' clauses set the same object" "" { target *-*-* } .-1 } */
/* { dg-note "20: also set here" "" { target *-*-* } .-2 } */
  with_objmode (a (s.x), b (s.y), k, error (rc)) { "a = b = k = 5"; }
  with_objmode (a (v[0]), b (v[1]), c (v[i])) { "a = b = c = 5"; }
  with_objmode (k2 (k), k) { "k = k2"; }
  return k + rc + s.x;
}
