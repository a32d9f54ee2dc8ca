/* -std=c89.  */
/* { dg-do run } */
/* { dg-additional-options "-std=c89 -Wall -Wextra" } */
#include <objmode.h>

int
main (void)
{
  int y, n = 3;
  double a[2];
  n++;
  __attribute__ ((objmode (y, a))) {
    "y = n";
    "a[0] = 1.5";
  }
  return y != 4 || a[0] != 1.5;
}
