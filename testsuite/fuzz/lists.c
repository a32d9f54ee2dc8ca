/* lists.c [COUNT [SEED]] - Random lists of mixed values, as arrays.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   COUNT times, for each type of the table of conversions (types.def), a list
   of four random values is given to an array: as an output with one and with
   two dimensions, as a member, through a pointer.  Each value is also
   assigned alone to a scalar of the type.  The array must have the values that
   the scalars have.  If values are refused alone, the array must be refused
   with the error of one of them, and be unchanged.  A finding is printed with
   the list.  With -DPLANTED the lists go through a common type of NumPy.

   The exit status is 0 without findings, 1 with some, 2 if nothing was
   tested.  */

#include <objmode.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum signed_enum { MINUS_ONE = -1, FIVE = 5 };
enum unsigned_enum { ZERO, SEVEN = 7 };
enum __attribute__ ((packed)) packed_enum { SMALL };
typedef void *void_pointer;

enum { N = 4 };

objmode_module {
  R"py(
import random
from decimal import Decimal
from fractions import Fraction
import numpy as np

rng = random.Random()
nan = float("nan")
inf = float("inf")

class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __repr__(self): return f"Index({self.n})"
class Real:
    def __init__(self, x): self.x = x
    def __float__(self): return self.x
    def __repr__(self): return f"Real({self.x})"
class Int(int): pass
class Float(float): pass

edges = [2**k + d for k in (7, 8, 15, 16, 24, 31, 32, 53, 62, 63, 64, 65, 127)
         for d in (-1, 0, 1)] + [10**19, 10**30, 10**400]
reals = [0.5, -0.0, 1e-320, 0.1, 1e30, 1e300, 3.5e38, 65520.0, 2.0**53 + 2]

def integer():
    k = rng.randrange(4)
    if k < 2: return rng.randrange(-3, 8)
    n = rng.choice(edges)
    return n if k < 3 else -n

def real():
    k = rng.randrange(5)
    if k == 0: return rng.choice([nan, inf, -inf])
    if k < 3: return float(rng.randrange(-9, 9))
    return rng.choice(reals) * rng.choice([1, -1])

def of_numpy():
    kind = rng.choice("?bBhHiIlLqQefdgFDG")
    kind = np.dtype(kind)
    if kind.kind == "b":
        return np.bool_(rng.randrange(2))
    if kind.kind in "iu":
        info = np.iinfo(kind)
        n = rng.choice([info.min, info.max, rng.randrange(0, 8), 1])
        return kind.type(n)
    if kind.kind == "c":
        return kind.type(complex(1.5, rng.randrange(3)))
    if kind.char == "g" and rng.randrange(2):
        return rng.choice([np.longdouble(1) / 3, np.longdouble(2)**63 + 1,
                           np.longdouble("1e400"), -np.longdouble(2)**64 + 1])
    x = real()
    with np.errstate(all="ignore"):
        return kind.type(x)

def odd():
    return rng.choice([
        None, "7", "", b"1", True, False, Fraction(7, 2), Fraction(10, 3),
        Fraction(10**40), Decimal(3), Decimal("1.25"), Decimal("1e400"),
        Decimal("NaN"), Index(rng.choice([3, 2**40, 2**63])),
        Real(rng.choice([2.5, 1e300, inf])), Int(rng.choice([5, 2**70])),
        Float(1.5), complex(1, 2), complex(3, 0), np.array(5), np.array(2.5),
        np.array(2**63, "u8"), np.datetime64(1, "s"), np.timedelta64(1, "s"),
        np.str_("a"), np.void(b"ab"), np.array([3]), [1], (), {}, object()])

def value():
    k = rng.randrange(10)
    if k < 4: return integer()
    if k < 6: return of_numpy()
    if k < 8: return real()
    return odd()

# Types by themselves, so that many lists are good.
def good(kind):
    if kind == "integer":
        return rng.choice([integer, of_numpy, lambda: rng.randrange(2),
                           lambda: bool(rng.randrange(2)),
                           lambda: Index(rng.randrange(5)),
                           lambda: np.uint64(rng.choice([1, 2**63, 2**64-1])),
                           lambda: np.int8(rng.randrange(-3, 4))])()
    if kind == "boolean":
        return rng.choice([True, False, np.bool_(True), np.bool_(False)])
    return rng.choice([real, integer, of_numpy, lambda: Fraction(1, 3)])()

def new_list(seed):
    global current
    rng.seed(seed)
    kind = rng.choice(["mixed", "integer", "real", "boolean"])
    current = [value() if kind == "mixed" or rng.randrange(12) == 0
               else good(kind) for _ in range(4)]

def planted(values):
    return np.array(values).tolist() if is_planted else values

def flat():
    k = rng.randrange(3)
    if k == 0: return tuple(planted(current))
    if k == 1: return planted(current)
    a = np.empty(4, object)
    for i, x in enumerate(planted(current)): a[i] = x
    return a

def square():
    v = planted(current)
    return [v[:2], tuple(v[2:])]

def shown():
    return repr(current)

def shapeless_p():
    # Some elements are not scalars: what is wrong is the shape, then.
    return any(isinstance(x, (list, tuple, dict)) or np.ndim(x) != 0
               for x in current if not isinstance(x, (str, bytes)))
  )py";
}

#ifdef PLANTED
objmode_module { "is_planted = True"; }
#else
objmode_module { "is_planted = False"; }
#endif

static unsigned long tested, refused, findings;

/* What a block said, without the name of the variable.  */
struct outcome
{
  int rc;
  char type[64], message[400];
};

/* Fill OUTCOME from RC, which a block has left.  */

