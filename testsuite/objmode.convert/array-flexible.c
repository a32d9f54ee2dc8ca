/* Arrays of unknown size whose extent a clause gives.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct flex { int n; short v[]; };
extern double grid[];
extern int rows[][2];

int
main (void)
{
  struct flex *f = malloc (sizeof *f + 4 * sizeof (short));
  f->n = 4;
  memset (f->v, 0, 8);
  with_objmode (v (f->v) = "[f->n]") { "assert v.dtype == 'int16' and v.shape == (4,); v[3] = 7"; }
  CHECK_NUM (f->v[3], 7);
  with_objmode (grid = "float64[3]") { "grid[2] += 1"; }
  CHECK_NUM (grid[2], 4);
  with_objmode (rows = "[2, 2]") { "assert rows.shape == (2, 2); rows[1, 1] = 9"; }
  CHECK_NUM (rows[1][1], 9);
  free (f);
  return 0;
}
double grid[3] = { 1, 2, 3 };
int rows[2][2];
