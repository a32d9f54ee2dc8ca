/* Bit-fields as variables of a block: read, stored, and nothing beside
   them; what does not fit is stored nowhere.  */
/* { dg-do run } */
/* { dg-options "-O2 -fopenmp -std=gnu11" } */
#include "check.h"

enum kind { A, B, C, D };
struct bits
{
  unsigned a : 3;
  int b : 5;
  _Bool c : 1;
  unsigned : 2;
  unsigned long long d : 41;
  long long e : 64;
  enum kind g : 2;
  struct { unsigned short h : 9, i : 7; };
};
struct __attribute__ ((packed)) tight
{
  unsigned a : 3;
  unsigned long long b : 63;
  unsigned d : 6;
};

static struct bits global;
static int calls;

static struct bits *
next (struct bits *s)
{
  return s + calls++;
}

static void
ranges (struct bits *s)
{
  int rc;
  with_objmode (v (s->a), error (rc)) { "v = 8"; }
  FAILS ("OverflowError", "");
  FAILS_WITH ("'v' (C unsigned int : 3): 8 does not fit");
  with_objmode (v (s->a), error (rc)) { "v -= 6"; }
  FAILS_WITH ("'v' (C unsigned int : 3): -1 does not fit");
  with_objmode (v (s->b), error (rc)) { "v = 16"; }
  FAILS_WITH ("'v' (C int : 5): 16 does not fit");
  with_objmode (v (s->b), error (rc)) { "v = -17"; }
  FAILS_WITH ("'v' (C int : 5): -17 does not fit");
  with_objmode (v (s->d), error (rc)) { "v = 2**41"; }
  FAILS_WITH ("'v' (C long long unsigned int : 41): 2199023255552 does not fit");
  with_objmode (v (s->e), error (rc)) { "v = 2**63"; }
  FAILS_WITH ("'v' (C long long int : 64): 9223372036854775808 does not fit");
  with_objmode (v (s->g), error (rc)) { "v = 10**400"; }
  FAILS_WITH ("'v' (C enum kind : 2): ");
  with_objmode (v (s->c), error (rc)) { "v = 1"; }
  FAILS ("TypeError", "");
  FAILS_WITH ("'v' (C _Bool : 1): 1 is not a bool");
  with_objmode (v (s->a), error (rc)) { "v = 1.0"; }
  FAILS_WITH ("'v' (C unsigned int : 3): 1.0 is not an integer");
  /* All or nothing.  */
  with_objmode (a (s->a), b (s->b), error (rc)) { "a = 1; b = 99"; }
  FAILS_WITH ("'b' (C int : 5): 99 does not fit");
  with_objmode (b (s->b), a (s->a), goto (out)) { "b = 1; a = None"; }
  CHECK (0);
out:
  CHECK (s->a == 5 && s->b == -16 && s->c == 1 && s->d == 1ull << 40
	 && s->e == INT64_MIN && s->g == C && s->h == 511 && s->i == 0);
}

static void
store (struct bits *s, struct tight *t)
{
  with_objmode (a (s->a), b (s->b), c (s->c), d (s->d), e (s->e), g (s->g), h (s->h), i (s->i),
		ta (t->a), tb (t->b), td (t->d))
    { R"py(
      assert (a, b, c, d, e, g, h, i) == (5, -16, True, 2**40, -2**63, 2, 511, 0) and c is True
      assert (ta, tb, td) == (1, 2**62 + 1, 33)
      a, b, c, d, e, g, h, i = 7, 15, False, 2**41 - 1, 2**63 - 1, 3, 0, 127
      ta, tb, td = 6, 2**63 - 2, 5
    )py"; }
  CHECK (s->a == 7 && s->b == 15 && s->c == 0 && s->d == (1ull << 41) - 1
	 && s->e == INT64_MAX && s->g == D && s->h == 0 && s->i == 127);
  CHECK (t->a == 6 && t->b == INT64_MAX - 1 && t->d == 5);
}

static int
local (unsigned n)
{
  struct bits s = { .a = n, .b = -1 };
  with_objmode (v (s.a), w (s.b)) { "v, w = v + 1, w - 1"; }
  return s.a == n + 1 && s.b == -2;
}

int
main (void)
{
  struct bits s[2] = { { 5, -16, 1, 1ull << 40, INT64_MIN, C, { 511, 0 } } };
  struct tight t = { 1, (1ull << 62) + 1, 33 };
  int i = 0, y;
  with_objmode (y, v (s[0].a)) { "y = v"; }
  CHECK_NUM (y, 5);
  ranges (s);
  store (s, &t);
  CHECK (local (3));
  /* The lvalue is evaluated once, when the block is entered.  */
  with_objmode (v (next (s)->a)) { "v -= 1"; }
  CHECK (calls == 1 && s[0].a == 6);
  with_objmode (v (s[i].b), i) { "v = 3; i = 1"; }
  CHECK (i == 1 && s[0].b == 3 && s[1].b == 0);
  with_objmode (v (s[i++].g)) { "v = 1"; }
  CHECK (i == 2 && s[1].g == B);
  /* Under the GIL, as other variables that threads share.  */
#pragma omp parallel for num_threads (4)
  for (int k = 0; k < 1000; k++)
    {
      with_objmode (v (global.d)) { "v += 1"; }
      if (k % 10 == 0)
	with_objmode (v (global.a)) { "v ^= 1"; }
    }
  CHECK (global.d == 1000 && global.a == 0);
  return 0;
}
