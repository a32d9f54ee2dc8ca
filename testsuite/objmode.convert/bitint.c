/* _BitInt up to 128 bits.  */
/* { dg-do run } */
/* { dg-require-effective-target gcc14 } */
/* { dg-options "-O2 -std=gnu23" } */
#include "check.h"

struct s { _BitInt(37) a; unsigned _BitInt(100) b; unsigned _BitInt(12) c : 5; };
static _BitInt(65) shared = -5;

static int
check (struct s *s, unsigned _BitInt(7) small, _BitInt(128) wide)
{
  int y, rc;
  _BitInt(100) hundred = -1;
  with_objmode (y, hundred, shared, a (s->a), c (s->c))
    { R"py(
      y = (s.a, s.b, s.c, small, wide, hundred, shared, a, c) == (
          -2**36, 2**100 - 1, 9, 127, -2**127, -1, -5, -2**36, 9)
      hundred = 2**99 - 1
      shared = -2**64
      a, c = 2**36 - 1, 31
    )py"; }
  CHECK (y == 1 && hundred == ((_BitInt(100)) 1 << 98) - 1 + ((_BitInt(100)) 1 << 98));
  CHECK (shared == -((_BitInt(66)) 1 << 64) && s->a == ((_BitInt(38)) 1 << 36) - 1 && s->c == 31);
  with_objmode (hundred, error (rc)) { "hundred = 2**99"; }
  FAILS_WITH ("does not fit");
  with_objmode (hundred, error (rc)) { "hundred = -2**99 - 1"; }
  CHECK (rc != 0);
  with_objmode (small, error (rc)) { "small = 128"; }
  CHECK (rc != 0);
  with_objmode (small, error (rc)) { "small = -1"; }
  CHECK (rc != 0 && small == 127);
  with_objmode (error (rc)) { "s.a = 2**36"; }
  CHECK (rc != 0);
  with_objmode (small) { "s.a = -3; s.b -= 1; small = 5"; }
  CHECK (s->a == -3 && s->b == ~(unsigned _BitInt(100)) 0 - 1 && small == 5);
  return 0;
}

int
main (void)
{
  struct s s = { -((_BitInt(37)) 1 << 35) - ((_BitInt(37)) 1 << 35), ~(unsigned _BitInt(100)) 0, 9 };
  return check (&s, 127, -((_BitInt(128)) 1 << 126) - ((_BitInt(128)) 1 << 126));
}
