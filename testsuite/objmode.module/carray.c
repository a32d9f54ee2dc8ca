/* A file whose name the module objmode has itself gets another one, and is told
   so once if it has module text.  */
/* { dg-do run } */
#include "check.h"
objmode_module { "first = 1"; } /* { dg-warning "1: the module of this file is 'objmode.carray_2', since 'objmode.carray' belongs to objmode itself" } */
objmode_module { "second = 2"; }

int
main (void)
{
  int y = 0;
  with_objmode (y) { R"(
    import objmode, objmode.carray_2 as mine
    assert __name__ == 'objmode.carray_2' and mine.first == first
    assert callable (objmode.carray)
    y = second
  )"; }
  CHECK_NUM (y, 2);
  return 0;
}
