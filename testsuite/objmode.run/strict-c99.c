/* -std=c99, which has no raw strings.  */
/* { dg-do run } */
/* { dg-additional-options "-std=c99 -Wall -Wextra -pedantic-errors" } */
#include <objmode.h>

int
main (void)
{
  int y, n = 3;
  __attribute__ ((objmode (y))) {
    "y = 0\n"
    "for k in range (n):\n"
    "  y += k";
  }
  with_objmode (y) {
    "if y == 3:";
    "  y = n * 2";
  }
  return y != 6;
}
