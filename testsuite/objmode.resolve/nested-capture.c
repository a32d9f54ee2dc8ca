/* Blocks of nested functions use variables of all functions around.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

static int
outer (int n, double a[n])
{
  int total = 0;
  double v[n];
  for (int i = 0; i < n; i++)
    v[i] = i;
  void middle (int k)
  {
    int own = k * 2;
    void inner (void)
    {
      with_objmode (total, a, own) { "total += n + k + own + int (v.sum () + a.sum ()); own = 0; a[0] = 1"; }
    }
    inner ();
    CHECK_NUM (own, 0);
  }
  middle (3);
  CHECK_NUM (a[0], 1);
  return total;
}

int
main (void)
{
  double a[4] = { 0, 0, 0, 10 };
  CHECK (outer (4, a) == 4 + 3 + 6 + 16);
  return 0;
}
