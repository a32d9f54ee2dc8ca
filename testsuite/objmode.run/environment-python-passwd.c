/* OBJMODE_PYTHON=/etc/passwd is not accepted in place of a python.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_PYTHON "/etc/passwd" } */
#include "check.h"

int
main (void)
{
  int rc;

  with_objmode (error (rc)) { R"py( pass )py"; }
  FAILS ("RuntimeError", "/etc/passwd (from OBJMODE_PYTHON) is not a python executable; it must name an environment");
  return 0;
}
