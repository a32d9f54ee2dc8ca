/* What is wrong with a declaration about a type is reported where it is.  */
/* { dg-do compile } */
#include <objmode.h>
struct grid { int nx, ny, ld; double *u, *rho; struct { double *v; } fields; struct grid *next; };
typedef struct grid grid_t;
objmode_members (struct nothere, u = "[ny]"); /* { dg-error "18: the struct 'struct nothere' is incomplete here; declare its members first" } */
objmode_members (int, u = "[n]"); /* { dg-error "18: 'int' is not a struct" } */
objmode_members (grid_t *, u = "[n]"); /* { dg-error "18: 'grid_t \\*' is not a struct" } */
objmode_members (grid_t); /* { dg-error "1: expected 'NAME = \"...\"' behind the first argument" } */
objmode_members (grid_t,); /* { dg-error "1: expected 'NAME = \"...\"' behind the first argument" } */
objmode_members (grid_t, u = 3); /* { dg-error "28: expected 'NAME = \"...\"' behind the first argument" } */
objmode_members (grid_t, u "[n]"); /* { dg-error "26: expected 'NAME = \"...\"' behind the first argument" } */
objmode_members (grid_t, 3 = "[n]"); /* { dg-error "26: expected 'NAME = \"...\"' behind the first argument" } */
objmode_members (grid_t, fields. = "[n]"); /* { dg-error "26: expected 'NAME = \"...\"' behind the first argument" } */
objmode_members (, u = "[n]"); /* { dg-error "18: expected a type or a function as the first argument" } */
objmode_members (); /* { dg-error "1: expected a type or a function as the first argument" } */
objmode_members (grid_t, uu = "[n]"); /* { dg-error "26: 'grid_t'(| \\{aka 'struct grid'\\}) has no member named 'uu'; did you mean 'u'" } */
objmode_members (grid_t, other = "[n]"); /* { dg-error "26: 'grid_t'(| \\{aka 'struct grid'\\}) has no member named 'other'" } */
objmode_members (grid_t, fields.w = "[n]"); /* { dg-error "26: 'struct <anonymous>' has no member named 'w'" } */
objmode_members (grid_t, next.u = "[n]"); /* { dg-error "26: 'struct grid \\*' is not a struct whose members are known here, so it has no member 'u'" } */
objmode_members (grid_t, nx = "[n]"); /* { dg-error "32: 'nx' of type 'int' is neither a pointer nor a flexible array, so it has no extents to declare" } */
objmode_members (grid_t, rho = "float32[nx]"); /* { dg-error "33: type string 'float32\\\[nx\\\]' contradicts the type 'double \\*' of 'rho'" } */
objmode_members (grid_t, fields.v = "[nx"); /* { dg-error "38: expected '\\\]' in type string" } */
objmode_members (undeclared, u = "[n]"); /* { dg-error "18: 'undeclared' undeclared" } */
__attribute__ ((objmode_members)); /* { dg-error "1: 'objmode_members' must be alone in its attribute list, with its arguments in parentheses" } */

void
f (void)
{
  objmode_members (struct grid, rho = "[nx]"); /* { dg-error "3: 'objmode_members' is allowed at file scope only" } */
}
