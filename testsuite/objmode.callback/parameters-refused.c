/* What objmode_members can say of parameters, and what it cannot.  */
/* { dg-do compile } */
#include <objmode.h>
typedef double (*func) (unsigned, const double *, double *, void *);
typedef int number;
extern int plain (const int *v, int n);
objmode_members (func, arg4 = "[arg0]"); /* { dg-error "24: 'func' has no parameter named 'arg4'; those without a name are 'arg0', 'arg1' and so on" } */
objmode_members (func, arg0 = "[3]"); /* { dg-error "'arg0' of type 'unsigned int' is neither a pointer nor a flexible array" } */
objmode_members (func, arg3 = "[arg0]"); /* { dg-error "'arg3' of type 'void \\*' does not point to elements" } */
objmode_members (plain, w = "[n]"); /* { dg-error "25: 'plain' has no parameter named 'w'" } */
objmode_members (func, arg1 = "[arg0]"); /* { dg-note "this is the declaration before" } */
objmode_members (func, arg1 = "[arg0 + 1]"); /* { dg-error "extents of 'arg1' that contradict the declaration before" } */
objmode_members (int (*) (double *, int), arg0 = "[arg1]"); /* { dg-error "18: '\[^\n\]*' is neither the name of a function nor of a type of functions" } */
objmode_members (number, x = "[1]"); /* { dg-error "'number' is not a struct" } */
