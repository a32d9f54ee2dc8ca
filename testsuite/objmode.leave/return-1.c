/* return that does not go with the function.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall" } */
/* { dg-skip-if "GCC 14 makes these errors" { target gcc14 } } */
#include <objmode.h>
#include <stdlib.h>

void
value (int n)		/* { dg-note "1: declared here" } */
{
  with_objmode () { "if n: return n"; }
/* { dg-warning "28: 'return' with a value, in function returning void" "" { target *-*-* } .-1 } */
}

int
no_value (int n)		/* { dg-note "1: declared here" } */
{
  with_objmode () { R"(
    if n:
      return
    return 2
  )"; }
/* { dg-warning "7: 'return' with no value, in function returning non-void" "" { target *-*-* } .-3 } */
}

__attribute__ ((noreturn)) void
never (int n)
{
  with_objmode () { "if n: return"; }
/* { dg-warning "28: function declared 'noreturn' has a 'return' statement" "" { target *-*-* } .-1 } */
/* { dg-warning "28: 'noreturn' function does return" "" { target *-*-* } .-2 } */
  exit (1);
}

int
nested (int n)
{
  void
  inner (int k)		/* { dg-note "3: declared here" } */
  {
    with_objmode () { "return k"; }
/* { dg-warning "24: 'return' with a value, in function returning void" "" { target *-*-* } .-1 } */
  }
  inner (n);
  with_objmode () { "return n"; }
}
