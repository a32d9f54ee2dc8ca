/* -fplugin-arg-objmode-no-warn-member turns off the warnings about members.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-member -Werror" } */
#include <objmode.h>
struct part { int id; double *w; };

void
f (struct part *p)
{
  with_objmode () { "print (p.idd, p.w[0])"; }
}
