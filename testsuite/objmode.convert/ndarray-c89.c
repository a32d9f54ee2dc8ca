/* OBJMODE_ARRAY and objmode_scoped in strict C.  */
/* { dg-do run } */
/* { dg-additional-options "-std=c89 -pedantic-errors -Wall -Wextra -Werror -Wno-variadic-macros" } */
#include <objmode.h>

typedef OBJMODE_ARRAY (double, 1) vector;

/* Two uses of the macro are two types; a typedef is one.  */
static double
last (const vector *v)
{
  return v->data[v->strides[0] * (v->shape[0] - 1)];
}

int
main (void)
{
  objmode_scoped vector v = { 0 };
  OBJMODE_ARRAY (double, 1) w = { 0 };
  double x;
  __attribute__ ((objmode (v, w))) {
    "import numpy as np";
    "v = np.arange (4.0)[::2]";
    "w = v";
  }
  x = last (&v) + w.data[w.strides[0]];
  objmode_array_release (&w);
  return x != 4 || w.shape[0] != 0;
}
