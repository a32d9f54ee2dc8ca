/* A program ends while threads enter blocks and OBJMODE_HOLD without end: it
   ends, and nothing that was printed is lost.  */
/* { dg-do run } */
/* { dg-timeout 10 } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^end\natexit\n$" } */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

static void *
work (void *holds)
{
  for (;;)
    {
      int n = 0;

      with_objmode (n) {
	R"py(
	  n = len([i for i in range(50)])
	  if n % 2:
	      print('odd')
	)py";
      }
      if (holds)
	OBJMODE_HOLD
	  {
	    with_objmode (n) { R"py( n += 1 )py"; }
	  }
    }
  return NULL;
}

int
main (void)
{
  pthread_t thread;

  with_objmode () {
    R"py(
      import atexit, time
      atexit.register(lambda: (time.sleep(0.01), print('atexit')))
    )py";
  }
  for (int i = 0; i < 8; i++)
    CHECK (pthread_create (&thread, NULL, work, i % 2 ? &thread : NULL) == 0);
  usleep (20000);
  printf ("end\n");
  return 0;
}
