/* Arrays of strings are lists of str, of their own.  */
/* { dg-do run } */
#include "check.h"

static const char *const days[] = { "Mon", "h\xc3\xa9", NULL, "\xff\xfe", "" };

static int
join (char **names, int n)
{
  int y, rc;
  with_objmode (y, names = "str[n]", error (rc))
    { "y = len (','.join (names)); names.append (names)"; }
  return rc ? -1 : y;
}

static int
bounded (int n, char *names[n], const char *two[static 2])
{
  int y;
  with_objmode (y) { "y = len (names) * 10 + len (two)"; }
  return y;
}

int
main (int argc, char **argv)
{
  char *names[3] = { "a", "bc", NULL };
  int y, rc, n = 2;
  char *none[1];
  with_objmode (y)
    { R"py(
      import os
      y = days == ["Mon", "h\u00e9", None, os.fsdecode (b"\xff\xfe"), ""]
      y = y and type (days) is list and names == ["a", "bc", None]
      days[0] = names[1] = "changed"
    )py"; }
  CHECK (y == 1 && strcmp (names[1], "bc") == 0 && strcmp (days[0], "Mon") == 0);
  with_objmode (y, argv = "unicode_type[argc]", some (names + 1) = "[1]", first (names) = "str[n]")
    { "y = len (argv) == argc and some == ['bc'] and first == ['a', 'bc']"; }
  CHECK_NUM (y, 1);
  CHECK (join (names, 2) == 4);
  CHECK (join (NULL, 0) == 0);
  CHECK (join (NULL, 1) < 0);
  CHECK (strstr (last_error (), "ValueError: ") && strstr (last_error (), "'names' (C char * array): is a null pointer, not an array"));
  CHECK (join (names, -1) < 0 && strstr (last_error (), "extent -1 of dimension 0 is negative"));
  CHECK (join (names, 0) == 0);
  n = 4;
  with_objmode (y, first (names) = "str[n]", error (rc)) { "y = len (first)"; }
  FAILS_WITH ("'first' (C char * array): extent 4 is larger than the declared extent 3");
  CHECK (bounded (3, names, (const char **) names) == 32);
  none[0] = "one";
  with_objmode (y) { "y = locals ()['none'] == ['one'] and locals ()['names'][2] is None"; }
  CHECK_NUM (y, 1);
  return 0;
}
