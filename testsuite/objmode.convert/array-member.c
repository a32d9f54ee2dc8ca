/* Members that are arrays of several dimensions.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct inner { float m[2][3]; };
struct outer { struct inner in[2]; };

int
main (void)
{
  struct outer o = { 0 }, *q = &o;
  with_objmode (m (q->in[1].m)) { "assert m.shape == (2, 3); m[1, 2] = 2.5"; }
  CHECK (o.in[1].m[1][2] == 2.5f);
  with_objmode (m (o.in[0].m) = "float32[2, 3]") { "m = m + 1"; }
  CHECK_NUM (o.in[0].m[1][2], 1);
  float cube[2][2][2] = { 0 };
  with_objmode (c (cube)) { "assert c.shape == (2, 2, 2); c[1, 1, 1] = 1"; }
  with_objmode (c (cube[1])) { "assert c.shape == (2, 2); c[0, 1] = 2"; }
  CHECK (cube[1][1][1] == 1 && cube[1][0][1] == 2);
  return 0;
}
