/* A label that is not defined is reported where the clause names it; one
   that is mentioned again later there, as C does.  */
/* { dg-do compile } */
/* { dg-options "-Wall" } */
#include <objmode.h>

int
g (int n)
{
  int y = 0, rc = 0;
  __attribute__ ((objmode (y, goto (missing)))) { "y = 1"; } /* { dg-error "37: label 'missing' used but not defined" } */
  with_objmode (y,
		error (rc), goto (
		  lost)) { "y = 1"; } /* { dg-error "19: label 'lost' used but not defined" } */
  with_objmode (y, goto (later)) { "y = 1"; }
  goto later; /* { dg-error "3: label 'later' used but not defined" } */
  {
    __label__ inner;
    with_objmode (y, goto (inner)) { "y = 1"; } /* { dg-error "28: label 'inner' used but not defined" } */
  }
  with_objmode (y, goto (defined)) { "y = 1"; }
  with_objmode (y, goto (outermost), x (({ int z; /* { dg-error "26: label 'outermost' used but not defined" } */
    with_objmode (z, goto (deep)) { "z = 1"; } z; }))) { "y = x"; } /* { dg-error "28: label 'deep' used but not defined" } */
#define NAME alias /* { dg-error "14: label 'alias' used but not defined" } */
  with_objmode (y, goto (NAME)) { "y = 1"; }
 defined:
  return y + n + rc;
}

int
outer (int n)
{
  int y = n;
  int nested (void)
  {
    with_objmode (y, goto (absent)) { "y = 1"; } /* { dg-error "28: label 'absent' used but not defined" } */
    return y;
  }
  return nested ();
}
