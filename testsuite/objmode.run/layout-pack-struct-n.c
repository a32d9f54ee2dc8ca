/* The structs of objmode.h do not depend on -fpack-struct=1.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-options "-fpack-struct=1" } */
#define OPTION_IN_FORCE 1
#include "layout-in-force.c"
