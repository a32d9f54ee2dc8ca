/* error, goto, both, and the record that they leave.  */
/* { dg-do run } */
#include "check.h"

static int
fails (int n)
{
  int y = n;
  with_objmode (y, goto (bad)) { "y = 1 // n"; }
  return y;
 bad:
  return -1;
}

int
main (void)
{
  int rc = 5, y = 17;
  CHECK (objmode_error () == NULL);
  with_objmode (y, error (rc)) { "y = {}['key']"; }
  CHECK (rc != 0 && y == 17);
  const objmode_error_info *e = objmode_error ();
  CHECK (e && strcmp (e->type, "KeyError") == 0 && strcmp (e->message, "'key'") == 0);
  CHECK (strstr (e->file, "error-clauses.c") && strcmp (e->function, "main") == 0);
  CHECK (e->line == 20 && e->variable == NULL);
  with_objmode (y, error (rc)) { "y = 1"; }
  CHECK (rc == 0 && y == 1);
  objmode_clear_error ();
  CHECK (objmode_error () == NULL);
  CHECK (fails (1) == 1 && fails (0) == -1);
  CHECK_STR (objmode_error ()->type, "ZeroDivisionError");
  with_objmode (y, error (rc), goto (both)) { "y = undefined_here ()"; }
  CHECK (!"reached");
 both:
  CHECK (rc != 0 && strcmp (objmode_error ()->type, "NameError") == 0);
  /* A type of a module is printed as tracebacks do.  */
  with_objmode (error (rc)) { "import json; json.loads ('{')"; }
  CHECK_STR (objmode_error ()->type, "json.decoder.JSONDecodeError");
  /* Any modifiable integer lvalue.  */
  struct { unsigned char c; unsigned bit : 1; long a[2]; _Bool b; } s = { 0 };
  long *p = s.a;
  with_objmode (error (s.c)) { "raise ValueError"; }
  with_objmode (error (s.bit)) { "raise ValueError"; }
  with_objmode (error (p[1])) { "raise ValueError"; }
  with_objmode (error (s.b)) { "raise ValueError"; }
  CHECK (s.c && s.bit && s.a[1] && s.b && !s.a[0]);
  CHECK_STR (objmode_error ()->message, "");
  objmode_object *x = objmode_error_exception ();
  with_objmode (y) { "y = type (x) is ValueError"; }
  CHECK_NUM (y, 1);
  objmode_release (x);
  return 0;
}
/* { dg-prune-output "is undefined" } */
