/* #line moves tracebacks as it moves C's lines.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int rc;
#line 1000 "elsewhere.c"
  with_objmode (error (rc)) { R"(
    a = 1
    raise ValueError (a)
  )"; }
  CHECK (rc && objmode_error ()->line == 1002);
  CHECK_STR (objmode_error ()->file, "elsewhere.c");
  CHECK (strstr (objmode_error ()->traceback, "File \"elsewhere.c\", line 1002, in main\n"));
  return 0;
}
