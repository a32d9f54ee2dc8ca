/* A fork while another thread starts Python, after any time: the child and the
   parent run blocks.  Each case is a process that has not started Python.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-timeout 120 } */

#include "check.h"
#include <pthread.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int
add (int x)
{
  with_objmode (x) { R"py( x += 1 )py"; }
  return x;
}

static void *
starts (void *by_block)
{
  if (by_block)
    CHECK_NUM (add (1), 2);
  else
    CHECK (objmode_start (NULL) == 0);
  return NULL;
}

static void *
in_thread (void *x)
{
  *(int *) x = add (*(int *) x);
  return x;
}

static int
wait_for (pid_t pid)
{
  int status = 0;

  CHECK (pid > 0 && waitpid (pid, &status, 0) == pid);
  return status;
}

/* Fork US microseconds after another thread has begun to start Python.  */

static void
try (int us)
{
  struct timespec time = { 0, us * 1000L };
  pthread_t thread, other;
  int x = 3;
  pid_t pid;

  CHECK (pthread_create (&thread, NULL, starts, us % 2 ? &x : NULL) == 0);
  nanosleep (&time, NULL);
  pid = fork ();
  if (pid == 0)
    {
      alarm (30);
      CHECK_NUM (add (2), 3);
      CHECK (pthread_create (&other, NULL, in_thread, &x) == 0);
      CHECK (pthread_join (other, NULL) == 0);
      CHECK_NUM (x, 4);
      _exit (0);
    }
  CHECK_NUM (add (5), 6);
  CHECK (pthread_join (thread, NULL) == 0);
  CHECK_NUM (wait_for (pid), 0);
}

int
main (void)
{
  /* The time of a start is different each time.  */
  for (int i = 0; i < 100; i++)
    {
      pid_t pid = fork ();
      if (pid == 0)
	{
	  try (i < 50 ? i * 100 : i * 601);
	  exit (0);
	}
      CHECK_NUM (wait_for (pid), 0);
    }
  return 0;
}
