/* Values that Python text cannot return.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall -Wextra" } */
#include <objmode.h>
struct s { int a; };

struct s
structure (int n)
{
  with_objmode () { "return n"; }
/* { dg-error "22: value of type 'struct s' cannot be returned from Python: this type is not yet supported" "" { target *-*-* } .-1 } */
}

int *
pointer (int n)
{
  with_objmode () { "return n"; }
/* { dg-error "22: value of type 'int .' cannot be returned from Python: Python has no value for a pointer to this type" "" { target *-*-* } .-1 } */
}

const char *
string (int n)
{
  with_objmode () { R"(
    if n:
      return str (n)
    return None
  )"; }
/* { dg-error "7: value of type 'const char .' cannot be returned from Python: it must not point to const, since the caller frees the string" "" { target *-*-* } .-3 } */
}

int
syntax (int n)
{
  (void) n;
  with_objmode () { "return 1 +"; }
/* { dg-error "32: Python: invalid syntax" "" { target *-*-* } .-1 } */
}
