/* Python compares names in their NFKC form, C by their characters: U+00B5, the
   key of keyboards, is U+03BC in a text.  */
/* { dg-do run } */
#include "check.h"

struct s { double µ; int ｋ; };
enum unit { Ωhm = 7, ﬁve = 5 };
#define µm 4.5
#define ｍ1 (µm + 1)

static double
µf (double µ, int ｘ)
{
  return µ * 2 + ｘ;
}

objmode_module {
  R"py(
    def module_text ():
        return µf (1.0, 2)
  )py";
}

int
main (void)
{
  double µ = 0.5, r = 0;
  struct s s = { 1.5, 4 };
  with_objmode (r) { R"py( r = µ + s.µ )py"; }
  CHECK_NUM (r, 2);
  with_objmode (µ) { R"py( µ = µ + 3.5 )py"; }
  CHECK_NUM (µ, 4);
  with_objmode (µ = "float64") { R"py( μ = 5.0 )py"; }
  CHECK_NUM (µ, 5);
  double \u00b5n = 2;
  with_objmode (r) { R"py( r = µn )py"; }
  CHECK_NUM (r, 2);
  with_objmode (r, µg (s.µ)) { R"py( r = µg )py"; }
  CHECK_NUM (r, 1.5);
  with_objmode (r) { R"py( r = µf (1.0, 1) + µf (ｘ = 2, µ = 3.0) + module_text () )py"; }
  CHECK_NUM (r, 15);
  with_objmode (r) { R"py( r = Ωhm + ﬁve + five + µm + m1 - 4.5 )py"; }
  CHECK_NUM (r, 22.5);
  with_objmode (r) { R"py( r = eval ("µ") + eval ("s.µ") + eval ("µn") )py"; }
  CHECK_NUM (r, 8.5);
  int ｉｆ = 3;		/* Its form is a keyword.  */
  with_objmode (r) { R"py( r = if_ )py"; }
  CHECK_NUM (r, 3);
  return 0;
}
