/* exit.c - The end of the process.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

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

int om_may_have_ended;

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
  PyThreadState *own = om_own_state ? om_own_state
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
  if (pthread_create (&thread, NULL, try_gil, trial) != 0)
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
  result = om_bootstrap_call ("finish", "(i)", JOIN_SECONDS);
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

/* atexit_runs (): an atexit function of Python's, which runs when somebody
   calls Py_FinalizeEx, or when end_process has them run.  */

static PyObject *
atexit_runs (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  om_may_have_ended = 1;
  Py_RETURN_NONE;
}

PyMethodDef om_exit_methods[] = {
  { "atexit_runs", atexit_runs, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL }
};

/* Arrange for the end of a process whose Python is ours.  Return 0 or
   -1.  */

int
om_exit_init (void)
{
  PyObject *result = om_bootstrap_call ("init_exit", "()");

  if (!result)
    return -1;
  Py_DECREF (result);
  starter = getpid ();
  if (atexit (end_process) == 0)
    return 0;
  PyErr_NoMemory ();
  return -1;
}
