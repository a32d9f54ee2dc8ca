/* Types that are not passed, and what to write instead.  */
/* { dg-do compile } */
#include <objmode.h>
typedef float v4sf __attribute__ ((vector_size (16)));

void
numbers (v4sf v, __float128 q, _Decimal64 d, _Complex int ci)
{
  v4sf vs[2];
  _Atomic long double al = 1;
  with_objmode () { "print (v)"; }
/* { dg-error "29: 'v' of type \[^\n\]* cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (vs)"; }
/* { dg-error "29: 'vs' of type \[^\n\]* cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (q)"; }
/* { dg-error "29: 'q' of type \[^\n\]* cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (d)"; }
/* { dg-error "29: 'd' of type \[^\n\]* cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (ci)"; }
/* { dg-error "29: 'ci' of type 'complex int' cannot be passed to Python: this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (al)"; }
/* { dg-error "29: 'al' of type \[^\n\]* cannot be passed to Python: an _Atomic variable is not yet supported" "" { target *-*-* } .-1 } */
}

void
pointers (double **pp, void *p, int (*functions[2]) (int))
{
  double *rows[3];
  void *addresses[2];
  int (*table[2]) (int);
  _Atomic int ai[2];
  with_objmode () { "print (pp)"; }
/* { dg-error "29: 'pp' of type 'double ..' cannot be passed to Python: it is an array of pointers; give the extents of what they point to in brackets of their own, as in ..n..m.." "" { target *-*-* } .-1 } */
  with_objmode (pp = "[3]") { "print (pp)"; }
/* { dg-error "17: 'pp' of type 'double ..' cannot be passed to Python: it is an array of pointers; give the extents of what they point to in brackets of their own" "" { target *-*-* } .-1 } */
  with_objmode () { "print (rows)"; }
/* { dg-error "29: 'rows' of type 'double ..3.' cannot be passed to Python: it is an array of pointers; give the extents of what they point to in brackets of their own" "" { target *-*-* } .-1 } */
  with_objmode (p = "float64[3]") { "print (p)"; }
/* { dg-error "17: 'p' of type 'void .' cannot be passed to Python: it points to void; cast it to a pointer to elements, as in 'NAME ..double .. POINTER. = ..n..'" "" { target *-*-* } .-1 } */
  with_objmode () { "print (addresses)"; }
/* { dg-error "29: 'addresses' of type 'void ..2.' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (table)"; }
/* { dg-error "29: 'table' of type 'int ...2...int.' cannot be passed to Python: an array of this type is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode () { "print (functions)"; }
/* { dg-error "29: 'functions' of type \[^\n\]* cannot be passed to Python" "" { target *-*-* } .-1 } */
  with_objmode () { "print (ai)"; }
/* { dg-error "29: 'ai' of type \[^\n\]* cannot be passed to Python: an _Atomic variable is not yet supported" "" { target *-*-* } .-1 } */
  /* What the messages say to write.  */
  with_objmode (row (pp[1]) = "[3]", m ((double *) p) = "[3]") {
    "print (row, m)";
  }
}
