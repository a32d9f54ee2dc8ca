/* C allows characters in names that Python does not: the dollar sign and, as
   U+00B2, some that are not letters.  A text that sees every variable does not
   get one with such a name, and a function with such a name can have blocks.  */
/* { dg-do run } */
#include "check.h"

static int
twice$ (int x)
{
  int r = 0;
  with_objmode (r) { R"py( r = x * 2 )py"; }
  return r;
}

static int
a² (void)
{
  int r = 0;
  with_objmode (r) { R"py( r = 4 )py"; }
  return r;
}

int
main (void)
{
  int m$n = 3, m² = 5, other = 7, r;

  with_objmode (r) { R"py( r = eval ("other") if "other" in locals () else 0 )py"; }
  CHECK_NUM (r, 7);
  with_objmode (r) { R"py( r = len ([n for n in locals () if n.startswith ("m")]) )py"; }
  CHECK_NUM (r, 0);
  with_objmode (r, mn (m$n), m2 (m²)) { R"py( r = mn + m2 + eval ("mn") )py"; }
  CHECK_NUM (r, 11);
  CHECK_NUM (twice$ (2), 4);
  CHECK_NUM (a² (), 4);
  return other - 7;
}
