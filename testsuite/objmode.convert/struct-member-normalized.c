/* Members whose names Python normalizes are found by both forms, and arrays of
   the struct have the names as C writes them.  */
/* { dg-do run } */
#include "check.h"

struct s { double µ; int ｋ; };

int
main (void)
{
  struct s s = { 1.5, 4 }, t = { 0, 0 }, a[2] = { { 1, 2 }, { 3, 4 } };
  int n = 0;
  with_objmode (n) {
    R"py(
      s.µ = 2.5
      s["µ"] += 1
      s["μ"] += 1
      n = (s.µ == s.μ == s["µ"] == getattr (s, "µ") == 4.5 and "µ" in s
           and "μ" in s and s.ｋ == s.k == s["ｋ"] == 4
           and list (s) == ["μ", "k"] and "μ=4.5" in repr (s)
           and "μ" in dir (s) and not hasattr (s, "ν"))
    )py";
  }
  CHECK (n && s.µ == 4.5);
  with_objmode (t) { R"py( t = dict (µ = 1.0, k = 3) )py"; }
  CHECK (t.µ == 1 && t.ｋ == 3);
  with_objmode (t) { R"py( t = {"µ": 2.0, "ｋ": 5} )py"; }
  CHECK (t.µ == 2 && t.ｋ == 5);
  with_objmode (t) { R"py( t = a[1] )py"; }
  CHECK (t.µ == 3 && t.ｋ == 4);
  with_objmode (t) {
    R"py(
      import types
      t = types.SimpleNamespace (µ = 6.0, ｋ = 7)
    )py";
  }
  CHECK (t.µ == 6 && t.ｋ == 7);
  with_objmode (n) {
    R"py(
      n = a.dtype.names == ("µ", "ｋ") and a["µ"].tolist () == [1, 3]
    )py";
  }
  CHECK (n);
  int rc = 0;
  with_objmode (t, error (rc)) { R"py( t = {"µ": 2.0} )py"; }
  FAILS ("ValueError", "has no member 'k'");
  return 0;
}
