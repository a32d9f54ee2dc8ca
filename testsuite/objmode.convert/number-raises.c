/* An exception of an object's own __float__, __index__, __complex__ or
   __array__ keeps its type and its frames, and says where and what the
   variable is.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
#include "check.h"

objmode_module {
  R"py(
import numpy as np
class Bad:
    def fail(self, *args): raise LookupError ('no value')
    __float__ = __index__ = __complex__ = __array__ = fail
class Wrong:
    def fail(self, *args): return int ('x')
    __float__ = __index__ = __complex__ = fail
once = LookupError ('kept')
class Kept:
    def __float__(self): raise once
  )py";
}

static double twice (double x) { return 2 * x; }

/* The last error must say that MESSAGE, of TYPE, comes of the variable with
   the name and type VAR.  */

static void
check_place (int rc, const char *type, const char *var, const char *message)
{
  const objmode_error_info *e = objmode_error ();
  const char *note;

  CHECK (rc != 0);
  CHECK_STR (e->type, type);
  CHECK_STR (e->text, message);
  CHECK (strstr (e->message, "number-raises.c:") && strstr (e->message, var)
	 && strstr (e->message, message));
  /* Its own frame, then the place; each once.  */
  note = strstr (e->traceback, "number-raises.c:");
  CHECK (strstr (e->traceback, "in fail") || strstr (e->traceback, "in __float"));
  CHECK (note && strstr (note, var)
	 && strstr (note, "the conversion of the value raised this"));
  CHECK (!strstr (note + 1, "number-raises.c:"));
  CHECK (!strstr (e->traceback, "place_error"));
}

int
main (void)
{
  double d, a[2];
  float _Complex c;
  int i, rc;
  struct { int n; double x[2]; } s = { 0, { 0 } };

  with_objmode (d, error (rc)) { "d = Bad ()"; }
  check_place (rc, "LookupError", "'d' (C double)", "no value");
  with_objmode (i, error (rc)) { "i = Bad ()"; }
  check_place (rc, "LookupError", "'i' (C int)", "no value");
  with_objmode (c, error (rc)) { "c = Bad ()"; }
  check_place (rc, "LookupError", "'c' (C complex float)", "no value");
  with_objmode (a, error (rc)) { "a = Bad ()"; }
  check_place (rc, "LookupError", "'a' (C double array)", "no value");
  with_objmode (a, error (rc)) { "a = [1, Bad ()]"; }
  check_place (rc, "LookupError", "'a' (C double array)", "no value");
  with_objmode (a, error (rc)) { "a = [1, Wrong ()]"; }
  check_place (rc, "ValueError", "'a[1]' (C double)",
	       "invalid literal for int() with base 10: 'x'");
  with_objmode (s, error (rc)) { "s = (Wrong (), [1, 2])"; }
  check_place (rc, "ValueError", "'s.n' (C int)",
	       "invalid literal for int() with base 10: 'x'");
  with_objmode (s, error (rc)) { "s = (1, [1, Wrong ()])"; }
  check_place (rc, "ValueError", "'s.x[1]' (C double)",
	       "invalid literal for int() with base 10: 'x'");
  with_objmode (error (rc)) { "twice (Wrong ())"; }
  CHECK (rc != 0 && strstr (objmode_error ()->traceback,
			    "twice() argument 'x' (C double): the conversion"));
  /* An exception that is raised twice has the note of each place once.  */
  for (int n = 0; n < 2; n++)
    {
      with_objmode (d, error (rc)) { "d = Kept ()"; }
      check_place (rc, "LookupError", "'d' (C double)", "kept");
    }
  return 0;
}
