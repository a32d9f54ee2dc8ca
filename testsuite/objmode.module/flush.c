/* Without module text nobody needs to know what the module is called.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y = 0;
  with_objmode (y) { "assert __name__ == 'objmode.flush_2'\ny = 1"; }
  CHECK_NUM (y, 1);
  return 0;
}
