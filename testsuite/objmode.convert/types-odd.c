/* Unusual scalar types and qualifiers.  */
/* { dg-do run } */
#include "check.h"
#include <stdint.h>
enum wide { HUGE_ONE = 0xffffffffffffffffull };
enum packed { A, B = 255 } __attribute__ ((packed));
typedef unsigned short half;
typedef half alias;
struct __attribute__ ((packed)) p { char c; int i; double d; };
struct bits { unsigned long long w : 40; _Bool b : 1; signed int s : 1; enum packed e : 8; };

int
main (void)
{
  enum wide w = HUGE_ONE;
  enum packed e = B;
  alias al = 65535;
  struct p p = { 1, -2, 2.5 };
  struct bits b = { 1ull << 39, 1, -1, B };
  const volatile int cv = 5;
  int aligned __attribute__ ((aligned (64))) = 6;
  __typeof__ (al) tp = 7;
  __auto_type au = 8L;
  int y;
  with_objmode (y) { "y = w == 2**64 - 1 and e == 255 and al == 65535 and cv == 5"; }
  CHECK_NUM (y, 1);
  with_objmode (y, i (p.i), d (p.d), c (p.c)) { "y = c + i + int (d * 2); i = 9; d = 1.5; c = 2"; }
  CHECK (y == 4 && p.i == 9 && p.d == 1.5 && p.c == 2);
  with_objmode (y, w (b.w), t (b.b), s (b.s), e (b.e)) { "y = w == 2**39 and t is True and s == -1 and e == 255"; }
  CHECK_NUM (y, 1);
  with_objmode (aligned, tp, au) { "aligned *= 2; tp += 1; au += 1"; }
  CHECK (aligned == 12 && tp == 8 && au == 9);
  with_objmode (e) { "e = A"; }
  CHECK (e == A);
  return 0;
}
/* { dg-prune-output "defined but not used" } */
