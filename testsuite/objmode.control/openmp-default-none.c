/* What default (none) leaves out is reported where the text or a clause
   mentions it, once each.  */
/* { dg-do compile } */
/* { dg-require-effective-target openmp } */
/* { dg-additional-options "-fopenmp" } */
#include <objmode.h>

void
f (int n)
{
  int y = 0;
#pragma omp parallel default(none) shared(y) /* { dg-note "9: enclosing 'parallel'" } */
  {
    with_objmode (y) { "y = 3 +  n"; } /* { dg-error "34: 'n' not specified in enclosing 'parallel'" } */
  }
}

void
g (int n, int m, int k, double *p, int z[10], double sec)
{
  int y = 0, rc = 0, i = 1, j;
  struct { int a; } s = { 1 };
#pragma omp parallel default(none)
  {
    with_objmode (y, /* { dg-error "19: 'y' not specified" } */
      p = "[m :  k]", v (i), w (j), u (s.a), /* { dg-error "7: 'p' not specified" } */
      error (rc), every (n), interval ( sec)) { R"py( # { dg-error "14: 'rc' not specified" }
	w = v * 2; y = v
	print ( z, n, v, u, w, p, y); # { dg-error "17: 'z' not specified" }
	)py"; }
  }
}
/* { dg-error "13: 'm' not specified" "" { target *-*-* } 26 } */
/* { dg-error "18: 'k' not specified" "" { target *-*-* } 26 } */
/* { dg-error "26: 'i' not specified" "" { target *-*-* } 26 } */
/* { dg-error "33: 'j' not specified" "" { target *-*-* } 26 } */
/* { dg-error "41: 's' not specified" "" { target *-*-* } 26 } */
/* { dg-error "26: 'n' not specified" "" { target *-*-* } 27 } */
/* { dg-error "41: 'sec' not specified" "" { target *-*-* } 27 } */
/* { dg-note "9: enclosing 'parallel'" "" { target *-*-* } 23 } */

/* What the compiler makes of variable extents is not the user's to list.  */
double
h (int n, double a[n][n], const char *s)
{
  double x = 0, b[n];
  for (int i = 0; i < n; i++)
    b[i] = i;
#pragma omp parallel default(none) shared(x, a, b, n, s)
  {
    with_objmode (x) { "x = a.sum () + b.sum () + len (s)"; }
  }
#pragma omp task default(none) shared(x) /* { dg-note "9: enclosing 'task'" } */
  with_objmode (x) { "x += b [0]"; } /* { dg-error "28: 'b' not specified in enclosing 'task'" } */
  return x;
}
