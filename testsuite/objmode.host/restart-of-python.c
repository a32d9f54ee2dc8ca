/* A host ends Python and starts it again: there is one Python in the life of a
   process, so blocks fail, on all threads, and nothing of the old one is
   used.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>

static objmode_object *kept;

static void *
work (void *unused)
{
  int rc, y = 0;

  with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
  CHECK (rc != 0 && y == 0 && error_is ("RuntimeError", "Python has been finalized"));
  return unused;
}

/* Return the function NAME of libpython.  */

static void *
python (const char *name)
{
  void *symbol = dlsym (RTLD_DEFAULT, name);

  CHECK (symbol);
  return symbol;
}

int
main (void)
{
  pthread_t thread;

  with_objmode (kept) { R"py( kept = [1] )py"; }
  for (int i = 0; i < 2; i++)
    {
      ((int (*) (void)) python ("PyGILState_Ensure")) ();
      CHECK (((int (*) (void)) python ("Py_FinalizeEx")) () == 0);
      work (NULL);
      ((void (*) (int)) python ("Py_InitializeEx")) (0);
      work (NULL);
      ((void *(*) (void)) python ("PyEval_SaveThread")) ();
      work (NULL);
      CHECK (pthread_create (&thread, NULL, work, NULL) == 0);
      CHECK (pthread_join (thread, NULL) == 0);
      objmode_release (objmode_retain (kept));
      objmode_clear_error ();
    }
  return 0;
}
