/* A C function that a C body calls leaves the body by longjmp, to the function
   that has the body: the next block of that function tells of it.  */
/* { dg-do run } */
/* { dg-add-options python_api } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "^again\nlibobjmode: \[^\n\]*longjmp-out-of-body.c:34: the block in 'leaves' was left by longjmp\n" } */
#include <Python.h>
#include <setjmp.h>
#include "check.h"

static jmp_buf env;

static void __attribute__ ((noipa))
jump (int n)
{
  if (n > 1)
    longjmp (env, 1);
}

static void
leaves (void)
{
  volatile int n = 0;

  if (setjmp (env) != 0)
    {
      fprintf (stderr, "again\n");
      with_objmode () { R"py( pass )py"; }
    }
  with_objmode ()
    {
      jump (++n);
    }
  with_objmode ()
    {
      jump (++n);
    }
}

int
main (void)
{
  leaves ();
  return 0;
}
