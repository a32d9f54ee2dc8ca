/* Where a text is wrong that this Python does not take: columns of bytes.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "syntax", NULL);
PLAIN_BLOCK (parser, unit, 0, "def f():\n s = 'é€'; t = = 1\n");
PLAIN_BLOCK (compiler, unit, 0, "def f():\n s = 'é€'; nonlocal t\n");

static void
ignore (const objmode_error_info *error)
{
  (void) error;
}

int
main (void)
{
  objmode_set_error_handler (ignore);
  CHECK (RUN (parser, NULL) == OBJMODE_FAILED);
  CHECK_STR (objmode_error ()->type, "SyntaxError");
  CHECK (objmode_error ()->line == parser.source_line + 1);
  CHECK (objmode_error ()->column == 1 + (int) strlen (" s = 'é€'; t = "));
  CHECK (strstr (objmode_error ()->traceback, "    s = 'é€'; t = = 1\n"
		 "                  ^\nSyntaxError: invalid syntax\n"));
  CHECK (!strstr (objmode_error ()->traceback, "objmode>"));
  CHECK (RUN (compiler, NULL) == OBJMODE_FAILED);
  CHECK (objmode_error ()->line == compiler.source_line + 1);
  CHECK (objmode_error ()->column == 1 + (int) strlen (" s = 'é€'; "));
  return 0;
}
