/* Functions in which a block may not stand.  */
/* { dg-do compile } */
#include <objmode.h>

__attribute__ ((constructor)) static void
at_start (void)
{
  with_objmode () { "print (1)"; }
/* { dg-error "3: 'objmode' block in a function with attribute 'constructor'" "" { target *-*-* } .-1 } */
}

__attribute__ ((naked)) void
bare (void)
{
  with_objmode () { "print (1)"; }
/* { dg-error "3: 'objmode' block in a function with attribute 'naked'" "" { target *-*-* } .-1 } */
}

#pragma omp declare simd
__attribute__ ((simd)) int
vectors (int x)
{
  with_objmode (x) { "x += 1"; }
/* { dg-error "3: 'objmode' block in a function with attribute 'simd'" "" { target *-*-* } .-1 } */
  return x;
}

typedef int fn (void);
static int plain (void) { return 1; }
static fn *
resolver (void)
{
  with_objmode () { "print (1)"; }
/* { dg-error "3: 'objmode' block in a resolver of attribute 'ifunc'" "" { target *-*-* } .-1 } */
  return plain;
}
int chosen (void) __attribute__ ((ifunc ("resolver")));

__attribute__ ((pure)) int
quiet (int x)
{
  with_objmode (x) { "x += 1"; }
/* { dg-warning "3: 'objmode' block in a function with attribute 'pure', whose calls GCC may leave out" "" { target *-*-* } .-1 } */
  return x;
}

__attribute__ ((const)) int
silent (int x)
{
  with_objmode (x) { "x += 1"; }
/* { dg-warning "3: 'objmode' block in a function with attribute 'const', whose calls GCC may leave out" "" { target *-*-* } .-1 } */
  return x;
}
