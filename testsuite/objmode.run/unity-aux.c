/* Several units in one: each file has blocks, one a module block too.  */
#define main ways_main
#include "ways-aux.c"
#undef main
#define main standards_main
#include "standards-aux.c"
#undef main

int
main (void)
{
  return ways_main () + standards_main ();
}
