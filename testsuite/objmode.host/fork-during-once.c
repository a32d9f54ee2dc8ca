/* A fork while another thread runs the block of a guard `once': in the child
   that thread does not exist, so the next one that comes runs the block.  The
   thread that forks inside of such a block is inside of it in the child too.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-timeout 30 } */

#include "check.h"
#include <pthread.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t inside, go;
static int runs, forking;
static pid_t forked;

static void again (void);

static void
pauses (void)
{
  if (forking)
    {
      forked = fork ();
      if (forked == 0)
	alarm (10);
      again ();
    }
  else
    {
      sem_post (&inside);
      sem_wait (&go);
    }
}

static void
block (int pause)
{
  with_objmode (once, runs) {
    R"py(
      if pause: pauses()
      runs += 1
    )py";
  }
}

static void again (void) { block (0); }

static void *
in_thread (void *unused)
{
  block (1);
  return unused;
}

static void
wait_for (pid_t pid)
{
  int status = 1;

  CHECK (pid > 0 && waitpid (pid, &status, 0) == pid);
  CHECK_NUM (status, 0);
}

/* Another thread is in the block.  */

static void
another (void)
{
  pthread_t thread;
  pid_t pid;

  sem_init (&inside, 0, 0);
  sem_init (&go, 0, 0);
  with_objmode () { "pass"; }
  CHECK (pthread_create (&thread, NULL, in_thread, NULL) == 0);
  sem_wait (&inside);
  pid = fork ();
  if (pid == 0)
    {
      alarm (10);
      block (0);
      CHECK_NUM (runs, 1);
      block (0);
      CHECK_NUM (runs, 1);
      _exit (0);
    }
  wait_for (pid);
  sem_post (&go);
  block (0);
  CHECK (pthread_join (thread, NULL) == 0);
  CHECK_NUM (runs, 1);
}

/* The thread that forks is in the block.  */

static void
itself (void)
{
  forking = 1;
  block (1);
  CHECK_NUM (runs, 1);
  if (forked == 0)
    _exit (0);
  wait_for (forked);
}

int
main (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      itself ();
      exit (0);
    }
  wait_for (pid);
  another ();
  return 0;
}
