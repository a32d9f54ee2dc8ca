/* The traceback of an error record; the text of ordinary literals.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int rc, y;
  with_objmode (y, error (rc)) { "a = 1\n"
                                 "y = a + ''"; }
  CHECK (rc);
  const char *t = objmode_error ()->traceback;
  CHECK (strncmp (t, "Traceback (most recent call last):\n  File \"", 43) == 0);
  CHECK (strstr (t, "traceback-text.c\", line 10, in main\n"));
  CHECK (strstr (t, "TypeError: unsupported operand type(s) for +: 'int' and 'str'\n"));
  CHECK (objmode_error ()->line == 10);
  CHECK (objmode_error ()->column == 39);
  with_objmode (y, error (rc)) { "y = 1 << 80"; }
  CHECK (strstr (objmode_error ()->message, "'y' (C int): 1208925819614629174706176 does not fit"));
  CHECK (strstr (objmode_error ()->traceback, "traceback-text.c"));
  CHECK (objmode_error ()->line == 18);
  return 0;
}
