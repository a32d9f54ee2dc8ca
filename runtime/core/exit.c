/* exit.c - The end of the process.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The interpreter is not destroyed: blocks in later atexit functions still
   work.  What its end would do for the user is done here.  */

#include "gil.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* How long to wait for threads of Python, and for the GIL, in seconds.  */
#define JOIN_SECONDS 10
#define GIL_SECONDS 2

/* Whose end it is, 0 if the interpreter is the host's.  */
static pid_t starter;

/* Py_FinalizeEx has begun, on the thread ENDER; and has ended, at ENDED_AT,
   0 meaning that it has not.  */
static int ending;
static pthread_t ender;
static int64_t ended_at;

/* end_process runs Python's atexit functions, not Py_FinalizeEx.  */
static int finishing;

/* How long Py_FinalizeEx waits for blocks of other threads, in
   milliseconds.  */
#define LAST_BLOCKS_MS 1000

/* What a thread that tries to take the GIL tells.  */
struct trial
{
  pthread_mutex_t lock;
  pthread_cond_t answered;
  int available;
};

/* Take the GIL, give it back and say so in TRIAL.  */

static void *
try_gil (void *p)
{
  struct trial *trial = p;
  struct om_entry entry;

  if (om_enter (&entry))
    om_leave (&entry);
  pthread_mutex_lock (&trial->lock);
  trial->available = 1;
  pthread_cond_signal (&trial->answered);
  pthread_mutex_unlock (&trial->lock);
  return NULL;
}

/* Return 1 if this thread holds the GIL or can take it within SECONDS.
   Some thread may be in C with it for ever.  GIL not needed.  */

int
om_gil_available_p (int seconds)
{
  PyThreadState *own = om_self.state ? om_self.state
		       : PyGILState_GetThisThreadState ();
  struct timespec end;
  struct trial *trial;
  pthread_t thread;
  int result = 0, available;

  if ((own && om_current_state () == own) || om_gil_free_p ())
    return 1;
  trial = calloc (1, sizeof *trial);
  if (!trial)
    return 0;
  pthread_mutex_init (&trial->lock, NULL);
  pthread_cond_init (&trial->answered, NULL);
  clock_gettime (CLOCK_REALTIME, &end);
  end.tv_sec += seconds;
  if (om_start_thread (&thread, try_gil, trial) != 0)
    {
      free (trial);
      return 0;
    }
  pthread_mutex_lock (&trial->lock);
  while (!trial->available && result == 0)
    result = pthread_cond_timedwait (&trial->answered, &trial->lock, &end);
  available = trial->available;
  pthread_mutex_unlock (&trial->lock);
  if (available)
    {
      pthread_join (thread, NULL);
      free (trial);
    }
  else
    /* TRIAL stays the thread's.  */
    pthread_detach (thread);
  return available;
}

/* An atexit function: do what the end of a Python process does.  */

static void
end_process (void)
{
  struct om_entry entry;
  PyObject *result;

  if (getpid () != starter || !Py_IsInitialized ())
    return;
  if (!om_gil_available_p (GIL_SECONDS))
    {
      fputs ("libobjmode: a thread keeps the GIL; Python's atexit functions "
	     "are not run\n", stderr);
      return;
    }
  if (!om_enter (&entry))
    return;
  finishing = 1;
  result = om_bootstrap_call ("finish", "(i)", JOIN_SECONDS);
  finishing = 0;
  if (!result)
    PyErr_WriteUnraisable (NULL);
  Py_XDECREF (result);
  om_leave (&entry);
}

/* A block runs in a child of the process that started Python: its end is
   the end of a Python process too.  */

void
om_exit_in_child (void)
{
  if (starter)
    starter = getpid ();
}

/* Sleep for MS milliseconds.  */

static void
sleep_ms (int ms)
{
  struct timespec time = { ms / 1000, ms % 1000 * 1000000L };

  nanosleep (&time, NULL);
}

/* Called at the very end of Py_FinalizeEx, also if a host has cleared its
   atexit functions.  */

static void
python_ended (void)
{
  om_be_careful (OM_MAY_HAVE_ENDED);
  __atomic_store_n (&ended_at, om_now (), __ATOMIC_RELEASE);
}

/* atexit_runs (): an atexit function of Python's, which runs when somebody
   calls Py_FinalizeEx, or when end_process has them run.  In the first case
   CPython would end or stop each other thread at the next moment at which it
   wants the GIL, in the middle of a block: let no more of them in, and give
   those that are in some time.  */

static PyObject *
atexit_runs (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  om_be_careful (OM_MAY_HAVE_ENDED);
  if (finishing || ending)
    Py_RETURN_NONE;
  ender = pthread_self ();
  __atomic_store_n (&ending, 1, __ATOMIC_SEQ_CST);
  Py_BEGIN_ALLOW_THREADS
  /* A thread that has just not seen the flag is on its way in.  */
  sleep_ms (1);
  for (int i = 0; i < LAST_BLOCKS_MS && om_others_inside_p (); i++)
    sleep_ms (1);
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

/* Return 1 if this thread can enter Python no more.  The thread that ends
   Python may until it has ended.  Another one is not told so before the
   process has had time to end, for then its failure is of no interest, and
   would end the process in another way.  */

int
om_ended_p (void)
{
  int64_t end;

  if (__atomic_load_n (&ending, __ATOMIC_SEQ_CST)
      && !pthread_equal (ender, pthread_self ()))
    {
      do
	sleep_ms (10);
      while (!(end = __atomic_load_n (&ended_at, __ATOMIC_ACQUIRE)));
      while (om_now () - end < 1000000000)
	sleep_ms (10);
      return 1;
    }
  /* What this core has of a Python that has ended is of no use in another
     one that a host may have started since.  */
  return (__atomic_load_n (&ended_at, __ATOMIC_ACQUIRE) != 0
	  || !Py_IsInitialized ());
}

/* instances (LIST, TYPE): those of its objects that are of TYPE or a
   subtype.  No code of the user is run, as isinstance may.  */

static PyObject *
instances (PyObject *self, PyObject *arguments)
{
  PyObject *list, *type, *result;

  (void) self;
  if (!PyArg_ParseTuple (arguments, "O!O!", &PyList_Type, &list, &PyType_Type,
			 &type))
    return NULL;
  result = PyList_New (0);
  for (Py_ssize_t i = 0; result && i < PyList_GET_SIZE (list); i++)
    if (PyObject_TypeCheck (PyList_GET_ITEM (list, i), (PyTypeObject *) type)
	&& PyList_Append (result, PyList_GET_ITEM (list, i)) != 0)
      Py_CLEAR (result);
  return result;
}

PyMethodDef om_exit_methods[] = {
  { "instances", instances, METH_VARARGS, NULL },
  { "atexit_runs", atexit_runs, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL }
};

/* Arrange for the end of Python and, if it is ours, of the process.  Return 0
   or -1.  */

int
om_exit_init (void)
{
  PyObject *result = om_bootstrap_call ("init_exit", "()");

  if (!result)
    return -1;
  Py_DECREF (result);
  if (Py_AtExit (python_ended) != 0)
    {
      PyErr_SetString (PyExc_RuntimeError, "too many functions at exit");
      return -1;
    }
  if (om_adopted)
    return 0;
  starter = getpid ();
  if (atexit (end_process) == 0)
    return 0;
  PyErr_NoMemory ();
  return -1;
}
