/* NAME (EXPR): evaluated once, on entry.  */
/* { dg-do run } */
#include "check.h"
struct s { double rms; int k; double u[4]; unsigned b : 3; int sb : 4; _Bool flag : 1; };
static int calls;
static int f (void) { return ++calls; }
static int *where (void) { static int a[3] = { 1, 2, 3 }; calls++; return a; }

int
main (void)
{
  struct s st = { 1.5, 3, { 1, 2, 3, 4 }, 5, -8, 1 }, *p = &st;
  int a[4] = { 10, 20, 30, 40 }, i = 1, y;
  with_objmode (y, v (f ())) { "y = v + v"; }
  CHECK (calls == 1 && y == 2);
  with_objmode (y, v (i++)) { "y = v + v"; }
  CHECK (i == 2 && y == 2);
  with_objmode (e (a[i++])) { "e += 1"; }
  CHECK (i == 3 && a[2] == 31 && a[3] == 40);
  with_objmode (e (where ()[1])) { "e = e * 10"; }
  CHECK (calls == 2 && where ()[1] == 20);
  with_objmode (e (*(a + 1))) { "e = 7"; }
  CHECK_NUM (a[1], 7);
  with_objmode (rms (p->rms), u (p->u), k (st.k)) { "rms = u.sum () + k; u[1] = 20.0; k += 1"; }
  CHECK (st.rms == 13 && st.u[1] == 20 && st.k == 4);
  with_objmode (y, b (st.b), sb (p->sb), flag (st.flag)) { "y = b * 100 + sb if flag is True else 0"; }
  CHECK_NUM (y, 492);
  with_objmode (y, big (1L << 40), neg (-1), s ("text"), z (y > 3)) { "y = big == 2**40 and neg == -1 and s == 'text' and z == 1"; }
  CHECK_NUM (y, 1);
  with_objmode (y (a[0])) { "y = 99"; }
  CHECK (a[0] == 99 && y == 1);
  with_objmode (m (a), y) { "m[2] = 5; y = len (m)"; }
  CHECK (a[2] == 5 && y == 4);
  double *q = st.u;
  with_objmode (w (q + 1) = "[3]") { "w[:] = 1"; }
  CHECK (st.u[0] == 1 && st.u[1] == 1 && st.u[3] == 1);
  /* Not evaluated when the block is skipped.  */
  calls = 0;
  with_objmode (v (f ()), every (0)) { "print (v)"; }
  CHECK_NUM (calls, 0);
  return 0;
}
