/* One unit imports the module of another, which then runs its blocks.  */
/* { dg-do run } */
/* { dg-additional-sources "units-import-aux.c" } */
/* { dg-output "^main unit\nother unit\nused\n$" } */
#include "check.h"
int other (int n);
objmode_module { "print ('main unit')"; }

int
main (void)
{
  int y;
  with_objmode (y) { R"(
    import objmode.units_import_aux as other
    y = other.twice (4)
    print ("used")
  )"; }
  CHECK_NUM (y, 8);
  CHECK (other (5) == 10);
  return 0;
}
