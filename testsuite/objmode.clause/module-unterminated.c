/* A module block without an end.  */
/* { dg-do compile } */
#include <objmode.h>

int f (void);
objmode_module { "x = 1";
#define NOTHING
/* { dg-error "1: expected declaration or statement at end of input" "" { target *-*-* } 6 } */
