/* A block that sees all names reads variables that the text does not name, and
   a repr reads all members of a struct.  What was never set may be anything,
   but does not crash the program.  */
/* { dg-do run } */
/* { dg-additional-options "-w" } */
#include "check.h"
#include <stdbool.h>
#include <string.h>

enum colour { RED = 1, BLUE };
struct inner { char *name; bool flag; long double wide; FILE *file; };
struct outer
{
  struct inner in, two[2];
  char *names[3];
  objmode_object *object, *objects[2];
  OBJMODE_ARRAY (double, 1) array;
  void *p;
  char text[4];
};
union either { char *s; double d; };

/* Leave words VALUE on the stack.  */

static void __attribute__ ((noinline))
leave_garbage (unsigned long value)
{
  volatile unsigned long words[1000];

  for (int i = 0; i < 1000; i++)
    words[i] = value;
}

/* Look at all kinds of variables without a value.  Return how many the text has
   seen, and set *UNREADABLE to how many cannot be read.  */

static int __attribute__ ((noinline))
look (int n, int *unreadable)
{
  char *line, *lines[3], text[5], **words;
  const char *constant;
  FILE *file;
  bool flag;
  enum colour colour;
  struct outer outer, *p, outers[2];
  struct inner *inner;
  union either either, *eithers;
  long double wide;
  _Complex long double waves;
  _Bool flags[3];
  objmode_object *object, *objects[2];
  OBJMODE_ARRAY (double, 1) array, *arrays;
  OBJMODE_ARRAY (objmode_object *, 1) kept;
  int (*function) (int);
  void *pointer;
  __int128 huge;
  double vla[n];
  int seen, bad;

  with_objmode (seen, bad) { R"py(
    seen = bad = 0
    for name, value in list (locals ().items ()):
      text = repr (value)
      seen += 1
      bad += text.startswith ('<unreadable 0x')
      if hasattr (value, 'keys'):
        for key in value:
          repr (value[key]), str (getattr (value, key))
  )py"; }
  *unreadable = bad;
  return seen;
}

/* What the text names and what the text sees are the same variables.  */

static void
check_values (void)
{
  char *name = "name", *none = NULL;
  struct inner inner = { .name = (char *) 16, .file = stdout };
  char *list[] = { "a", (char *) 8, NULL };
  int ok;

  with_objmode (ok) { R"py(
    all = dict (locals ())
    ok = (all['name'] == 'name' and all['none'] is None
          and repr (all['list']) == "['a', <unreadable 0x8>, None]"
          and repr (all['inner'].name) == '<unreadable 0x10>'
          and 'name=<unreadable 0x10>' in repr (all['inner']))
  )py"; }
  CHECK_NUM (ok, 1);
  /* A repr is not the text's word for each member either.  */
  with_objmode (ok) {
    "ok = 'name=<unreadable 0x10>' in repr (inner)";
  }
  CHECK_NUM (ok, 1);
}

int
main (void)
{
  const unsigned long words[] = {
    0x4141414141414141, ~0UL, 0x1000, 0x7ffffffff000, 0x3fff, 1, 0,
    0x8000000000000000, 0xfffffffffffff000, (unsigned long) main,
    (unsigned long) stdout, (unsigned long) &words
  };
  int unreadable, some = 0;

  with_objmode () { "pass"; }
  for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
    {
      leave_garbage (words[i]);
      CHECK (look (3, &unreadable) >= 25);
      some |= unreadable > 0;
    }
#if !__OPTIMIZE__
  CHECK (some);
#endif
  check_values ();
  return 0;
}
