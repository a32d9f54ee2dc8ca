/* OBJMODE_HOLD is a critical section for C code too, from its head on.  Threads
   that end inside it give the GIL back, and so does a child.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <pthread.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

static long count;

static void *
work (void *unused)
{
  for (int i = 0; i < 300; i++)
    OBJMODE_HOLD
      {
	long before = count;
	sched_yield ();
	count = before + 1;
	with_objmode () { R"py( pass )py"; }
      }
  return unused;
}

static void *
ends (void *unused)
{
  OBJMODE_HOLD
    {
      with_objmode () { R"py( pass )py"; }
      pthread_exit (unused);
    }
  return NULL;
}

int
main (void)
{
  pthread_t thread[6];
  int y = 0, status;
  pid_t pid = 1;

  for (int i = 0; i < 6; i++)
    CHECK (pthread_create (&thread[i], NULL, work, NULL) == 0);
  for (int i = 0; i < 6; i++)
    CHECK (pthread_join (thread[i], NULL) == 0);
  CHECK_NUM (count, 1800);
  for (int i = 0; i < 6; i++)
    {
      CHECK (pthread_create (&thread[i], NULL, ends, NULL) == 0);
      CHECK (pthread_join (thread[i], NULL) == 0);
      with_objmode (y) { R"py( y += 1 )py"; }
    }
  CHECK_NUM (y, 6);
  OBJMODE_HOLD
    {
      with_objmode (y) { R"py( y += 1 )py"; }
      pid = fork ();
      with_objmode (y) { R"py( y += 1 )py"; }
    }
  with_objmode (y) { R"py( y += 1 )py"; }
  if (pid == 0)
    _exit (y);
  CHECK (y == 9 && waitpid (pid, &status, 0) == pid);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 9);
  return 0;
}
