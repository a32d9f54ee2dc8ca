/* A block in a header that two units include: each has its module.  */
/* { dg-do run } */
/* { dg-additional-sources "header-other-aux.c" } */
#include "check.h"
#include "header-aux.h"
int other (void);

int
main (void)
{
  CHECK (count_calls () == 1 && count_calls () == 2);
  CHECK (other () == 100 && other () == 200);
  CHECK (count_calls () == 3);
  int y;
  with_objmode (y) { R"(
    import objmode.header_in_two_units, sys
    me = sys.modules['objmode.header_in_two_units']
    import objmode.header_other_aux as other
    assert other is not me and other.calls == 2
    y = me.calls
  )"; }
  CHECK_NUM (y, 3);
  return 0;
}
