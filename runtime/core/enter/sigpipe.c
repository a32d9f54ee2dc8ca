/* sigpipe.c - SIGPIPE, and what tells of pipes and subinterpreters.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A write to a pipe that nobody reads kills a C program; Python expects an
   error instead, and ignores SIGPIPE in its own processes.  The disposition is
   the program's here.  If it is the default one, a handler takes its place
   while Python writes: during the writes to stdout, and, because that costs
   system calls, during whole blocks only once Python has made a pipe, a
   socket or a process.  An audit hook tells that.  The handler spares threads
   that are in Python; for others it does what the default does.  Children get
   the default, because exec resets handlers.

   Any thread may be here, with or without the GIL.  A lock protects the
   disposition of the signal and the number of those who want it changed.  */

#include "enter/enter.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>

/* How many want the handler.  Protected by LOCK.  */
static int users;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* This thread is in a guarded write outside of any block.  */
static _Thread_local volatile int writing
  __attribute__ ((tls_model ("initial-exec")));

/* The handler.  */

static void
on_sigpipe (int number)
{
  if (om_self.inside || writing)
    return;
  /* It comes when the handler has returned.  */
  signal (number, SIG_DFL);
  raise (number);
}

/* Let HANDLER take the place of OLD if that is SIGPIPE's.  */

static void
replace (void (*old) (int), void (*handler) (int))
{
  struct sigaction action;

  if (sigaction (SIGPIPE, NULL, &action) != 0 || action.sa_handler != old)
    return;
  memset (&action, 0, sizeof action);
  action.sa_handler = handler;
  sigaction (SIGPIPE, &action, NULL);
}

/* Spare this thread SIGPIPE from now on, if it is inside of Python.  */

void
om_guard_pipes (void)
{
  pthread_mutex_lock (&lock);
  if (users++ == 0)
    replace (SIG_DFL, on_sigpipe);
  pthread_mutex_unlock (&lock);
}

/* Undo one om_guard_pipes.  */

void
om_unguard_pipes (void)
{
  pthread_mutex_lock (&lock);
  if (--users == 0)
    replace (on_sigpipe, SIG_DFL);
  pthread_mutex_unlock (&lock);
}

/* Spare this thread SIGPIPE during a write, until om_end_write.  GIL not
   needed.  */

void
om_begin_write (void)
{
  om_guard_pipes ();
  writing = 1;
}

/* The write after om_begin_write has ended; errno is kept.  GIL not needed.  */

void
om_end_write (void)
{
  int saved_errno = errno;

  writing = 0;
  om_unguard_pipes ();
  errno = saved_errno;
}

/* Return the outermost entry of this thread, or NULL.  */

static struct om_entry *
outermost_entry (void)
{
  struct om_entry *entry = om_self.inside;

  while (entry && entry->outer)
    entry = entry->outer;
  return entry;
}

/* Begin anew in a child of fork, which has this thread only.  */

void
om_guard_pipes_in_child (void)
{
  struct om_entry *entry = outermost_entry ();

  pthread_mutex_init (&lock, NULL);
  users = entry && (entry->undo & OM_UNDO_SIGPIPE);
  if (users == 0)
    replace (on_sigpipe, SIG_DFL);
}

/* The block that runs now, if any, was entered before OM_SIGPIPE was set: spare
   it for the rest of its time.  */

static void
mend_entry (void)
{
  struct om_entry *entry = outermost_entry ();

  if (!entry || (entry->undo & OM_UNDO_SIGPIPE))
    return;
  om_guard_pipes ();
  entry->undo |= OM_UNDO_SIGPIPE;
}

/* Return 1 if ARGUMENTS, those of open, name a pipe or a file that is open
   already.  */

static int
opens_pipe_p (PyObject *arguments)
{
  PyObject *path = PyTuple_GET_ITEM (arguments, 0);
  const char *name;
  struct stat info;

  if (PyLong_Check (path))
    return PyLong_AsLong (path) > 2;
  name = (PyUnicode_Check (path) ? PyUnicode_AsUTF8 (path)
	  : PyBytes_Check (path) ? PyBytes_AS_STRING (path) : NULL);
  if (!name)
    {
      PyErr_Clear ();
      return 0;
    }
  return (stat (name, &info) == 0
	  && (S_ISFIFO (info.st_mode) || S_ISSOCK (info.st_mode)));
}

/* The audit hook: EVENT happens with ARGUMENTS.  Return 0.  */

static int
hear (const char *event, PyObject *arguments, void *unused)
{
  static const char *const makers[] = {
    "socket.__new__", "subprocess.Popen", "os.fork", "os.forkpty",
    "os.posix_spawn", "os.system"
  };

  (void) unused;
  if (strcmp (event, "cpython.PyInterpreterState_New") == 0)
    om_be_careful (OM_INTERPRETERS);
  if (om_cautions () & OM_SIGPIPE)
    return 0;
  for (size_t i = 0; i < sizeof makers / sizeof *makers; i++)
    if (strcmp (event, makers[i]) == 0)
      om_be_careful (OM_SIGPIPE);
  if (strcmp (event, "open") == 0 && PyTuple_Check (arguments)
      && PyTuple_GET_SIZE (arguments) > 0 && opens_pipe_p (arguments))
    om_be_careful (OM_SIGPIPE);
  if (om_cautions () & OM_SIGPIPE)
    mend_entry ();
  return 0;
}

/* Listen to Python.  Return 0 or -1.  */

int
om_careful_init (void)
{
  return PySys_AddAuditHook (hear, NULL);
}
