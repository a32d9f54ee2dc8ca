/* A C variable that cannot be passed hides a name of a module block.  */
/* { dg-do compile } */
#include <objmode.h>
objmode_module { "import math as np; import os as ops"; }

int
f (int *np, int **ops, int *later)
{
  int y;
  with_objmode (y) { "y = np.sqrt (4)"; }
/* { dg-error "27: C variable 'np' of type 'int \\*' hides the name of a module block and cannot be passed to Python: its extents are unknown; give them in a clause; declare it 'global' in the text to use the name of the module block" "" { target *-*-* } .-1 } */
  with_objmode (y) { "global np; y = np.sqrt (4)"; }
  with_objmode (y) { "y = ops.getpid ()"; }
/* { dg-error "27: C variable 'ops' of type 'int \\*\\*' hides the name of a module block" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = later.getpid ()"; }
/* { dg-error "27: 'later' of type 'int \\*' cannot be passed to Python: its extents are unknown" "" { target *-*-* } .-1 } */
/* { dg-warning "27: C variable 'later' hides the name of a module block; declare it 'global' in the text to use that" "" { target *-*-* } .-2 } */
  return y;
}
objmode_module { "import os as later"; }
