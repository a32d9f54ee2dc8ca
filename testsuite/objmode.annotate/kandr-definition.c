/* A K&R definition: the brace is a function's, not a block's.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu89" } */
int
f (a)
  int a __attribute__ ((objmode (a)));
/* { dg-error "9: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
{
  return a;
}
