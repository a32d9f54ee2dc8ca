/* Linked to callable-ufunc.c: another unit has a loop for `shared' too, and
   has the only loop for `late'.  */
#include "check.h"
int shared (int x) { return x + 1; }
double late (double x);
double late (double x) { return x * 7; }
extern void other_unit (void);

void
other_unit (void)
{
  with_objmode () { R"( import numpy as np; assert shared.ufunc (np.intc (4)) == 5 and late (1) == 7 )"; }
  with_objmode () { R"( assert late.ufunc ([2]).tolist () == [14] )"; }
}
