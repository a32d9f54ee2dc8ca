/* The structs of objmode.h do not depend on -fsso-struct=big-endian.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-options "-fsso-struct=big-endian" } */
#define OPTION_IN_FORCE 1
#include "layout-in-force.c"
