/* The call of a macro that the end of the file cuts off is an error, behind
   which the compiler goes on.  The last line belongs to the test.  */
/* { dg-do compile } */
/* { dg-prune-output "error: " } */
/* { dg-prune-output "warning: |note: " } */
/* { dg-error "7: unterminated argument list invoking macro .with_objmode." "" { target *-*-* } 13 } */
/* { dg-error "1: body of 'objmode_module' must be Python text in string literals" "" { target *-*-* } 11 } */
#include <objmode.h>

int v;
objmode_module {
  with_objmode (v = 3, error (((v), once (1?v:v)) {  } while (0);
int a;
