/* A static inline function with a block, in two units.  */
#include <objmode.h>
objmode_module { "calls = 0"; }
static inline int
count_calls (void)
{
  int n;
  with_objmode (n) { R"(
    global calls
    calls += 1
    n = calls
  )"; }
  return n;
}
