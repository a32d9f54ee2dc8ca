/* The error record has the message without its place, the part of the variable
   that did not convert, and the classes of the exception.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
#include "check.h"

struct source { double strength; int n[2]; };
struct config { struct source sources[2]; };

objmode_module {
  R"py(
class Mine (FileNotFoundError): pass
  )py";
}

int
main (void)
{
  struct config c = { 0 }, cs[2][2] = { { { { { 0 } } } } };
  objmode_error_info copy;
  const objmode_error_info *e;
  int rc;
  double d;

  with_objmode (c, error (rc)) {
    "c = {'sources': [(1.5, [1, 2]), ('x', [1, 2])]}";
  }
  e = objmode_error ();
  CHECK (rc != 0);
  CHECK_STR (e->variable, "c");
  CHECK_STR (e->path, "c.sources[1].strength");
  CHECK_STR (e->text, "'x' is not a real number");
  CHECK (strstr (e->message, "'c.sources[1].strength' (C double): 'x' is"));
  with_objmode (c, error (rc)) {
    "c = {'sources': [(1.5, [1, 2]), (1.5, [1, 2**40])]}";
  }
  e = objmode_error ();
  CHECK_STR (e->path, "c.sources[1].n[1]");
  CHECK_STR (e->text, "1099511627776 does not fit");
  with_objmode (cs, error (rc)) {
    "s = (1.5, [1, 2])\n"
    "cs = [[([s, s],), ([s, s],)], [([s, (1, [1])],), ([s, s],)]]";
  }
  e = objmode_error ();
  CHECK (rc != 0);
  CHECK_STR (e->path, "cs[1][0].sources[1].n");
  CHECK_STR (e->text, "has shape (1,), not (2,)");

  with_objmode (d, error (rc)) { "d = 'x'"; }
  e = objmode_error ();
  CHECK_STR (e->path, "d");
  CHECK_STR (e->text, "'x' is not a real number");
  CHECK (objmode_error_is (e, "TypeError"));
  with_objmode (d, error (rc)) { "d = 1; del d"; }
  e = objmode_error ();
  CHECK_STR (e->variable, "d");
  CHECK_STR (e->path, "d");
  CHECK_STR (e->text, e->message);

  with_objmode (error (rc)) { "open ('/nonexistent/file')"; }
  e = objmode_error ();
  CHECK (e->path == NULL);
  CHECK_STR (e->text, e->message);
  CHECK (objmode_error_is (e, "FileNotFoundError"));
  CHECK (objmode_error_is (e, "OSError"));
  CHECK (objmode_error_is (e, "IOError"));
  CHECK (objmode_error_is (e, "Exception"));
  CHECK (!objmode_error_is (e, "OSErro"));
  CHECK (!objmode_error_is (e, "OSErrors"));
  CHECK (!objmode_error_is (e, "ValueError"));
  CHECK (!objmode_error_is (e, ""));
  CHECK (!objmode_error_is (e, NULL));
  CHECK (!objmode_error_is (NULL, "OSError"));
  copy = *e;
  CHECK (objmode_error_is (&copy, "OSError"));
  with_objmode (error (rc)) { "raise Mine (2, 'gone')"; }
  e = objmode_error ();
  CHECK (objmode_error_is (e, e->type));
  CHECK (objmode_error_is (e, "OSError"));
  return 0;
}
