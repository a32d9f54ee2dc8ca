/* Nothing of a long output is lost at the end of the process.  */
/* { dg-do run } */
/* { dg-output "^(x+\n)+end 2000\n$" } */
#include <objmode.h>
#include <stdlib.h>

int
main (void)
{
  with_objmode () { R"(
    for k in range (2000): print ('x' * 50)
    import atexit
    atexit.register (print, "end", k + 1)
  )"; }
  exit (0);
}
