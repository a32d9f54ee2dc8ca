/* Without a handler there is a traceback, and the process is aborted.  */
/* { dg-do run } */
/* { dg-shouldfail "aborts" } */
/* { dg-output "in worst\[^\n\]*\n\[^\n\]*raise LookupError.*LookupError: nothing there" } */
#include "check.h"
int
main (void)
{
  int (*f) (int) = NULL;
  with_objmode (f) { R"(
    def worst (x):
        raise LookupError ('nothing there')
    f = worst
  )"; }
  return f (1);
}
