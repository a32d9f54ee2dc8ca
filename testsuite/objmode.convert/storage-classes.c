/* register, volatile, static, extern, thread-local variables.  */
/* { dg-do run } */
#include "check.h"
static int counter;
volatile int noisy = 3;
_Thread_local int mine = 4;
extern int external;
static const int fixed = 11;

static int
next (void)
{
  static int state = 10;
  with_objmode (state) { "state += 1"; }
  return state;
}

int
main (void)
{
  register int r = 5;
  volatile double v = 2.5;
  const int c = 7;
  int y, *p = &y;
  with_objmode (r) { "r += c"; }
  CHECK_NUM (r, 12);
  with_objmode (v, noisy) { "v *= 2; noisy = noisy + int (v)"; }
  CHECK (v == 5 && noisy == 8);
  with_objmode (counter) { "counter += 2"; }
  with_objmode (counter, external, mine) { "counter += 2; external -= 1; mine *= 2"; }
  CHECK (counter == 4 && external == 20 && mine == 8);
  CHECK (next () == 11 && next () == 12);
  with_objmode (y) { "y = fixed"; }
  CHECK (*p == 11);
  *p = 3;
  with_objmode (y) { "y = y * 2"; }
  CHECK (*p == 6);
  return 0;
}
int external = 21;
