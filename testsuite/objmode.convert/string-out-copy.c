/* A char * that the block assigns is a fresh copy.  */
/* { dg-do run } */

#include "check.h"

int
main (void)
{
  char *t = NULL, *keep;
  const char *in = NULL;
  int rc, n = 0;

  with_objmode (t) { "t = 'h\\xe9llo'"; }
  CHECK_STR (t, "h\xc3\xa9llo");
  free (t);
  with_objmode (t) { "t = None"; }
  CHECK (t == NULL);
  with_objmode (n) { "n = 1 if in_ is None else 2"; }
  CHECK_NUM (n, 1);
  t = keep = strdup ("old");
  with_objmode (t, n, error (rc)) { "t = 'new'; n = 'x'"; }
  CHECK (rc != 0 && t == keep && n == 1);
  with_objmode (t, error (rc)) { "t = 3"; }
  FAILS ("TypeError", "'t' (C char *): 3 is not a str");
  CHECK (t == keep);
  free (t);
  return 0;
}
