/* { dg-do run } */
/* char[N] is a str both ways.  */

#include <objmode.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(X) do { if (!(X)) abort (); } while (0)
#define FAILS(TYPE, TEXT)						\
  do {									\
    CHECK (rc != 0);							\
    CHECK (strcmp (objmode_error ()->type, TYPE) == 0);			\
    CHECK (strstr (objmode_error ()->message, TEXT) != NULL);		\
  } while (0)

int
main (void)
{
  char s[8] = "abc", full[3] = { 'x', 'y', 'z' };
  static char global[4] = "ok";
  int rc, n;

  with_objmode (s) { "assert s == 'abc', s; s = 'defghij'"; }
  CHECK (strcmp (s, "defghij") == 0);
  with_objmode (n) { "n = len (full) + len (global_)"; }
  CHECK (n == 5);
  with_objmode (s, error (rc)) { "s = 'defghijk'"; }
  FAILS ("ValueError", "'s' (C char[8]): 'defghijk' does not fit");
  with_objmode (s, error (rc)) { "s = '\\u20ac\\u20ac\\u20ac'"; }
  FAILS ("ValueError", "does not fit");
  with_objmode (s, error (rc)) { "s = 'a\\0b'"; }
  FAILS ("ValueError", "has a null character");
  with_objmode (s, error (rc)) { "s = '\\ud800'"; }
  FAILS ("ValueError", "has a lone surrogate");
  with_objmode (s, error (rc)) { "s = b'a'"; }
  FAILS ("TypeError", "is not a str");
  CHECK (strcmp (s, "defghij") == 0);
  strcpy (s, "\xff\xfe");
  with_objmode (full, error (rc)) { "assert s == '\\udcff\\udcfe'; full = s"; }
  CHECK (rc == 0 && strcmp (full, "\xff\xfe") == 0);
  return 0;
}
