/* Unusual arrays: misaligned, over-aligned, flexible, volatile, members.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct __attribute__ ((packed)) p { char c; double d[3]; };
struct flex { int n; short v[]; };
struct inner { float m[2][3]; };
struct outer { struct inner in[2]; };
static _Thread_local double mine[2];

int
main (void)
{
  struct p p = { 1, { 1, 2, 3 } };
  struct flex *f = malloc (sizeof *f + 4 * sizeof (short));
  struct outer o = { 0 }, *q = &o;
  volatile int vol[2] = { 1, 2 };
  double big[3] __attribute__ ((aligned (256))) = { 1, 2, 3 };
  int one[1] = { 5 }, y;
  f->n = 4;
  memset (f->v, 0, 8);
  with_objmode (d (p.d)) { "assert d.sum () == 6; d[2] = 30"; }
  CHECK_NUM (p.d[2], 30);
  with_objmode (v (&f->v[0]) = "[f->n]") { "v[3] = 7"; }
  CHECK_NUM (f->v[3], 7);
  with_objmode (row (q->in[1].m[1])) { "row[0] = 4"; }
  CHECK_NUM (o.in[1].m[1][0], 4);
  with_objmode (y) { "y = int (vol.sum () + big.sum () + one[0]); vol[0] = 5"; }
  CHECK (y == 14 && vol[0] == 5);
  mine[1] = 3;
  with_objmode (y) { "y = int (mine[1])"; }
  CHECK_NUM (y, 3);
  y = 2;
  with_objmode (e (o.in[y - 1].m[0][y])) { "e = 8.5"; }
  CHECK (o.in[1].m[0][2] == 8.5f);
  free (f);
  return 0;
}
