/* A pointer into another address space, which x86 has.  */
/* { dg-do compile { target i?86-*-* x86_64-*-* } } */
#include <objmode.h>

int seg (int __seg_gs *p);

void
g (void)
{
  with_objmode () { "seg (None)"; }
/* { dg-error "22: the C function 'seg' cannot be called from Python text: its parameter 'p' of type '\[^\n\]*' cannot be passed: it points to another address space" "" { target *-*-* } .-1 } */
}
