/* The first block is reached while a host initializes its Python: it fails on
   the thread that does so, and another thread waits.  */
/* { dg-do run } */
/* { dg-add-options python_api } */

#include "check.h"
#include <Python.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

/* The audit hook has been called.  */
static int seen;

/* The thread that the audit hook has created.  */
static pthread_t thread;

static void *
good (void *unused)
{
  int y = 0;

  with_objmode (y) { "y = 7"; }
  CHECK_NUM (y, 7);
  return unused;
}

/* An audit hook.  Run a block, or if DATA is not NULL, let a thread do so.  */

static int
hook (const char *event, PyObject *arguments, void *data)
{
  int y = 0, rc;

  (void) event;
  (void) arguments;
  if (seen++)
    return 0;
  if (data)
    {
      CHECK (pthread_create (&thread, NULL, good, NULL) == 0);
      usleep (20000);
      return 0;
    }
  with_objmode (y, error (rc)) { "y = 7"; }
  FAILS ("RuntimeError", "the first block was reached while the host was");
  CHECK (y == 0);
  return 0;
}

int
main (void)
{
  int status;
  pid_t pid = fork ();

  CHECK (PySys_AddAuditHook (hook, pid ? &thread : NULL) == 0);
  Py_Initialize ();
  CHECK (seen);
  if (pid == 0)
    return 0;
  Py_BEGIN_ALLOW_THREADS
  CHECK (pthread_join (thread, NULL) == 0);
  Py_END_ALLOW_THREADS
  good (NULL);
  CHECK (waitpid (pid, &status, 0) == pid && status == 0);
  return 0;
}
