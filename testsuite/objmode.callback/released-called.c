/* A call after the release is a message that names the place.  */
/* { dg-do run } */
/* { dg-shouldfail "aborts" } */
/* { dg-output "libobjmode: \[^\n\]*released-called.c:10: the Python function that was made a C function here, in 'main', is called after its release" } */
#include "check.h"
int
main (void)
{
  int (*f) (int) = NULL;
  with_objmode (f) { "f = lambda x: x"; }
  objmode_callback_release (f);
  return f (1);
}
