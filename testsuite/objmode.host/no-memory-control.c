/* A control of no-memory-thread-state.c: the allocation that it lets fail is
   that of the thread state, without which CPython ends the process.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -rdynamic" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern void *__libc_calloc (size_t, size_t);

/* 1 if calloc fails in this thread, 2 if it has failed.  */
static _Thread_local int fails;

/* As in no-memory-thread-state.c.  */

void *
calloc (size_t n, size_t size)
{
  if (fails && (n * size < 100 || n * size > 200))
    {
      fails = 2;
      return NULL;
    }
  return __libc_calloc (n, size);
}

/* Let PyGILState_Ensure make a thread state without memory.  */

static void *
work (void *arg)
{
  int (*ensure) (void) = (int (*) (void)) dlsym (RTLD_DEFAULT,
						 "PyGILState_Ensure");

  if (!ensure)
    _exit (2);
  fails = 1;
  ensure ();
  _exit (fails == 2 ? 3 : 4);
  return arg;
}

int
main (void)
{
  struct rlimit none = { 0, 0 };
  pthread_t thread;
  int status, y = 0;
  pid_t child = fork ();

  if (child == 0)
    {
      setrlimit (RLIMIT_CORE, &none);
      close (2);
      with_objmode (y) { R"py( y = 1 )py"; }
      pthread_create (&thread, NULL, work, NULL);
      pthread_join (thread, NULL);
      _exit (5);
    }
  CHECK (waitpid (child, &status, 0) == child);
  CHECK (WIFSIGNALED (status));
  return 0;
}
