/* After the end of Python a callback fails as a block does, and C can still ask
   about it and release it.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
#include "check.h"
#include <dlfcn.h>
static int failures;
static char message[100];
static void
handler (const objmode_error_info *e)
{
  failures++;
  snprintf (message, sizeof message, "%s", e->message);
}

int
main (void)
{
  double (*f) (double) = NULL;
  void (*g) (void) = NULL;
  void (*ensure) (void), (*finalize) (void);
  with_objmode (f, g) { R"(
    f = lambda x: x + 1
    g = lambda: None
  )"; }
  CHECK (f (1) == 2);
  ensure = (void (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Ensure");
  finalize = (void (*) (void)) dlsym (RTLD_DEFAULT, "Py_FinalizeEx");
  CHECK (ensure && finalize);
  objmode_set_error_handler (handler);
  ensure ();
  finalize ();
  CHECK (f (1) == 0 && failures == 1);
  CHECK_STR (message, "Python has been finalized");
  g ();
  CHECK_NUM (failures, 2);
  CHECK (objmode_callback_p (f) && !objmode_callback_p (main));
  objmode_callback_release (f);
  CHECK (objmode_callback_p (f));
  return 0;
}
