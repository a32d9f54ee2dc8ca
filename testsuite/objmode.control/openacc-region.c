/* A block in a region of OpenACC that may run elsewhere.  */
/* { dg-do compile } */
/* { dg-additional-options "-fopenacc" } */
#include <objmode.h>

int
f (void)
{
  int y = 0;
#pragma acc parallel
  with_objmode () { "print ()"; } /* { dg-error "3: .objmode. block in a region of .acc parallel." } */
#pragma acc kernels
  with_objmode () { "print ()"; } /* { dg-error "3: .objmode. block in a region of .acc kernels." } */
#pragma acc serial
  with_objmode () { "print ()"; } /* { dg-error "3: .objmode. block in a region of .acc serial." } */
#pragma acc data copy (y)
  with_objmode (y) { "y = 1"; }
  return y;
}
