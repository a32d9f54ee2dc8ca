/* A block that longjmp has left is told of at the next one.  */
/* { dg-do run } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "^libobjmode: \[^\n\]*longjmp-out-of-block.c:\[0-9\]+: the block in 'middle' was left by longjmp\n" } */

#include "check.h"
#include <setjmp.h>

static jmp_buf target;

void
leave (void)
{
  longjmp (target, 1);
}

static __attribute__ ((noinline)) void
middle (void)
{
  void *address = (void *) leave;
  char room[256] = "";

  with_objmode () {
    R"py(
      import ctypes
      ctypes.PYFUNCTYPE(None)(address)()
    )py";
  }
  CHECK_NUM (room[0], 0);
}

int
main (void)
{
  if (setjmp (target) == 0)
    middle ();
  with_objmode () { R"py( pass )py"; }
  return 0;
}
