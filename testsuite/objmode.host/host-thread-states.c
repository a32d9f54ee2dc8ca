/* A host's threads get new thread states, as PyGILState_Release and
   PyGILState_Ensure make them: a block never uses one that is gone.  It knows
   the state of its thread from one entry to the next, until it is cleared.  */
/* { dg-do run } */
/* { dg-add-options python_api } */

#include <Python.h>
#include "check.h"
#include <pthread.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

/* Return the id of the thread state that a block of this thread runs with; no
   two states have the same.  */
static uint64_t
block_state (void)
{
  uint64_t id = 0;

  with_objmode (id) {
    R"py(
      import ctypes
      get = ctypes.pythonapi.PyThreadState_Get
      get.restype = ctypes.c_void_p
      get_id = ctypes.pythonapi.PyThreadState_GetID
      get_id.argtypes = [ctypes.c_void_p]
      get_id.restype = ctypes.c_uint64
      id = get_id(get())
    )py";
  }
  return id;
}

/* Fail unless the blocks of this thread, whose state is STATE, run with it.  */
static void
check_state (PyThreadState *state)
{
  uint64_t id = PyThreadState_GetID (state);

  for (int i = 0; i < 3; i++)
    CHECK (block_state () == id);
}

/* A thread that gets a thread state N times, each time another one, and in
   between has none.  */
static void *
work (void *n)
{
  uint64_t last = 0;

  for (intptr_t i = 0; i < *(int *) n; i++)
    {
      PyGILState_STATE old = PyGILState_Ensure ();
      PyThreadState *state = PyEval_SaveThread ();

      CHECK (PyThreadState_GetID (state) != last);
      last = PyThreadState_GetID (state);
      check_state (state);
      PyEval_RestoreThread (state);
      /* With the GIL held too.  */
      CHECK (block_state () == last);
      PyGILState_Release (old);
    }
  return n;
}

/* Do this in a child of fork, which goes on with the state that this thread
   knows; that of the other one goes.  */
static void
in_child (PyThreadState *state)
{
  int n = 20, status;
  pid_t pid = fork ();

  CHECK (pid >= 0);
  if (pid == 0)
    {
      pthread_t thread;

      check_state (state);
      CHECK (pthread_create (&thread, NULL, work, &n) == 0);
      pthread_join (thread, NULL);
      check_state (state);
      fflush (NULL);
      _exit (0);
    }
  CHECK (waitpid (pid, &status, 0) == pid && status == 0);
}

static pthread_barrier_t barrier;

/* A thread that stays for a while, and ends while its state stays, which
   becomes *PLACE.  */
static void *
leave_state (void *place)
{
  PyGILState_Ensure ();
  *(PyThreadState **) place = PyEval_SaveThread ();
  check_state (*(PyThreadState **) place);
  pthread_barrier_wait (&barrier);
  pthread_barrier_wait (&barrier);
  check_state (*(PyThreadState **) place);
  return place;
}

int
main (void)
{
  pthread_attr_t large;
  pthread_t thread[4];
  PyThreadState *state, *left;
  int n = 200;

  Py_InitializeEx (0);
  state = PyEval_SaveThread ();
  check_state (state);
  for (int i = 0; i < 4; i++)
    CHECK (pthread_create (&thread[i], NULL, work, &n) == 0);
  for (int i = 0; i < 4; i++)
    pthread_join (thread[i], NULL);
  check_state (state);
  pthread_barrier_init (&barrier, NULL, 2);
  /* So large that its memory goes when it ends.  */
  CHECK (pthread_attr_init (&large) == 0
	 && pthread_attr_setstacksize (&large, 128 << 20) == 0
	 && pthread_create (&thread[0], &large, leave_state, &left) == 0);
  pthread_barrier_wait (&barrier);
  in_child (state);
  check_state (state);
  pthread_barrier_wait (&barrier);
  pthread_join (thread[0], NULL);
  PyEval_RestoreThread (state);
  PyThreadState_Clear (left);
  PyEval_SaveThread ();
  check_state (state);
  return 0;
}
