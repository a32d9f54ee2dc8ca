/* objmode_object *: any object, kept between blocks and threads.  */
/* { dg-do run } */
#include "check.h"
#include <pthread.h>
static objmode_object *global;
struct holder { objmode_object *o; };

static void *
work (void *arg)
{
  objmode_object *o = objmode_retain (arg);
  int n;
  with_objmode (n) { "o.append (4); n = len (o)"; }
  CHECK_NUM (n, 2);
  objmode_release (o);
  return NULL;
}

int
main (void)
{
  objmode_object *o = NULL, *again;
  struct holder h = { NULL };
  int y, rc;
  with_objmode (y) { "y = o is None"; }
  CHECK_NUM (y, 1);
  with_objmode (o) { "o = [1]"; }
  CHECK (o != NULL);
  pthread_t t;
  pthread_create (&t, NULL, work, o);
  pthread_join (t, NULL);
  with_objmode (y) { "y = o == [1, 4]"; }
  CHECK_NUM (y, 1);
  again = objmode_retain (o);
  CHECK (again == o);
  with_objmode (o) { "o = {'k': o}"; }
  with_objmode (y) { "y = o['k'] is again"; }
  CHECK_NUM (y, 1);
  /* The old one is released when the new is stored, and only then.  */
  with_objmode (o) { R"(
    import weakref
    class C: pass
    o = C ()
    global ref
    ref = weakref.ref (o)
  )"; }
  with_objmode (o, y, error (rc)) { "o = 3; y = 10**20"; }
  CHECK (rc);
  with_objmode (y) { "y = ref () is o"; }
  CHECK_NUM (y, 1);
  with_objmode (o) { "o = None"; }
  with_objmode (y) { "y = ref () is None"; }
  CHECK_NUM (y, 1);
  with_objmode (global) { "global_ = {1}"; }
  with_objmode (y) { "y = global_ == {1}"; }
  CHECK_NUM (y, 1);
  objmode_release (global);
  with_objmode (v (h.o)) { "v = 'member'"; }
  with_objmode (y, v (h.o)) { "y = v == 'member'"; }
  CHECK_NUM (y, 1);
  objmode_release (h.o);
  objmode_release (again);
  objmode_release (o);
  objmode_release (NULL);
  CHECK (objmode_retain (NULL) == NULL);
  return 0;
}
