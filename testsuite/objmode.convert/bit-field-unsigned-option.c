/* With -funsigned-bitfields a bit-field that says int is unsigned, and messages
   have the name of its type.  */
/* { dg-do run } */
/* { dg-additional-options "-funsigned-bitfields" } */
#include "check.h"

typedef int integer;
struct bits { int a : 3; integer b : 4; signed c : 3; long long d : 40; };

int
main (void)
{
  struct bits s = { -1, -1, -1, -1 };
  int rc, y = 0;

  with_objmode (y) { "y = s.a * 100 + s.b + s.c; s.d = 2**40 - 1"; }
  CHECK_NUM (y, 714);
  CHECK (s.d == (1LL << 40) - 1);
  with_objmode (error (rc)) { "s.a = 8"; }
  FAILS_WITH ("'s.a' (C unsigned int : 3): 8 does not fit");
  with_objmode (b (s.b), error (rc)) { "b = -1"; }
  FAILS_WITH ("'b' (C unsigned int : 4): -1 does not fit");
  with_objmode (error (rc)) { "s.d = 2**40"; }
  FAILS_WITH ("'s.d' (C long unsigned int : 40): 1099511627776 does not"
	      " fit");
  with_objmode (error (rc)) { "s.c = 4"; }
  FAILS_WITH ("'s.c' (C int : 3): 4 does not fit");
  return 0;
}
