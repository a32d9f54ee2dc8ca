/* The C that the plugin writes is not changed by macros of the user.  */
/* { dg-do run } */
#include "check.h"

#define TWO (1 + 1)
#define THREE TWO + 1
static int counter;

static int
next (void)
{
  return ++counter;
}

#undef __attribute__
#define __objmode__ nothing
#define __objmode_hold__ nothing
#define __objmode_module__ nothing
#define __unused__ nothing
#define __extension__ nothing
#define __auto_type float
#define __asm__ nothing
#define __inline__ nothing
#define typedef static
#define const
#define void int

objmode_module { R"py(
  def double (x): return 2 * x
)py"; }

int
main ()
{
  int x = 1, y = 0, rc = 0;
  double a[6] = { 1, 2, 3, 4, 5, 6 }, *p = a;

  /* Macros in clauses and in the text are those of the user.  */
  with_objmode (x, y (next ()), p = "[THREE, TWO]", error (rc))
    { R"py( x = double (x) + THREE; p[0, 0] = y + p.shape[0] )py"; }
  CHECK_NUM (rc, 0);
  CHECK_NUM (x, 5);
  CHECK (a[0] == 4);
  OBJMODE_HOLD
    {
      with_objmode (x, once) { "x += 1"; }
      with_objmode (goto (fail)) { "1 / 0"; }
    }
  return 1;
 fail:
  CHECK_NUM (x, 6);
  return 0;
}
