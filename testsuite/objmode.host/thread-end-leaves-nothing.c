/* A thread that ends leaves nothing: its thread state goes, and what was in it,
   also an object whose __del__ reaches a block.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>

static int deleted;

/* What __del__ calls.  */

void
is_deleted (void)
{
  with_objmode (deleted) { R"py( deleted += 1 )py"; }
}

objmode_module {
  R"py(
    import threading
    local = threading.local()
    class Deleted:
        def __del__(self): is_deleted()
  )py";
}

static void *
work (void *unused)
{
  with_objmode () { R"py( local.deleted = Deleted() )py"; }
  return unused;
}

/* Return how many thread states there are.  */

static int
states (void)
{
  void *(*main_interpreter) (void), *(*head) (void *), *(*next) (void *);
  int n = 0;

  main_interpreter
    = (void *(*) (void)) dlsym (RTLD_DEFAULT, "PyInterpreterState_Main");
  head = (void *(*) (void *)) dlsym (RTLD_DEFAULT,
				     "PyInterpreterState_ThreadHead");
  next = (void *(*) (void *)) dlsym (RTLD_DEFAULT, "PyThreadState_Next");
  OBJMODE_HOLD
    {
      for (void *s = head (main_interpreter ()); s; s = next (s))
	n++;
    }
  return n;
}

int
main (void)
{
  pthread_t thread;

  with_objmode () { R"py( pass )py"; }
  CHECK (states () == 1);
  for (int i = 0; i < 50; i++)
    {
      CHECK (pthread_create (&thread, NULL, work, NULL) == 0);
      CHECK (pthread_join (thread, NULL) == 0);
      /* That of the thread goes when the next one enters.  */
      CHECK (states () == 1);
      with_objmode () { R"py( pass )py"; }
      CHECK (deleted == i + 1);
    }
  /* The counter sees one.  */
  OBJMODE_HOLD
    {
      void *(*new_state) (void *)
	= (void *(*) (void *)) dlsym (RTLD_DEFAULT, "PyThreadState_New");
      void *(*main_interpreter) (void)
	= (void *(*) (void)) dlsym (RTLD_DEFAULT, "PyInterpreterState_Main");
      CHECK (new_state (main_interpreter ()) != NULL);
    }
  CHECK (states () == 2);
  return 0;
}
