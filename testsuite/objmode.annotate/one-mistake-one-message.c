/* One mistake, one message: what the block names counts as used, and it may
   have left its function or its loop.  */
/* { dg-do compile } */
/* { dg-options "-O2 -Wall -Wextra" } */

#include <objmode.h>

static int helper (int a) { return a; }
static int state;

int
syntax (int n)
{
  int r;

  with_objmode (r) { "r = helper(n) + state +"; } /* { dg-error "46: Python: invalid syntax" } */
  return r;
}

int
returns (int n)
{
  switch (n)
    {
    case 1:
      with_objmode () { "return n +"; } /* { dg-error "36: Python: invalid syntax" } */
    case 2:
      return 3;
    default:
      with_objmode (missing) { "return missing"; } /* { dg-error "21: 'missing' undeclared in 'objmode' clause" } */
    }
}

int
loops (int n)
{
  for (;;)
    with_objmode () { "if n: break" "\n elif 1:"; } /* { dg-error "48: Python: expected an indented block after .elif. statement" } */
}

/* The rest of a body that mixes text and C is read over, not parsed.  */
int
mixed (double *x, int n, int k, int unused) /* { dg-warning "37: unused parameter 'unused'" } */
{
  with_objmode () { "n"; objmode_module { "x"; } } /* { dg-error "26: body of 'objmode' block mixes Python text with other statements" } */
  with_objmode (n) {
    "n = 1";
    k + 1; /* { dg-error "5: body of 'objmode' block mixes Python text with other statements" } */
    return;
    { undeclared = x[0]; with_objmode (k) { "k = "; } }
  }
  return n;
}

/* What is after it is seen again.  */
int
after (int n)
{
  with_objmode () { "pass"; return 1; } /* { dg-error "29: body of 'objmode' block mixes Python text with other statements" } */
  n + 1; /* { dg-warning "5: statement with no effect" } */
  return n;
}

/* Of a path without a block all is said.  */
int
falls (int n)
{
  if (n)
    with_objmode () { "return n +"; } /* { dg-error "34: Python: invalid syntax" } */
} /* { dg-warning "1: control reaches end of non-void function" } */

/* A block that is right, behind the errors, says what it does.  */
int
right (int n)
{
  if (n)
    with_objmode () { "return n + 1"; }
  else
    with_objmode (n) { "n = 1"; }
} /* { dg-warning "1: control reaches end of non-void function" } */

int
right_too (int n)
{
  with_objmode () { "return n + 1"; }
}
