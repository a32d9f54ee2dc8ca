/* break and continue where C has none.  */
/* { dg-do compile } */
#include <objmode.h>

int
f (int n)
{
  with_objmode () { "if n: break"; }
/* { dg-error "28: break statement not within loop or switch" "" { target *-*-* } .-1 } */
  with_objmode () { R"(
    try:
      continue
    finally:
      n
  )"; }
/* { dg-error "7: continue statement not within a loop" "" { target *-*-* } .-4 } */
  switch (n)
    {
    case 1:
      with_objmode () { "continue"; }
/* { dg-error "26: continue statement not within a loop" "" { target *-*-* } .-1 } */
    }
  for (;;)
    {
      int
      inner (int k)
      {
	with_objmode () { "for i in []: pass\nelse: break"; }
/* { dg-error "53: break statement not within loop or switch" "" { target *-*-* } .-1 } */
	return k;
      }
      with_objmode () { "break"; }
      n += inner (n);
    }
  return n;
}
