/* The texts of module blocks are checked as those of blocks are.  */
/* { dg-do compile } */
#include <objmode.h>

objmode_module {
  R"py(
    import os
    def f (x):
        return x x
  )py";
}
/* { dg-error "18: Python: invalid syntax" "" { target *-*-* } .-3 } */
objmode_module { "import os"; "x = = 2"; }
/* { dg-error "36: Python: invalid syntax" "" { target *-*-* } .-1 } */
objmode_module { "import os"; int x; }
/* { dg-error "31: body of 'objmode_module' (block )?mixes Python text with other statements" "" { target *-*-* } .-1 } */
int after = undeclared;
/* { dg-error "13: 'undeclared' undeclared" "" { target *-*-* } .-1 } */
