/* When the C file is not there, tracebacks show the text of the blocks that
   is in the program: of the blocks that ran after the first error too.  */
/* { dg-do run } */
#include "check.h"

static int rc;

#line 10 "/nonexistent/gone.c"
static void
first (void)
{
  with_objmode (error (rc)) { "a = 1\n"
                              "b = a // 0"; }
}

static void
second (void)
{
  with_objmode (error (rc)) {
    R"(
      c = [
          2 // 0 ]
    )";
  }
}

int
main (void)
{
  const char *traceback;

  for (int i = 0; i < 2; i++)
    {
      first ();
      CHECK (rc);
      traceback = objmode_error ()->traceback;
      CHECK (strstr (traceback, "  File \"/nonexistent/gone.c\", line 14, in first\n"
                     "    b = a // 0\n"
                     "        ~~^^~~\n"
                     "ZeroDivisionError: "));
      second ();
      CHECK (rc);
      traceback = objmode_error ()->traceback;
      CHECK (strstr (traceback, "  File \"/nonexistent/gone.c\", line 23, in second\n"
                     "    2 // 0 ]\n"
                     "    ~~^^~~\n"
                     "ZeroDivisionError: "));
    }
  return 0;
}
