/* No memory for the thread state of a thread: an error, and the next try
   succeeds.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -rdynamic" } */

#include "check.h"
#include <pthread.h>

extern void *__libc_calloc (size_t, size_t);

/* How many calls of calloc by this thread succeed; negative: all.  That of
   pthread_getattr_np, between 100 and 200 bytes, does: it would crash.  */
static _Thread_local int left = -1;

/* Takes the place of the C library's, for libpython too.  */

void *
calloc (size_t n, size_t size)
{
  if (n * size < 100 || n * size > 200)
    {
      if (left == 0)
	return NULL;
      if (left > 0)
	left--;
    }
  return __libc_calloc (n, size);
}

static int failures;

static void *
work (void *arg)
{
  int rc = 1, y = 0;

  for (int i = 0; rc != 0 && i < 20; i++)
    {
      left = i;
      with_objmode (y, error (rc)) { R"py( y = 1 )py"; }
      left = -1;
      if (rc != 0)
	{
	  failures++;
	  /* Some CPythons lose a MemoryError on its way.  */
	  CHECK (error_is ("RuntimeError", "memory")
		 || error_is ("MemoryError", "")
		 || error_is ("SystemError", "without"));
	}
    }
  CHECK (rc == 0 && y == 1);
  return arg;
}

int
main (void)
{
  pthread_t thread;
  int y = 0;

  with_objmode (y) { R"py( y = 1 )py"; }
  pthread_create (&thread, NULL, work, NULL);
  pthread_join (thread, NULL);
  CHECK (failures >= 2);
  return 0;
}
