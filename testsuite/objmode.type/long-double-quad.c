/* A long double is not passed where an option has given it another format than
   that of numpy.longdouble.  */
/* { dg-do compile { target x86_64-*-* } } */
/* { dg-options "-mlong-double-128" } */
#include <objmode.h>

static long double twice (long double x) { return 2 * x; }
static void fill (long double *p) { *p = 1; }

void
values (long double x, long double _Complex z, long double *p)
{
  long double a[2] = { 1, 2 };
  OBJMODE_ARRAY (long double, 1) kept = { 0 };
  double d;

  with_objmode (x) { "x = 1"; } /* { dg-error "17: 'x' of type 'long double' cannot be passed to Python: its format is not that of numpy.longdouble; compile without options such as '-mlong-double-128'" } */
  with_objmode () { "print (a)"; } /* { dg-error "29: 'a' of type 'long double.2.' cannot be passed to Python: its format" } */
  with_objmode () { "print (z)"; } /* { dg-error "29: 'z' of type 'complex long double' cannot be passed to Python: its format" } */
  with_objmode (p = "[2]") { "print (p)"; } /* { dg-error "17: 'p' of type 'long double .' cannot be passed to Python: its format" } */
  with_objmode (kept) { "kept = 1"; } /* { dg-error "17: 'kept' of type \[^\n\]* cannot be passed to Python: its format" } */
  with_objmode (v (x + 1)) { "print (v)"; } /* { dg-error "17: 'v' of type 'long double' cannot be passed to Python: its format" } */
  with_objmode () { "twice (1)"; } /* { dg-error "the C function 'twice' cannot be called from Python text: its parameter 'x' of type 'long double' cannot be passed: its format is not that of numpy.longdouble; compile without options such as '-mlong-double-128'" } */
  with_objmode () { "fill (None)"; } /* { dg-error "the C function 'fill' cannot be called from Python text: its parameter 'p' of type 'long double .' cannot be passed: its format" } */
  /* Other formats are not concerned.  */
  with_objmode (d) { "d = 1"; }
}

long double
returned (void)
{
  with_objmode () { "return 1.5"; } /* { dg-error "value of type 'long double' cannot be returned from Python: its format" } */
}
