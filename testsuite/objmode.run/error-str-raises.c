/* An exception whose code cannot say what it is has a message, a line and a
   traceback all the same.  */
/* { dg-do run } */
#include "check.h"

objmode_module {
  R"py(
class Bad (Exception):
    def __str__ (self): raise KeyError ("no")
class Odd (Exception):
    def __str__ (self): return 5
class Unbound (UnboundLocalError):
    def __str__ (self): return "odd"
class Worse (Exception):
    @property
    def __notes__ (self): raise KeyError ("no")
    def __str__ (self): raise KeyError ("no")
  )py";
}

int
main (void)
{
  int rc, line;

  line = __LINE__; with_objmode (error (rc)) { R"py( raise Bad () )py"; }
  CHECK_NUM (rc, -1);
  CHECK_STR (objmode_error ()->message, "<exception str() failed>");
  CHECK_NUM (objmode_error ()->line, line);
  CHECK (strstr (objmode_error ()->traceback, "Bad: <exception str() failed>\n"));
  CHECK (strstr (objmode_error ()->traceback, "Traceback"));
  line = __LINE__; with_objmode (error (rc)) { R"py( raise Odd () )py"; }
  CHECK_STR (objmode_error ()->message, "<exception str() failed>");
  CHECK_NUM (objmode_error ()->line, line);
  line = __LINE__; with_objmode (error (rc)) { R"py( raise Unbound () )py"; }
  CHECK_STR (objmode_error ()->message, "odd");
  CHECK_NUM (objmode_error ()->line, line);
  line = __LINE__; with_objmode (error (rc)) { R"py( raise Worse () )py"; }
  CHECK_STR (objmode_error ()->message, "<exception str() failed>");
  CHECK_NUM (objmode_error ()->line, line);
  CHECK (strstr (objmode_error ()->traceback, "Worse: <exception str() failed>"));
  return 0;
}
