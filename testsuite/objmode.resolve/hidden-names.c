/* C variables that hide a builtin or a name of a module block.  */
/* { dg-do compile } */
#include <objmode.h>
objmode_module { "table = {}"; }

int
g (int len, int table, int max)
{
  int y;
  with_objmode (y) { "y = len ([1])"; }
/* { dg-warning "27: C variable 'len' hides the Python builtin 'len' that the block calls" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = len + max"; }
  with_objmode (y) { "y = table + 1"; }
/* { dg-warning "27: C variable 'table' hides the name of a module block" "" { target *-*-* } .-1 } */
  with_objmode (y) { "def max (a): return a\ny = max (1)"; }
  return y;
}
