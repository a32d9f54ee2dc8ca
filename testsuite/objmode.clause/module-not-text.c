/* Module blocks that are not Python text alone: one error each, at file
   scope, and nothing about what else they hold.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra" } */
#include <objmode.h>

objmode_module { "x = 1" } /* { dg-error "25: expected ';' before '\}' token" } */
/* { dg-fixit "25-25" ";" .-1 } */
objmode_module { R"(
x = 1)" } /* { dg-error "8: expected ';' before '\}' token" } */
/* { dg-fixit "8-8" ";" .-1 } */
objmode_module { "x = 1"; int y; } /* { dg-error "27: body of 'objmode_module' block mixes Python text with other statements" } */
objmode_module { "x = 1" int y; } /* { dg-error "26: body of 'objmode_module' block mixes Python text with other statements" } */
objmode_module { int y; { y } "x = 1"; } /* { dg-error "1: body of 'objmode_module' must be Python text in string literals" } */
objmode_module { __label__ l; "x = 1"; } /* { dg-error "body of 'objmode_module' block mixes Python text with other statements" } */
int after;
