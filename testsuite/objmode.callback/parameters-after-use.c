/* What is said of parameters after a block has used them is an error.  */
/* { dg-do compile } */
#include <objmode.h>
typedef int (*func) (int *, int);
extern int plain (const int *v, int n);

void
use (func f, int y)
{
  with_objmode (y) { R"( y = f (None, 0) + plain (None, 0) )"; }
}
objmode_members (func, arg0 = "[arg1]"); /* { dg-error "24: extents of 'arg0' are declared after a block has used its type" } */
objmode_members (plain, v = "[n]"); /* { dg-error "25: extents of 'v' are declared after a block has used its type" } */
