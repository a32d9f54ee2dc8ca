/* -Wuninitialized with texts that may leave.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall -Wextra" } */
#include <objmode.h>

int
plain (int n)
{
  int y;
  with_objmode (y) { "y = n\nif n: return y"; }
  return y;
}

int
checked (int n)
{
  int y, rc;
  with_objmode (y, error (rc)) { "y = n\nif n: return y"; }
  return rc ? -1 : y;
}

int
loop (int n)
{
  int y;
  for (;;)
    with_objmode (y) { "y = n\nif n: break"; }
  return y;
}

int
unchecked (int n)
{
  int y, rc;
/* { dg-warning "7: 'y' may be used uninitialized" "" { target ! gcc13 } .-1 } */
/* { dg-note "7: 'y' was declared here" "" { target gcc13 } .-2 } */
  with_objmode (y, error (rc)) { "y = n\nif n: return y"; }
  (void) rc;
  return y;
/* { dg-warning "10: 'y' may be used uninitialized" "" { target gcc13 } .-1 } */
}
