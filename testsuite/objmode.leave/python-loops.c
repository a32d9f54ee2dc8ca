/* Loops and functions of Python, where there is nothing of C to leave.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include <objmode.h>

int
f (int n)
{
  int y = 0;
  with_objmode (y) { R"(
    def g ():
      return 1
    class A:
      def h (self):
        return [k for k in range (n)]
    for k in range (2):
      if k: continue
      while True:
        y = g ()
        break
      else:
        y = 2
      break
    # return, break, continue
    s = "return"
  )"; }
  return y;
}
