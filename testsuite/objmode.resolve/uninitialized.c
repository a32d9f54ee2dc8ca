/* What is set and what is not, for -Wuninitialized.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -O2" } */
#include <objmode.h>
void use (int);

int set (int n) { int y; with_objmode (y) { "y = n"; } return y; }
int chained (int n) { int a, b, c; with_objmode (a, b, c) { "a = b = c = n"; } return a + b * c; }
int checked (int n) { int y, rc; with_objmode (y, error (rc)) { "y = n"; } if (rc) return -1; return y; }
int jumped (int n) { int y; with_objmode (y, goto (bad)) { "y = n"; } return y; bad: return -1; }
int branches (int n) { int y; with_objmode (y) { "if n: y = 1\nelse: y = 2"; } return y; }

int
unchecked (int n)
{
  int y, rc;
  with_objmode (y, error (rc)) { "y = n"; }
  use (rc);
  return y; /* { dg-warning "'y' may be used uninitialized" } */
}
/* { dg-note "'y' was declared here" "" { target gcc12 } .-5 } */

int
maybe (int n)
{
  int y;
  if (n)
    with_objmode (y) { "y = n"; }
  return y; /* { dg-warning "'y' may be used uninitialized" } */
}
/* { dg-note "'y' was declared here" "" { target gcc12 } .-5 } */

int
input (int n)
{
  int x, y;
  with_objmode (y) { "y = x + n"; } /* { dg-warning "'x' is used uninitialized" } */
  return y;
}
/* { dg-note "'x' was declared here" "" { target gcc12 } .-4 } */
