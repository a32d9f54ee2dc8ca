/* What is wrong at the level of a block.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { "y = 2; yield 1"; }
/* { dg-error "30: Python: 'yield' outside function" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2; yield from []"; }
/* { dg-error "30: Python: 'yield' outside function" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2; await n"; }
/* { dg-error "30: Python: 'await' outside (async )?function" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2; from os import *"; }
/* { dg-error "45: Python: import . only allowed at module level" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2; from __future__ import annotations"; }
/* { dg-error "30: Python: 'from __future__' import is not allowed in a block" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2; nonlocal zed"; }
/* { dg-error "30: Python: nonlocal declaration not allowed at the level of a block" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"(
    y = 2
    async def f ():
        await n
    def h ():
        yield 1
    z = (k for k in h ())
  )"; }
}

objmode_module {
  R"py(
    x = 1
    yield 2
  )py";
}
/* { dg-error "5: Python: 'yield' outside function" "" { target *-*-* } .-3 } */
objmode_module {
  R"py(
    return 2
  )py";
}
/* { dg-error "5: Python: 'return' outside function" "" { target *-*-* } .-3 } */
objmode_module {
  R"py(
    from os.path import *
    import sys
  )py";
}
