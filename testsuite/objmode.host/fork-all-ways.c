/* All ways to make a process, while two threads run Python: 20 children of
   fork from the main thread and from one that Python has never seen, popen,
   system, vfork, posix_spawn.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */

#include "check.h"
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

static int
add (int x)
{
  with_objmode (x) { R"py( x += 1 )py"; }
  return x;
}

static void
wait_for (pid_t pid, int wanted)
{
  int status = 0;

  CHECK (pid > 0 && waitpid (pid, &status, 0) == pid);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == wanted);
}

/* 20 children, each with a block here, and one on a thread of its own.  */

static void *
in_thread (void *slot)
{
  *(int *) slot = add (*(int *) slot);
  return slot;
}

static void *
children (void *unused)
{
  for (int i = 0; i < 10; i++)
    {
      pid_t pid = fork ();
      if (pid == 0)
	{
	  pthread_t thread;
	  int slot = add (i);
	  pthread_create (&thread, NULL, in_thread, &slot);
	  pthread_join (thread, NULL);
	  _exit (slot);
	}
      CHECK (add (i) == i + 1);
      wait_for (pid, i + 2);
    }
  return unused;
}

int
main (void)
{
  char *argv[] = { (char *) "sh", (char *) "-c", (char *) "exit 6", NULL };
  extern char **environ;
  char text[16] = "";
  pthread_t thread;
  pid_t pid;
  FILE *f;

  with_objmode () {
    R"py(
      import threading
      def busy():
          while True: pass
      for _ in range(2):
          threading.Thread(target=busy, daemon=True).start()
      import sys
      sys.setswitchinterval(0.0005)
    )py";
  }
  children (NULL);
  CHECK (pthread_create (&thread, NULL, children, NULL) == 0);
  CHECK (pthread_join (thread, NULL) == 0);
  f = popen ("echo text", "r");
  CHECK (f && fgets (text, sizeof text, f) && strcmp (text, "text\n") == 0);
  CHECK (pclose (f) == 0);
  CHECK (system ("exit 3") == 3 << 8);
  pid = vfork ();
  if (pid == 0)
    {
      execv ("/bin/sh", argv);
      _exit (127);
    }
  wait_for (pid, 6);
  CHECK (posix_spawn (&pid, "/bin/sh", NULL, NULL, argv, environ) == 0);
  wait_for (pid, 6);
  CHECK (add (1) == 2);
  return 0;
}
