/* longjmp out of a block keeps the GIL for ever: the watchdog tells of the
   block that it was.  */
/* { dg-do run } */
/* { dg-set-target-env-var HOST_ENV "OBJMODE_WATCHDOG=0.3" } */
/* { dg-shouldfail "it aborts" } */
/* { dg-timeout 10 } */
/* { dg-output "thread \[0-9\]+ waits for the GIL in the block at \[^\n\]*watchdog-longjmp.c:21 in 'waits'\n  thread \[0-9\]+ is inside Python in the block at \[^\n\]*watchdog-longjmp.c:37 in 'main'\n" } */

#include "check.h"
#include <pthread.h>
#include <setjmp.h>

static jmp_buf target;

void leave (void) { longjmp (target, 1); }

static void *
waits (void *unused)
{
  (void) unused;
  with_objmode () { R"py( pass )py"; }
  return unused;
}

int
main (void)
{
  void *address = (void *) leave;
  pthread_t thread;

  if (setjmp (target) == 0)
    {
      with_objmode () { R"py( import ctypes )py"; }

      /* The call keeps the GIL.  */

      with_objmode () {
	R"py(
	  import ctypes
	  ctypes.PYFUNCTYPE(None)(address)()
	)py";
      }
    }
  pthread_create (&thread, NULL, waits, NULL);
  pthread_join (thread, NULL);
  return 0;
}
