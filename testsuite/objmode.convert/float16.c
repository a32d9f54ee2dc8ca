/* _Float16, where the compiler has it.  */
/* { dg-do run } */
/* { dg-require-effective-target gcc12 } */

#include "check.h"

int
main (void)
{
#ifdef __FLT16_MAX__
  _Float16 h = 1.5f16, k = 2;
  int rc;

  with_objmode (k) { "assert h == 1.5; k = h * 2"; }
  CHECK_NUM (k, 3);
  with_objmode (k) { "k = 2.0 ** -24"; }
  CHECK (k == 0x1p-24f16);
  with_objmode (k, error (rc)) { "k = 65536"; }
  FAILS ("OverflowError", "65536 does not fit");
  with_objmode (k) { "k = 65504"; }
  CHECK_NUM (k, 65504);
#endif
  return 0;
}