static void
note (struct outcome *outcome, int rc)
{
  const objmode_error_info *e = rc ? objmode_error () : NULL;
  const char *text = e ? strstr (e->message, "): ") : NULL;

  outcome->rc = rc;
  snprintf (outcome->type, sizeof outcome->type, "%s", e ? e->type : "");
  snprintf (outcome->message, sizeof outcome->message, "%s",
	    text ? text + 3 : e ? e->message : "");
}

/* Return true if the SIZE bytes at A and B are the same value.  A WIDE type
   has padding.  */

static int
same (const void *a, const void *b, size_t size, int wide)
{
  if (!wide)
    return memcmp (a, b, size) == 0;
  for (size_t i = 0; i < size; i += sizeof (long double))
    if (memcmp ((const char *) a + i, (const char *) b + i, 10) != 0)
      return 0;
  return 1;
}

/* Say that the list of TYPE, as the array HOW, is wrong: WHAT.  */

static void
finding (const char *type, const char *how, const char *what)
{
  char *list = NULL;

  with_objmode (list) { "list = shown()"; }
  printf ("lists: %s, %s, %s: %s\n", type, how, list, what);
  free (list);
  findings++;
}

/* Compare what the array HOW of TYPE, N elements of SIZE bytes at ARRAY,
   became, WHOLE, with what its elements became alone: ALONE, at SCALARS.  */

static void
compare (const char *type, const char *how, const void *array,
	 const void *scalars, size_t size, int wide,
	 const struct outcome *whole, const struct outcome *alone)
{
  int bad = 0, shapeless = 0;
  char text[1200];

  for (int i = 0; i < N; i++)
    bad += alone[i].rc != 0;
  tested++;
  if (!bad && !whole->rc)
    {
      for (int i = 0; i < N; i++)
	if (!same ((const char *) array + i * size,
		   (const char *) scalars + i * size, size, wide))
	  {
	    snprintf (text, sizeof text, "element %d has another value", i);
	    finding (type, how, text);
	    return;
	  }
      return;
    }
  refused += whole->rc != 0;
  for (size_t i = 0; whole->rc && i < N * size; i++)
    if (((const char *) array)[i] != 1)
      {
	finding (type, how, "the array is refused and has changed");
	return;
      }
  if (!bad || !whole->rc)
    {
      snprintf (text, sizeof text, "%d values are refused alone, and the"
		" array says '%s: %s'", bad, whole->type, whole->message);
      finding (type, how, text);
      return;
    }
  for (int i = 0; i < N; i++)
    if (alone[i].rc && !strcmp (whole->type, alone[i].type)
	&& !strcmp (whole->message, alone[i].message))
      return;
  with_objmode (shapeless) { "shapeless = shapeless_p()"; }
  if (shapeless && (!strcmp (whole->type, "ValueError")
		    || !strcmp (whole->type, "TypeError")))
    return;
  snprintf (text, sizeof text, "'%s: %s' is not what the values draw alone",
	    whole->type, whole->message);
  finding (type, how, text);
}

#define SCALAR(T, CTYPE, NAME) LISTS (T, CTYPE, NAME, 0)
#define WIDE(T, CTYPE, NAME) LISTS (T, CTYPE, NAME, 1)
#define OTHER(T, CTYPE, NAME)
#define LISTS(T, CTYPE, NAME, IS_WIDE)					\
  static void								\
  try_##T (void)							\
  {									\
    struct { CTYPE m[N]; } s;						\
    CTYPE v, v1[N], v2[2][2], scalars[N];				\
    struct outcome alone[N], whole;					\
    CTYPE places[N], *p = places;					\
    int rc, n = N;							\
    memset (scalars, 1, sizeof scalars);				\
    memset (v1, 1, sizeof v1);						\
    memset (places, 1, sizeof places);					\
    memset (v2, 1, sizeof v2);						\
    memset (&s, 1, sizeof s);						\
    for (int k = 0; k < N; k++)						\
      {									\
	memset (&v, 1, sizeof v);					\
	with_objmode (v, error (rc)) { "v = current[k]"; }		\
	note (&alone[k], rc);						\
	scalars[k] = v;							\
      }									\
    with_objmode (v1, error (rc)) { "v1 = flat()"; }			\
    note (&whole, rc);							\
    compare (NAME, "an array", v1, scalars, sizeof v, IS_WIDE, &whole,	\
	     alone);							\
    with_objmode (v2, error (rc)) { "v2 = square()"; }			\
    note (&whole, rc);							\
    compare (NAME, "two dimensions", v2, scalars, sizeof v, IS_WIDE,	\
	     &whole, alone);						\
    with_objmode (error (rc)) { "s.m = flat()"; }			\
    note (&whole, rc);							\
    compare (NAME, "a member", s.m, scalars, sizeof v, IS_WIDE, &whole,	\
	     alone);							\
    with_objmode (p = "[n]", error (rc)) { "p = flat()"; }		\
    note (&whole, rc);							\
    compare (NAME, "a pointer", p, scalars, sizeof v, IS_WIDE, &whole,	\
	     alone);							\
  }
#include "../objmode.table/types.def"
#undef SCALAR
#undef WIDE

static void (*const tries[]) (void) = {
#define SCALAR(T, CTYPE, NAME) try_##T,
#define WIDE(T, CTYPE, NAME) try_##T,
#include "../objmode.table/types.def"
};

int
main (int argc, char **argv)
{
  long count = argc > 1 ? atol (argv[1]) : 100;
  long seed = argc > 2 ? atol (argv[2]) : 1, n = seed + count;

  for (; seed < n; seed++)
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
      {
	with_objmode () { "new_list(f'{seed} {i}')"; }
	tries[i] ();
      }
  printf ("lists: %lu arrays, %lu refused, %lu findings\n", tested, refused,
	  findings);
  return findings ? 1 : refused && refused < tested ? 0 : 2;
}
