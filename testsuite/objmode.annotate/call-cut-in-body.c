/* The call of a macro in a C body that the end of the file cuts off is an
   error, behind which the compiler goes on.  */
/* { dg-do compile } */
/* { dg-prune-output "error: expected|undeclared" } */
/* { dg-prune-output "warning: |note: " } */
/* { dg-error "9: unterminated argument list invoking macro .FIRST." "" { target *-*-* } 13 } */
#include <objmode.h>
#define FIRST(A, ...) A
int
f (int v)
{
  with_objmode (v) { FIRST (v,
    1, 2
