/* Names that are not defined.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra" } */
#include <objmode.h>
int later_c;

objmode_module { "def known (): return missing_in_module ()\nimport os.path as ospath"; }
/* { dg-warning "40: 'missing_in_module' is undefined" "" { target *-*-* } .-1 } */

int
g (int n)
{
  int y;
  with_objmode (y) { R"( y = undefined_name + 1 )"; }
/* { dg-warning "30: 'undefined_name' is undefined: not a C variable in scope, a name of a module block, or a Python builtin" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"(
    y = known () + n
    y += len (ospath.sep) + later
    if n: later_c
    y = mistake (y)
  )"; }
/* { dg-warning "9: 'mistake' is undefined" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"(
    def f ():
        return inside + y
    y = f ()
  )"; }
/* { dg-warning "16: 'inside' is undefined" "" { target *-*-* } .-3 } */
  with_objmode (y) { R"( y = local = n; del local )"; }
  with_objmode (y) { R"( y = __name__ == __file__ )"; }
  with_objmode (y) { R"( y = len (__func__) )"; }
  return y;
}
objmode_module { "later = 3"; }
