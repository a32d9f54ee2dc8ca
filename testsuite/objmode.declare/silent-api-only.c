/* With OBJMODE_API_ONLY the declarations are silent, from C89 on.  */
/* { dg-do compile } */
/* { dg-options "-std=c89 -Wall -Wextra -Wpedantic -Wredundant-decls -Werror -DOBJMODE_API_ONLY" } */
#include "silent.c"
