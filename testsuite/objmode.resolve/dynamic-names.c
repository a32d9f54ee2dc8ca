/* eval, locals and vars see every convertible variable.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int a = 3, b = 4, y;
  double d = 2.5;
  const char *s = "text";
  struct { int m; } opaque = { 1 };
  with_objmode (y) { "y = eval ('a + b')"; }
  CHECK_NUM (y, 7);
  with_objmode (y) { "y = locals ()['s'] == 'text' and vars ()['d'] == 2.5"; }
  CHECK_NUM (y, 1);
  with_objmode (y) { "r = dict (locals ())\nexec ('q = a * b', {}, r)\ny = r['q']"; }
  CHECK_NUM (y, 12);
  /* Arrays of whatever can be an element.  */
  long double wide[2] = { 1, 0x1p-60L };
  long double _Complex waves[1] = { 2 };
  objmode_object *things[2] = { NULL, NULL };
  OBJMODE_ARRAY (long double, 1) kept = { .data = wide, .shape = { 2 }, .strides = { 1 } };
  __int128 huge[2] = { 1, 2 };
  with_objmode (y) { R"(
    all = locals ()
    y = (all['wide'][1] == 2.0**-60 and all['waves'][0] == 2
         and all['things'].tolist () == [None] * 2
         and all['kept'][0] == 1 and 'huge' not in all)
  )"; }
  CHECK (y == 1 && huge[0] == 1);
  CHECK (opaque.m == 1 && d == 2.5 && s[0] == 't');
  return 0;
}
