/* return that does not go with the function: errors from GCC 14 on.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall" } */
#include <objmode.h>

void
value (int n)		/* { dg-note "1: declared here" } */
{
  with_objmode () { "if n: return n"; }
/* { dg-warning "28: 'return' with a value, in function returning void" "" { target ! gcc14 } .-1 } */
/* { dg-error "28: 'return' with a value, in function returning void" "" { target gcc14 } .-2 } */
}

int
no_value (int n)		/* { dg-note "1: declared here" } */
{
  with_objmode () { R"(
    if n:
      return
    return 2
  )"; }
/* { dg-warning "7: 'return' with no value, in function returning non-void" "" { target ! gcc14 } .-3 } */
/* { dg-error "7: 'return' with no value, in function returning non-void" "" { target gcc14 } .-4 } */
}

int
nested (int n)
{
  void
  inner (int k)		/* { dg-note "3: declared here" } */
  {
    with_objmode () { "return k"; }
/* { dg-warning "24: 'return' with a value, in function returning void" "" { target ! gcc14 } .-1 } */
/* { dg-error "24: 'return' with a value, in function returning void" "" { target gcc14 } .-2 } */
  }
  inner (n);
  with_objmode () { "return n"; }
}
