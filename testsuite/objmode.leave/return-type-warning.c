/* -Wreturn-type: nothing false, nothing lost.  */
/* { dg-do compile } */
/* { dg-additional-options "-Wall -Wextra" } */
#include <objmode.h>

int all (int n) { with_objmode () { "return n"; } }

int
both (int n)
{
  if (n)
    with_objmode () { "return n"; }
  else
    { with_objmode () { "raise KeyError (n)\nreturn 2"; } }
}

int
loop (int n)
{
  while (1)
    with_objmode () { "return n"; }
}

void nothing (int n) { with_objmode () { "if n: return"; } }

int
some (int n)
{
  with_objmode () { "if n: return n"; }
}		/* { dg-warning "1: control reaches end of non-void function" } */

int
one (int n)
{
  if (n)
    with_objmode () { "return n"; }
}		/* { dg-warning "1: control reaches end of non-void function" } */

int
reported (int n)
{
  int rc;
  with_objmode (error (rc)) { "return n"; }
}		/* { dg-warning "1: control reaches end of non-void function" } */

int
guarded (int n)
{
  with_objmode (once) { "return n"; }
}		/* { dg-warning "1: control reaches end of non-void function" } */

int
raises (int n)
{
  with_objmode () { "raise KeyError (n)"; }
}		/* { dg-warning "1: control reaches end of non-void function" } */
