/* Correct blocks are silent under all the usual warnings.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition -Wredundant-decls -Wundef -Wformat=2 -Wlogical-op -Wduplicated-cond -Wfloat-equal -Wwrite-strings -Wdeclaration-after-statement -Wunused-macros -Wvla -Werror" } */
#include <objmode.h>
#define UNIT_LIMIT 12
objmode_module { "def f (x): return x + UNIT\nUNIT = 1"; }
static unsigned char byte;
static double table[3];

static int
kernel (int n, const double *p, unsigned long size, float *out, const char *s)
{
  int y = 0, rc;
  with_objmode (y, p = "[size]", out = "float32[size : 1]", error (rc), every (n), interval (0.0)) { R"py(
    y = int (p.sum ()) + len (s) + UNIT_LIMIT
    out[:] = 1
  )py"; }
  if (rc)
    return -1;
  with_objmode (byte, once) { "byte = f (byte)"; }
  with_objmode (v (table[n]), w (p[0] > 0 ? n : 1), goto (bad)) { "v = w"; }
  return y;
 bad:
  return -2;
}

int
main (void)
{
  double d[3] = { 1, 2, 3 };
  float out[3];
  return kernel (1, d, 3, out, "abc") != 6 + 3 + UNIT_LIMIT || byte != 1;
}
