/* Blocks wherever a statement may stand.  */
/* { dg-do run } */
#include "check.h"

static int
branch (int n)
{
  int y = 0;
  if (n == 1)
    with_objmode (y) { "y = 10"; }
  else if (n == 2)
    with_objmode (y) { "y = 20"; }
  else
    with_objmode (y) { "y = 30"; }
  if (n > 5)
    if (n > 6)
      with_objmode (y) { "y += 1"; }
    else
      with_objmode (y) { "y += 2"; }
  return y;
}

static int
jump (int n)
{
  int y = 0;
  switch (n)
    {
    case 1:
      with_objmode (y) { "y += 1"; }
      /* Falls through.  */
    case 2:
      with_objmode (y) { "y += 2"; }
      break;
    default:
      goto out;
    }
  y += 100;
 out:
  with_objmode (y) { "y += 1000"; }
  return y;
}

static int
loops (int n)
{
  int y = 0, i;
  for (i = 0; i < n; i++)
    with_objmode (y) { "y += i"; }
  while (i-- > 0)
    with_objmode (y) { "y += 1"; }
  do
    with_objmode (y) { "y += 100"; }
  while (y < 1000);
  for (i = 0; i < 3; i++)
    {
      if (i == 1)
        continue;
      with_objmode (y) { "y += 10000"; }
    }
  return y;
}

int
main (void)
{
  CHECK (branch (1) == 10 && branch (2) == 20 && branch (3) == 30);
  CHECK (branch (6) == 32 && branch (7) == 31);
  CHECK (jump (1) == 1103 && jump (2) == 1102 && jump (3) == 1000);
  CHECK (loops (4) == 21010);
  return 0;
}
