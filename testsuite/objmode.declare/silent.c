/* In each mode of objmode.h the declarations are silent, from C89 on.  */
/* { dg-do compile } */
/* { dg-options "-std=c89 -Wall -Wextra -Wpedantic -Wredundant-decls -Werror" } */
#define __attribute__(x)
#include <objmode.h>
struct grid
{
  int nx, ny;
  double *u objmode_extents ("[ny, nx]");
  double *v __objmode_extents__ ("[nx]"), *w;
};
objmode_members (struct grid, w = "[nx]");
__objmode_members__ (struct grid, w = "[nx]");
typedef long days_t;
objmode_adapt (days_t, to = "f", from = "g");
__objmode_adapt__ (days_t, to = "f", from = "g");
int defined_here;
