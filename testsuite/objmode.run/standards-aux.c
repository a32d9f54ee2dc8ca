/* What ways.exp compiles for every standard: C89 but for the attribute.  */
#include <objmode.h>
#include <stdio.h>

static int
plus (int n)
{
  int y;
  with_objmode (y) {
    "y = n + 1";
  }
  return y;
}

int
main (void)
{
  printf ("standards %d\n", plus (3));
  return 0;
}
