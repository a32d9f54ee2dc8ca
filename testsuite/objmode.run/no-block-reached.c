/* A program that reaches no block needs no Python.  */
/* { dg-do run } */
/* { dg-set-target-env-var OBJMODE_PYTHON "/nonexistent" } */
#include "check.h"

int
main (int argc, char **argv)
{
  int y = 0, rc;
  if (argc > 5)
    with_objmode (y) { "y = 1"; }
  with_objmode (y, every (0)) { "y = 1"; }
  CHECK_NUM (y, 0);
  /* And one that does says what is wrong.  */
  with_objmode (y, error (rc)) { "y = 1"; }
  CHECK (rc && strstr (objmode_error ()->message, "/nonexistent") && strstr (objmode_error ()->message, "OBJMODE_PYTHON"));
  (void) argv;
  return 0;
}
