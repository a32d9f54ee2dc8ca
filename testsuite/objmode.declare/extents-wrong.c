/* What is wrong with an extent is reported in the string, when a block uses the
   type; a type that no block uses is left alone.  */
/* { dg-do compile } */
#include <objmode.h>
int function (void);
extern int shown;
struct part { int n; };
struct s
{
  int n, a[3];
  double x;
  struct part part;
  int *p0 objmode_extents ("[n +]"); /* { dg-error "33: expected an expression at the end of the extent in type string '\\\[n \\+\\\]'" } */
  int *p1 objmode_extents ("[n n]"); /* { dg-error "32: expected the end of the extent before 'n' in type string" } */
  int *p2 objmode_extents ("[m]"); /* { dg-error "30: 'm' is neither a member nor a variable or an enumeration constant at file scope, in type string '\\\[m\\\]'" } */
  int *p3 objmode_extents ("[function]"); /* { dg-error "30: 'function' is a function, which an extent cannot call, in type string" } */
  int *p4 objmode_extents ("[x]"); /* { dg-error "30: extent in type string '\\\[x\\\]' is not an integer" } */
  int *p5 objmode_extents ("[part.m]"); /* { dg-error "35: 'struct part' has no member named 'm', in type string" } */
  int *p6 objmode_extents ("[n.m]"); /* { dg-error "32: request for member 'm' in something not a structure or union, in type string" } */
  int *p7 objmode_extents ("[n->m]"); /* { dg-error "31: invalid type argument of '->' \\(have 'int'\\), in type string" } */
  int *p8 objmode_extents ("[3.5]"); /* { dg-error "30: '3.5' is not an integer constant, in type string" } */
  int *p10 objmode_extents ("[n[0]]"); /* { dg-error "32: subscripted value is neither array nor pointer" } */
  int *p11 objmode_extents ("[n ? x : 1]"); /* { dg-error "33: the operands of '\\?:' are not integers, in type string" } */
  int *p12 objmode_extents ("[part + 1]"); /* { dg-error "36: invalid operands to binary \\+" } */
  int *p13 objmode_extents ("[n, shown : later]"); /* { dg-error "42: 'later' is neither a member nor" } */
  int *p17 objmode_extents ("[~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~n]"); /* { dg-error "231: the extent is nested too deeply, in type string" } */
  int *p14 objmode_extents ("[part.]"); /* { dg-error "36: expected an identifier at the end" } */
};
struct unused { int *p objmode_extents ("[nobody]"); };

void
f (struct s *s)
{
  int later = 1;
  with_objmode () { "print (s.n, later)"; }
}
