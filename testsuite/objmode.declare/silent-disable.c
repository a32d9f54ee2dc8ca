/* With OBJMODE_DISABLE the declarations are silent, from C89 on.  */
/* { dg-do compile } */
/* { dg-options "-std=c89 -Wall -Wextra -Wpedantic -Wredundant-decls -Werror -DOBJMODE_DISABLE" } */
#include "silent.c"
