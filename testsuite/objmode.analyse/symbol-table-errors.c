/* Errors that CPython's symbol table and compiler find.  */
/* { dg-do compile } */
#include <objmode.h>

void
g (int n)
{
  int y = 0;
  with_objmode (y) { R"(
    y = 1
    def f (a, a): pass
  )"; }
/* { dg-error "15: Python: duplicate argument 'a' in function definition" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    y = q = 1
    global q
  )"; }
/* { dg-error "5: Python: name 'q' is assigned to before global declaration" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    y = 1
    def f ():
        break
  )"; }
/* { dg-error "9: Python: 'break' outside loop" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    y = 1
    None = 2
  )"; }
/* { dg-error "5: Python: cannot assign to None" "" { target *-*-* } .-2 } */
}
