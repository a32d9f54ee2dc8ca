/* Views end with the block, but for static memory and copies.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
static double forever[3] = { 1, 2, 3 };
objmode_module { "kept = []\nclass Holder: pass\nholder = Holder ()"; }

int
main (void)
{
  double a[3] = { 1, 2, 3 }, *p = malloc (3 * sizeof *p);
  int rc, y;
  p[0] = p[1] = p[2] = 4;
  with_objmode () { "kept.append (forever)"; }
  forever[1] = 20;
  with_objmode (y) { "y = int (kept[0][1])"; }
  CHECK_NUM (y, 20);
  with_objmode (error (rc)) { "kept.append (a)"; } int line = __LINE__;
  CHECK (rc);
  CHECK (strstr (objmode_error ()->message, "'a'") && strstr (objmode_error ()->message, "list"));
  CHECK (strstr (objmode_error ()->message, "copy ()") && strstr (objmode_error ()->message, "static"));
  CHECK (objmode_error ()->line == line);
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc)) { "kept.append (a[1:])"; }
  CHECK (rc);
  with_objmode () { "kept.clear (); kept.append (a.copy ())"; }
  with_objmode (a = "copy [3]") { "kept.append (a); a[0] = 100"; }
  CHECK_NUM (a[0], 1);
  with_objmode (p = "static [3]") { "kept.append (p)"; }
  p[2] = 9;
  with_objmode (y) { "y = int (kept[-1][2])"; }
  CHECK_NUM (y, 9);
  /* A cycle is collected.  */
  with_objmode () { R"(
    h = Holder ()
    h.self = h
    h.view = a
    def f (): return a, f
  )"; }
  /* A traceback that is kept does not keep the view.  */
  with_objmode (error (rc)) { "a[10] = 1"; }
  CHECK (rc && strcmp (objmode_error ()->type, "IndexError") == 0);
  return 0;
}
