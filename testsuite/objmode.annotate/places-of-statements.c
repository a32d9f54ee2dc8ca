/* Everywhere a statement may stand; nothing to complain of.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Wpedantic -Werror" } */
#include <objmode.h>

int
f (int n)
{
  if (n > 1)
    with_objmode (n) { "n += 1"; }
  else
    with_objmode (n) { "n += 2"; }
  for (int i = 0; i < n; i++)
    with_objmode () { "print (i)"; }
  while (n < 0)
    with_objmode (n) { "n += 1"; }
  do
    with_objmode (n) { "n += 1"; }
  while (n < 0);
  switch (n)
    {
    case 1:
      with_objmode (n) { "n += 1"; }
      break;
    default:
      with_objmode (n) { "n += 1"; }
    }
  if (n == 7)
    goto label;
  n++;
 label:
  with_objmode (n) { "n += 1"; }
  {
    with_objmode (n) { "n += 1"; }
  }
  return n;
}
