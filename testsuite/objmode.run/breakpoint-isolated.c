/* In an isolated program, whose user may be anybody, breakpoint () raises.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  objmode_config config = { .isolated = 1 };
  int rc;

  CHECK_NUM (objmode_start (&config), 0);
  with_objmode (error (rc)) { R"py( breakpoint () )py"; } int line = __LINE__;
  FAILS ("RuntimeError", "breakpoint() is not available");
  CHECK_NUM (objmode_error ()->line, line);
  return 0;
}
