/* What the words of clauses mean where a variable has their name.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Werror" } */
#include <objmode.h>

int
g (int n)
{
  int once = 0;
  with_objmode (once) { "once = 2"; }
  {
    int error = 1;
    with_objmode (error) { "error += 1"; }
    with_objmode (error (n)) { "error += 1"; }
  }
  {
    double every = 1, interval;
    with_objmode (every, interval) { "interval = every = 3"; }
    with_objmode (every (once)) { "every = 3"; }
  }
  return once + n;
}
