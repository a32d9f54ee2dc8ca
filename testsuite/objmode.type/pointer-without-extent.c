/* A pointer without extents: the error and the clause to add.  */
/* { dg-do compile } */
#include <objmode.h>
extern double grid[];

double
g (int n, double *p, const float *restrict q, double (*rows)[4], int **pp)
{
  double y = 0;
  with_objmode (y) { R"( y = p[0] )"; }
/* { dg-error "30: 'p' of type 'double .' cannot be passed to Python: its extents are unknown; give them in a clause" "" { target *-*-* } .-1 } */
/* { dg-fixit "18-18" ", p = \"\[n]\"" .-2 } */
  with_objmode (y) { R"(
    y = 1
    y += q[0]
  )"; }
/* { dg-error "10: 'q' of type 'const float . restrict' cannot be passed to Python: its extents are unknown; give them in a clause" "" { target *-*-* } .-2 } */
/* { dg-fixit "18-18" ", q = \"\[n]\"" .-5 } */
  with_objmode (y) { R"( y = grid[0] )"; }
/* { dg-error "30: 'grid' of type 'double..' cannot be passed to Python: its extents are unknown; give them in a clause" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = rows[0, 0] )"; }
/* { dg-error "30: extents" "" { target *-*-* } .-1 } */
/* { dg-fixit "18-18" ", rows = \"\[n]\"" .-2 } */
  with_objmode (y) { R"( y = pp[0] )"; }
/* { dg-error "30: 'pp' of type 'int ..' cannot be passed to Python: it is an array of pointers" "" { target *-*-* } .-1 } */
  with_objmode (y, p = "float64[:]") { R"( y = p[0] )"; }
/* { dg-error "25: the extents of 'p' are unknown; write them in its type string, as in '.....'" "" { target *-*-* } .-1 } */
  with_objmode (y, p = "static") { R"( y = p[0] )"; }
/* { dg-error "extents|missing type" "" { target *-*-* } .-1 } */
  with_objmode (y, p = "float64") { R"( y = p[0] )"; }
/* { dg-error "contradicts|extents" "" { target *-*-* } .-1 } */
  return y;
}
