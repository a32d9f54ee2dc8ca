/* At the end of the process every open file is flushed, whatever else lives
   then: a proxy of what is dead and an object that raises when it is asked
   for its class.  */
/* { dg-do run } */
/* { dg-output "^written\n$" } */
#include <objmode.h>

int
main (void)
{
  with_objmode ()
  {
    R"py(
      global proxy, odd, file
      import os, weakref
      class Odd:
          @property
          def __class__(self):
              raise RuntimeError('asked for its class')
      odd = Odd()
      proxy = weakref.proxy(Odd())
      file = open(os.dup(1), 'w')
      file.write('written\n')
    )py";
  }
  return 0;
}
