/* char[N] is a str both ways.  */
/* { dg-do run } */

#include "check.h"

int
main (void)
{
  char s[8] = "abc", full[3] = { 'x', 'y', 'z' };
  static char global[4] = "ok";
  int rc, n;

  with_objmode (s) { "assert s == 'abc', s; s = 'defghij'"; }
  CHECK_STR (s, "defghij");
  with_objmode (n) { "n = len (full) + len (global_)"; }
  CHECK_NUM (n, 5);
  with_objmode (s, error (rc)) { "s = 'defghijk'"; }
  FAILS ("ValueError", "'s' (C char[8]): 'defghijk' does not fit");
  with_objmode (s, error (rc)) { "s = '\\u20ac\\u20ac\\u20ac'"; }
  FAILS ("ValueError", "does not fit");
  with_objmode (s, error (rc)) { "s = 'a\\0b'"; }
  FAILS ("ValueError", "contains a null character");
  with_objmode (s, error (rc)) { "s = '\\ud800'"; }
  FAILS ("ValueError", "contains a lone surrogate");
  with_objmode (s, error (rc)) { "s = b'a'"; }
  FAILS ("TypeError", "is not a str");
  CHECK_STR (s, "defghij");
  strcpy (s, "\xff\xfe");
  with_objmode (full, error (rc)) { "assert s == '\\udcff\\udcfe'; full = s"; }
  CHECK (rc == 0 && strcmp (full, "\xff\xfe") == 0);
  return 0;
}
