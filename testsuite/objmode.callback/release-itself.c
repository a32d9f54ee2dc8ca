/* A Python function may release the C function that it is while it runs, and
   many others after it.  */
/* { dg-do run } */
#include "check.h"
typedef int (*fn) (int);
static fn self;
static void release_self (void) { objmode_callback_release (self); }
static void release (fn f) { objmode_callback_release (f); }
int
main (void)
{
  int y = 0;
  for (int round = 0; round < 3; round++)
    {
      with_objmode (self) { R"(
        import objmode
        big = [round] * 1000
        def once (x):
            release_self ()
            for i in range (1500): release (objmode.keep (lambda: i))
            return big[x]
        self = once
      )"; }
      y = self (5);
      CHECK_NUM (y, round);
      CHECK (!objmode_callback_p (self));
    }
  return 0;
}
