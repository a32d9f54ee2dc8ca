/* Messages and file names that are not UTF-8 are kept: bytes stay what
   they were, other surrogates are written out.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int rc;

  with_objmode (error (rc)) { R"(raise ValueError ('a\udc80\ud800b'))"; }
  CHECK (rc && strcmp (objmode_error ()->message, "a\200\\ud800b") == 0);
  CHECK (strstr (objmode_error ()->traceback,
		 "ValueError: a\200\\ud800b\n") != NULL);
#line 77 "\377.c"
  with_objmode (error (rc)) { "1 / 0"; }
#line 20 "error-surrogates.c"
  CHECK (rc && objmode_error ()->line == 77);
  CHECK (strstr (objmode_error ()->traceback,
		 "File \"\377.c\", line 77, in main") != NULL);
  CHECK_STR (objmode_error ()->file, "\377.c");
  return 0;
}
