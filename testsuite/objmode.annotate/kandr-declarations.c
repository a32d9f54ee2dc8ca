/* Behind the declarations of a K&R definition.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu89" } */
int
f (a)
  int a;
__attribute__ ((objmode (a)))
/* { dg-error "1: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
{
  return a;
}
