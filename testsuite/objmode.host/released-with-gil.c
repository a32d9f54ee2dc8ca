/* Whatever a block lets go is let go with the GIL held, while another thread of
   Python wants it: names of the text, what is converted, exceptions and their
   frames, the old object of a C variable, arguments of C functions, what a
   thread of C releases.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -rdynamic" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>

static int deleted, wrong;

void
is_deleted (int good)
{
  __atomic_add_fetch (&deleted, 1, __ATOMIC_SEQ_CST);
  if (!good)
    __atomic_add_fetch (&wrong, 1, __ATOMIC_SEQ_CST);
}

objmode_module {
  R"py(
    import ctypes, itertools, threading
    has_gil = ctypes.pythonapi.PyGILState_Check
    this_state = ctypes.pythonapi.PyThreadState_Get
    this_state.restype = ctypes.c_void_p
    own_state = ctypes.pythonapi.PyGILState_GetThisThreadState
    own_state.restype = ctypes.c_void_p
    made = itertools.count()
    running = True

    class Watched:
        def __init__(self): next(made)
        def __index__(self): return 7
        def __del__(self):
            is_deleted(has_gil() == 1 and this_state() == own_state())

    def fail(x):
        own = Watched()
        raise ValueError(x, own)

    def spin():
        while running: sum(range(100))
    spinner = threading.Thread(target=spin)
    spinner.start()
  )py";
}

/* Return what a block makes of O, which it keeps for a while.  */

static int
take (objmode_object *o)
{
  int y = 0;

  with_objmode (y) { R"py( kept = [o]; y = kept[0] )py"; }
  return y;
}

/* Return 1 by a block that leaves a loop, in which it has an object.  */

static int
leave (void)
{
  for (int i = 0; i < 3; i++)
    with_objmode () {
      R"py(
	w = Watched()
	if i == 1: return 1
	continue
      )py";
    }
  return 0;
}

/* Let blocks let go objects in each of the ways.  */

static void *
work (void *unused)
{
  objmode_object *o = NULL;
  int y = 0, rc = 0;

  for (int i = 0; i < 50; i++)
    {
      with_objmode () { R"py( w = [Watched(), Watched()] )py"; }
      with_objmode (y) { R"py( y = Watched() )py"; }
      CHECK_NUM (y, 7);
      with_objmode (o) { R"py( o = Watched() )py"; }
      with_objmode (o, y, error (rc)) { R"py( o = Watched(); y = '' )py"; }
      CHECK (rc != 0);
      with_objmode (error (rc)) { R"py( fail(Watched()) )py"; }
      CHECK (rc != 0);
      with_objmode (y) { R"py( y = take(Watched()) + 1 )py"; }
      CHECK (y == 8 && leave () == 1);
    }
#ifdef PLANTED
  /* A thread that does not hold the GIL does so: it may end the process.  */
  ((void (*) (void *)) dlsym (RTLD_DEFAULT, "Py_DecRef")) (o);
#else
  objmode_release (o);
#endif
  return unused;
}

/* Tell the spinner to end, and wait for it.  */

static void
stop (void)
{
  with_objmode () {
    R"py(
      import gc
      global running
      running = False
      spinner.join()
      gc.collect()
    )py";
  }
}

int
main (void)
{
  pthread_t thread[3];
  int n = 0;

#ifdef PLANTED
  (void) thread;
  stop ();
  work (NULL);
#else
  for (int i = 0; i < 3; i++)
    CHECK (pthread_create (&thread[i], NULL, work, NULL) == 0);
  for (int i = 0; i < 3; i++)
    CHECK (pthread_join (thread[i], NULL) == 0);
  work (NULL);
  with_objmode (error (n)) { R"py( raise OSError )py"; }
  stop ();
#endif
  with_objmode (n) { R"py( n = next(made) )py"; }
  CHECK (n >= 4 * 50 * 8 && deleted == n && wrong == 0);
  return 0;
}
