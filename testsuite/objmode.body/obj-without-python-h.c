/* OBJ without <Python.h>: one error.  */
/* { dg-do compile } */
#include <objmode.h>

int
f (int n)
{
  with_objmode (n) { OBJ (n) = OBJ (n); }
/* { dg-error "27: 'OBJ' needs the type 'PyObject'; include '<Python\\.h>'" "" { target *-*-* } .-1 } */
  with_objmode (n) { OBJ (n) = 0; }
  return n;
}
