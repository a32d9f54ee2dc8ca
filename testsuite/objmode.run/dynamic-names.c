/* eval, locals and vars see every convertible variable.  */
/* { dg-do run } */
#include "check-aux.h"

int
main (void)
{
  int a = 3, b = 4, y;
  double d = 2.5;
  const char *s = "text";
  struct { int m; } opaque = { 1 };
  with_objmode (y) { "y = eval ('a + b')"; }
  CHECK (y == 7);
  with_objmode (y) { "y = locals ()['s'] == 'text' and vars ()['d'] == 2.5"; }
  CHECK (y == 1);
  with_objmode (y) { "r = dict (locals ())\nexec ('q = a * b', {}, r)\ny = r['q']"; }
  CHECK (y == 12);
  CHECK (opaque.m == 1 && d == 2.5 && s[0] == 't');
  return 0;
}
