/* Names that the text of a module block does not see.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra" } */
#include <limits.h>
#include <objmode.h>
#define SIZE 7
#define PART (n / 2)
int total;
static int twice (int x) { return 2 * x; }

objmode_module {
  R"py(
    import sys
    def known (x):
        return twice (x) + later + table [x] + __name__ + declared + other
    def f (x):
        return missing (x)
    def g ():
        return total
    def h ():
        return [SIZE, PART]
    def i ():
        return INT_MAX
    class C:
        size = 1
        def j (self, value):
            return self.size + value + __class__.size + [k for k in value]
    try:
        import numpy
    except ImportError as error:
        print (error)
    def k ():
        global made
        made = 1
  )py";
/* { dg-warning "16: 'missing' is undefined: not a C variable" "" { target *-*-* } 17 } */
/* { dg-warning "16: 'total' is undefined: a module block does not see variables and macros of C" "" { target *-*-* } 19 } */
/* { dg-note "16: pass the value of 'total' to a function of the module block" "" { target *-*-* } 19 } */
/* { dg-warning "17: 'SIZE' is undefined: a module block does not see" "" { target *-*-* } 21 } */
/* { dg-note "17: pass the value of 'SIZE' to a function" "" { target *-*-* } 21 } */
/* { dg-warning "23: 'PART' is undefined: a module block does not see" "" { target *-*-* } 21 } */
/* { dg-note "23: pass the value of 'PART' to a function" "" { target *-*-* } 21 } */
/* { dg-warning "16: 'INT_MAX' is undefined: Python text does not see macros of system headers" "" { target *-*-* } 23 } */
/* { dg-note "16: pass the value of 'INT_MAX' to a function" "" { target *-*-* } 23 } */
}

void
set (void)
{
  with_objmode () { "global declared; declared = made"; }
  with_objmode () { "def f ():\n  global other\n  other = 1\nf ()"; }
}

objmode_module { "later = 1; table = []"; }
