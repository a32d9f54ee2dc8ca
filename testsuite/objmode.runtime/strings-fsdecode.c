/* Strings go in as os.fsdecode has them.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "strings", NULL);
POINTER_TYPE (string, STRING, "const char *");
TYPE (i32, INT, int32_t);

struct frame { const char *s, *t, *u; int32_t ok; };

static const struct __objmode_var vars[] = {
  SCALAR (struct frame, s, string, IN),
  SCALAR (struct frame, t, string, IN),
  SCALAR (struct frame, u, string, IN),
  SCALAR (struct frame, ok, i32, OUT)
};

BLOCK (block, unit, vars, 0,
       "def f(s, t, u):\n"
       "  import os\n"
       "  return (s == 'h\\u00e9' and t is None\n"
       "          and os.fsencode(u) == b'\\xff\\xfe')\n");

int
main (void)
{
  struct frame frame = { "h\303\251", NULL, "\377\376", 0 };

  CHECK (RUN (block, &frame) == OBJMODE_DONE);
  CHECK_NUM (frame.ok, 1);
  return 0;
}
