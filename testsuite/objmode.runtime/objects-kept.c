/* Objects are kept in C variables; the old one is released.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "object", NULL);
POINTER_TYPE (object, OBJECT, "objmode_object *");
TYPE (i32, INT, int32_t);

struct frame { objmode_object **o; int32_t n; };

static const struct __objmode_var vars[] = {
  SHARED (struct frame, o, object, IN | OUT),
  SCALAR (struct frame, n, i32, OUT)
};

BLOCK (block, unit, vars, 0,
       "def f(o):\n"
       "  import weakref\n"
       "  global count, Thing\n"
       "  if o is None:\n"
       "    class Thing: pass\n"
       "    count = 0\n"
       "  def gone(x):\n"
       "    global count\n"
       "    count += 1\n"
       "  o = Thing()\n"
       "  Thing.refs = getattr(Thing, 'refs', []) + [weakref.ref(o, gone)]\n"
       "  return o, count\n");

int
main (void)
{
  objmode_object *o = NULL;
  struct frame frame = { &o, -1 };

  objmode_release (NULL);
  CHECK (objmode_retain (NULL) == NULL);
  for (int i = 0; i < 3; i++)
    {
      CHECK (RUN (block, &frame) == OBJMODE_DONE);
      CHECK (o != NULL);
    }
  CHECK_NUM (frame.n, 1);
  CHECK (objmode_retain (o) == o);
  objmode_release (o);
  objmode_release (o);
  o = NULL;
  return 0;
}
