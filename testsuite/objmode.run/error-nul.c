/* U+0000 in the text of an error does not end it.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int rc;

  with_objmode (error (rc)) { R"(raise ValueError ('a\0z\udc80'))"; }
  CHECK (rc);
  CHECK_STR (objmode_error ()->message, "a\\x00z\200");
  CHECK (strstr (objmode_error ()->traceback, "\nValueError: a\\x00z\200\n"));
  return 0;
}
