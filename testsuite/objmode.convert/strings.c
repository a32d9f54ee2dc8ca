/* Strings: str, None for NULL; every byte string round-trips.  */
/* { dg-do run } */
#include "check.h"
static const char *const fixed = "fixed";

static int
length (const char *s, char *t)
{
  int y;
  with_objmode (y) { "y = -1 if s is None else len (s) + 100 * (t is None)"; }
  return y;
}

int
main (void)
{
  const char *s = "h\xc3\xa9llo", *bad = "a\xff\xfe\x80z", *empty = "";
  char buffer[] = "buffer", *p = buffer;
  int y;
  CHECK (length ("abc", NULL) == 103 && length (NULL, p) == -1 && length ("", p) == 0);
  with_objmode (y) { R"(
    import os
    assert s == 'h\u00e9llo' and type (s) is str
    assert os.fsencode (bad) == b'a\xff\xfe\x80z', ascii (bad)
    assert bad == os.fsdecode (b'a\xff\xfe\x80z')
    assert empty == '' and p == 'buffer' and fixed == 'fixed'
    y = 1
  )"; }
  CHECK_NUM (y, 1);
  return 0;
}
