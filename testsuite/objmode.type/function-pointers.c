/* Function pointers that cannot be passed.  */
/* { dg-do compile } */
/* From GCC 15 on the standard is C23, where () is a prototype.  */
#include <objmode.h>
typedef float v4sf __attribute__ ((vector_size (16)));
struct s { int i; v4sf v; };
typedef int (*callback) (int);

int
g (int (*variadic) (const char *, ...), int (*old) (), void (*by_value) (struct s), callback cb)
{
  int y;
  callback table[2] = { cb, cb };
  with_objmode (y) { R"( y = variadic (1) )"; }
/* { dg-error "30: 'variadic' of type 'int \[^\n\]*' cannot be passed to Python: it has variable arguments; call it in a function that does not" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = old (1) )"; }
/* { dg-error "30: 'old' of type 'int \[^\n\]*' cannot be passed to Python: it has no prototype; declare it with the types of its parameters" "" { target ! gcc15 } .-1 } */
  with_objmode (y) { R"( y = by_value (1) )"; }
/* { dg-error "30: 'by_value' of type 'void \[^\n\]*' cannot be passed to Python: its parameter 1 of type 'struct s' cannot be passed: its member 'v' of type 'v4sf' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (cb) { R"( cb = 1 )"; }
  with_objmode (y) { R"( y = table[0] (1) )"; }
/* { dg-error "30: 'table' of type 'int \[^\n\]*' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y, cb = "int32") { R"( y = cb (1) )"; }
/* { dg-error "26: type string 'int32' contradicts the type 'callback'" "" { target *-*-* } .-1 } */
  return y;
}
