/* Ints, floats and arrays that nothing holds are used again; what is held, or
   in use further out, never changes.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
#include <stdbool.h>

objmode_module {
  R"py(
    import numpy as np
    kept = []
  )py";
}

static const int64_t values[] = {
  0, 1, -1, 255, 256, 257, 258, 1023, 1024, 1025, 1026, -256, -257, -1000,
  1000000, 0x3ffffffe, 0x3fffffff, 0x40000000, 0x40000001, -0x3fffffff,
  -0x40000000, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, 77777, 88888
};
enum { N = sizeof values / sizeof *values };

/* Return VALUE by way of Python, which keeps it if KEEP.  */
static int64_t
pass (int64_t value, bool keep)
{
  int64_t same = -5;

  with_objmode (same) {
    R"py(
      same = value
      if keep:
          kept.append(value)
    )py";
  }
  return same;
}

/* Do this with an int32_t.  */
static int32_t
pass_short (int32_t value, bool keep)
{
  int32_t same = -5;

  with_objmode (same) {
    R"py(
      same = value
      if keep:
          kept.append(value)
    )py";
  }
  return same;
}

/* Return the sum of 1000 to N; each level looks at its N again when the inner
   ones have run.  */
int64_t
triangle (int64_t n)
{
  int64_t sum = 0;

  with_objmode (sum) {
    R"py(
      text = str(n)
      sum = triangle(n - 1) + n if n > 1000 else n
      assert str(n) == text, (n, text)
    )py";
  }
  return sum;
}

/* A block that rebinds an array: TO becomes FIRST + NUMBER + MORE.  HOW: 1 Python
   keeps the numbers, 2 it fails, 3 TO becomes FIRST itself, 4 Python keeps
   FIRST.  Return the error code.  */
static int
add (double *to, double *first, int n, int64_t number, double more, int how)
{
  int rc = 0;

  with_objmode (to = "[n]", first = "[n]", error (rc)) {
    R"py(
      assert to.shape == first.shape == (n,), (to.shape, first.shape)
      assert to.strides == first.strides == (8,) and to.base is None
      assert to.flags.writeable and first.flags.writeable
      if how == 1:
          kept.append((number, more))
      elif how == 2:
          raise KeyError(to)
      elif how == 4:
          kept.append(first)
      else:
          # What is given back must not show in the next run.
          to.flags.writeable = False
          first.shape = (1, n)
          first.shape = (n,)
      to = first if how == 3 else first + number + more
    )py";
  }
  return rc;
}

/* Numbers that Python keeps stay what they are.  */
static void
check_numbers (void)
{
  for (int turn = 0; turn < 3; turn++)
    for (int i = 0; i < N; i++)
      for (int k = 0; k < N; k++)
	{
	  CHECK (pass (values[i], i == k && turn == 1) == values[i]);
	  CHECK (pass (values[k], false) == values[k]);
	  CHECK (pass_short ((int32_t) values[i], i == k && turn == 2)
		 == (int32_t) values[i]);
	  CHECK (pass_short ((int32_t) values[k], false)
		 == (int32_t) values[k]);
	}
  for (int i = 0; i < N; i++)
    {
      int64_t long_one = 0, short_one = 0, wanted = values[i];
      bool shared = false;
      int count = N;
      with_objmode (long_one, short_one, shared) {
	R"py(
	  assert len(kept) == 2 * count
	  long_one, short_one = kept[i], kept[i + count]
	  # An int that CPython has once only is that one.
	  shared = wanted is int(str(wanted)) or not -5 <= wanted <= 256
	)py";
      }
      CHECK (long_one == values[i]);
      CHECK (short_one == (int32_t) values[i]);
      CHECK (shared);
    }
}

/* So does what goes with arrays; and those are used again or not.  */
static void
check_arrays (void)
{
  double first[5], to[5], other[3] = { 1, 2, 3 };

  for (int turn = 0; turn < 40; turn++)
    {
      int how = turn % 5;
      for (int i = 0; i < 5; i++)
	{
	  first[i] = turn * i;
	  to[i] = -1;
	}
      int rc = add (to, first, 5, 1000 + turn, 0.5 * turn, how);
      CHECK ((rc != 0) == (how == 2 || how == 4));
      for (int i = 0; i < 5; i++)
	CHECK (to[i] == (rc ? -1 : how == 3 ? turn * i
			 : turn * i + 1000 + turn + 0.5 * turn));
      if (how == 3)
	{
	  CHECK (add (other, other, 3, turn, 1, 0) == 0);
	  CHECK (other[1] - other[0] == 1 && other[2] - other[1] == 1);
	}
      with_objmode () {
	R"py(
	  pairs = [x for x in kept if isinstance(x, tuple)]
	  assert len(pairs) == (how >= 1), pairs
	  for number, more in pairs:
	      assert more * 2 == number - 1000, (number, more)
	  if how == 4:
	      kept.clear()
	)py";
      }
    }
}

int
main (void)
{
  check_numbers ();
  CHECK (triangle (1010) == (1000 + 1010) * 11 / 2);
  check_arrays ();
  return 0;
}
