/* If a text sees all names, its outputs are inputs too, and it need not assign
   them.  Then they keep their value, whatever that is.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra" } */
#include "check.h"
#include <string.h>

struct s { int count; double x; };

/* Return nothing but what the text returns, if it does.  */

static int
leave (int n)
{
  int v = 5;

  with_objmode (v) { R"py(
    if eval ("n"):
      return eval ("v + n")
    exec ("pass")
  )py"; }
  return v;
}

/* Outputs that have no value before the block.  GCC has nothing to say.  */

static double
unset (void)
{
  double y;
  int k;

  with_objmode (y, k) { "y = 3.0; k = 'y' in locals ()"; }
  return y + k;
}

/* The bits of outputs that the text leaves alone.  */

static void
keep_bits (void)
{
  unsigned char odd[sizeof (long double)] = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 0x40
  };
  long double wide;
  char *text = strdup ("text"), *dangling = (char *) 64, *was = text;
  objmode_object *object = NULL;
  struct s s = { 3, 2.5 }, *p = &s;
  volatile int shared = 8;
  int a[2] = { 1, 2 };
  unsigned count = 0;

  memcpy (&wide, odd, sizeof wide);
  with_objmode (wide, text, dangling, object, s, p, shared, a, count) {
    "locals ()";
  }
  CHECK (memcmp (&wide, odd, 10) == 0);
  CHECK (text == was && dangling == (char *) 64 && object == NULL);
  CHECK (s.count == 3 && p == &s && shared == 8 && a[1] == 2 && count == 0);
  with_objmode (text, count, shared, c (s.count)) { R"py(
    if eval ("text") == "text":
      text, count, c = "other", eval ("count + 1"), eval ("c + 1")
  )py"; }
  CHECK (text != was && strcmp (text, "other") == 0);
  CHECK (count == 1 && s.count == 4 && shared == 8);
  free (text);
  free (was);
}

int
main (void)
{
  int v = 3, w = 4, rc;

  with_objmode (v) { "v = eval ('v + 1')"; }
  CHECK_NUM (v, 4);
  with_objmode (v, w) {
    "w = locals () == {'v': 4, 'w': 4, 'rc': locals ()['rc']}; v = 7";
  }
  CHECK (v == 7 && w == 1);
  with_objmode (v) { "locals ()"; }
  CHECK_NUM (v, 7);
  with_objmode (v, error (rc)) { "v = 8; locals ()['nothing']"; }
  FAILS ("KeyError", "nothing");
  CHECK (v == 7 && rc != 0);
  CHECK_NUM (leave (2), 7);
  CHECK_NUM (leave (0), 5);
  CHECK (unset () == 4);
  keep_bits ();
  return 0;
}
