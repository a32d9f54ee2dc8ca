/* Without a handler such a failure ends the process, and the traceback says
   where.  */
/* { dg-do run } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "callable-fails-abort.c\", line 12, in unguarded\n.*ZeroDivisionError: \[^\n\]*\n$" } */
#include "check.h"

static int
unguarded (int n)
{
  int y;
  with_objmode (y) { "y = 10 // n"; }
  return y;
}

int
main (void)
{
  int y = 0, rc;
  with_objmode (y, error (rc)) { "y = unguarded (0)"; }
  puts ("not reached");
  return y + rc;
}
