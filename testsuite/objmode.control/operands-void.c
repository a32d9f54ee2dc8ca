/* An operand without a value is reported, without a name of the plugin's
   own.  */
/* { dg-do compile } */
#include <objmode.h>
void none (void);

void
f (int n, double *x)
{
  with_objmode (x = "[none ()]") { "x[0] = 1"; } /* { dg-error "23: invalid use of void expression" } */
  with_objmode (x = "[n : none ()]") { "x[0] = 1"; } /* { dg-error "27: invalid use of void expression" } */
  with_objmode (x = "[n, (void) n]") { "x[0] = 1"; } /* { dg-error "26: invalid use of void expression" } */
  with_objmode (every (none ())) { "print (1)"; } /* { dg-error "24: invalid use of void expression" } */
  with_objmode (interval (none ())) { "print (1)"; } /* { dg-error "27: invalid use of void expression" } */
  with_objmode (error (none ())) { "print (1)"; } /* { dg-error "24: invalid use of void expression" } */
}

void
g (void)
{
  with_objmode (v (none ())) { "print (v)"; } /* { dg-error "17: 'v' of type 'void' cannot be passed to Python: it has no value" } */
}
