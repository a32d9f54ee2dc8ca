/* An array that becomes a member OBJMODE_ARRAY of an output is changed while
   something behind it is converted: C gets what the array is when it is stored,
   or the block fails.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
typedef OBJMODE_ARRAY (double, 1) row;
struct s { row values; int k; };
struct outer { struct s in; int k; };

objmode_module {
  R"py(
    import numpy as np

    class Late:
        """Call F when this is converted."""
        def __init__(self, f):
            self.f = f
        def __index__(self):
            self.f()
            return 7

    N = 100000

    def changes():
        """Return an array and the functions that change it."""
        a = np.arange(2.0 * N)
        def shape():
            a.shape = (2, N)
        return a, [lambda: a.resize(3 * N, refcheck=False),
                   lambda: a.resize(1, refcheck=False), shape]
  )py";
}

enum { n = 100000, ways = 3 };

/* The sum of what A says, which must be memory that can be read.  */
static double
sum (const row *a)
{
  double result = 0;
  for (ptrdiff_t i = 0; i < a->shape[0]; i++)
    result += a->data[i * a->strides[0]];
  return result;
}

/* Check RC and what S has after way number WAY.  */
static void
check (int way, int rc, struct s *s)
{
  CHECK_NUM (rc != 0, way == 2);
  if (rc != 0)
    {
      FAILS ("TypeError", "values' (C row): the array "
	     "has 2 dimensions, not 1");
      CHECK (!s->values.data && s->k == 0);
      return;
    }
  CHECK_NUM (s->values.shape[0], way == 0 ? 3 * n : 1);
  CHECK_NUM (sum (&s->values), way == 0 ? n * (2.0 * n - 1) : 0);
  objmode_array_release (&s->values);
}

int
main (void)
{
  for (int way = 0; way < ways; way++)
    {
      struct s s = { .k = 0 };
      struct outer o = { .k = 0 };
      int y = 0, rc = 0;
      /* A later output.  */
      with_objmode (s, y, error (rc)) {
	R"py(
	  a, how = changes()
	  s = (a, 1)
	  y = Late(how[way])
	)py";
      }
      check (way, rc, &s);
      s.k = 0;
      /* A later member.  */
      with_objmode (s, error (rc)) {
	R"py(
	  a, how = changes()
	  s = (a, Late(how[way]))
	)py";
      }
      check (way, rc, &s);
      /* A struct in a struct, and one that is assigned in place.  */
      with_objmode (o, error (rc)) {
	R"py(
	  a, how = changes()
	  o = ((a, 1), Late(how[way]))
	)py";
      }
      check (way, rc, &o.in);
      o.in.k = 0;
      with_objmode (error (rc)) {
	R"py(
	  a, how = changes()
	  o.in_ = (a, Late(how[way]))
	)py";
      }
      check (way, rc, &o.in);
    }
  return 0;
}
