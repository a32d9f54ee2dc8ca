/* A statement expression, a nested function, the argument of a macro.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
#include <objmode.h>
#define TWICE(S) S S
#define TWO(V) with_objmode (V) { "n += 1"; } with_objmode (V) { "n += 2"; }
#define INNER(V) with_objmode (V) { "n += 3"; }
#define OUTER(V) do { INNER (V) } while (0)

int
f (int n)
{
  int g (int k)
  {
    with_objmode (k) { "k = k + n"; }
    return k;
  }
  int m = ({ int r; with_objmode (r) { "r = n * 2"; } r; });
  TWICE (with_objmode (n) { "n += 1"; })
  TWO (n)
  OUTER (n);
  return g (m) + n;
}
