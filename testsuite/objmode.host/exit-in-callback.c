/* exit in a function that a block calls, GIL given up or held, on the main
   thread and on another: the status, and what was printed, arrive, and the
   atexit functions of both run.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^good\n$" } */

#include "check.h"
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

int
ends (int status)
{
  exit (status);
}

static void
at_exit (void)
{
  with_objmode () { R"py( print('atexit of C') )py"; }
}

static void *
work (void *kind)
{
  void *address = (void *) ends;
  const char *how = kind;

  with_objmode () {
    R"py(
      import atexit, ctypes
      atexit.register(print, 'atexit of Python')
      print('printed')
      if how == 'call': ends(5)
      else: getattr(ctypes, how)(ctypes.c_int, ctypes.c_int)(address)(5)
    )py";
  }
  CHECK (!"reached");
  return NULL;
}

/* A child ends by KIND, on a thread of its own or not.  */

static void
try (const char *kind, int threaded)
{
  char text[200] = "";
  int fd[2], status;
  size_t n = 0;
  ssize_t got;
  pid_t pid;

  CHECK (pipe (fd) == 0);
  pid = fork ();
  if (pid == 0)
    {
      pthread_t thread;
      dup2 (fd[1], 1);
      close (fd[0]);
      close (fd[1]);
      atexit (at_exit);
      if (!threaded)
	work ((void *) kind);
      pthread_create (&thread, NULL, work, (void *) kind);
      pthread_join (thread, NULL);
      _exit (1);
    }
  close (fd[1]);
  while ((got = read (fd[0], text + n, sizeof text - 1 - n)) > 0)
    n += got;
  close (fd[0]);
  CHECK (waitpid (pid, &status, 0) == pid);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 5);
  CHECK (strstr (text, "printed\n") == text);
  CHECK (strstr (text, "atexit of Python\n") && strstr (text, "atexit of C\n"));
}

int
main (void)
{
  static const char *const kinds[] = { "call", "CFUNCTYPE", "PYFUNCTYPE" };

  for (int i = 0; i < 6; i++)
    try (kinds[i % 3], i / 3);
  printf ("good\n");
  return 0;
}
