/* A block at file scope in the argument of a macro: whether a function is
   around it shows only when GCC parses it.  */
/* { dg-do compile } */
#include <objmode.h>
#define WHOLE(...) __VA_ARGS__ /* { dg-note "20: in definition of macro" } */
WHOLE (with_objmode () { "pass"; }) /* { dg-error "8: expected identifier or .\\(. before .\{. token" } */
/* The mistake without a macro.  */
with_objmode () { "pass"; } /* { dg-error "1: .objmode. attribute applies only to a compound statement" } */
