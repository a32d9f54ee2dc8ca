/* Functions that come out of macros with the blocks in them: the argument is
   expanded before GCC has seen the function around the block.  */
/* { dg-do run } */
#include <objmode.h>

#define FUNCTION(NAME, ...) static int NAME (int n) { int y = 0; __VA_ARGS__ return y; }
#define WHOLE(...) __VA_ARGS__
#define HELD(...) OBJMODE_HOLD { __VA_ARGS__ }

FUNCTION (f, with_objmode (y) { "y = n + 1"; })
FUNCTION (g, if (n) with_objmode (y, every (1)) { R"py( y = n + 2 )py"; } else y = 5;)
WHOLE (static int h (int n) { int y = 0; with_objmode (y) { "y = n + 3"; } return y; })
WHOLE (FUNCTION (i, HELD (__attribute__ ((objmode (y))) { "y = n + 4"; })))
FUNCTION (j, OBJMODE_HOLD { with_objmode (y) { "y = n + 5"; } })

int
main (void)
{
  return !(f (1) == 2 && g (1) == 3 && g (0) == 5 && h (1) == 4 && i (1) == 5
	   && j (1) == 6);
}
