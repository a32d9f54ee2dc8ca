/* What only blocks use counts as used.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Wunused-but-set-parameter -Werror" } */
#include <objmode.h>
static int only_text;
static const char *const name = "x";
static double table[3];

int
g (int param, int sized)
{
  int local = 2, set_only, out;
  double *p = table;
  set_only = 3;
  with_objmode (out, p = "[sized]") { "out = param + local + set_only + only_text + len (name) + int (table[0] + p[0])"; }
  return out;
}
