/* An array that is rebound is copied in one piece if it can be, to memory of
   any shape.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

objmode_module { "import numpy as np"; }

/* Fill M, of N by K, by ways that must all do the same.  */
static void
fill (int n, int k, double m[n][k], int way)
{
  with_objmode (m) {
    R"(
      m = np.arange (n * k, dtype=float).reshape (n, k)
      if way == 1: m = np.asfortranarray (m)
      elif way == 2: m = np.repeat (m, 2, axis=1)[:, ::2]
      elif way == 3: m = m.tolist ()
      elif way == 4: m = m.astype ('f4').astype ('f8').copy ()
      elif way == 5: m = m.copy ().astype ('>f8')
      elif way == 6: m = m[::-1].copy ()[::-1]
      elif way == 7: m = m.copy ()
    )";
  }
}

/* Store 1, 2, 3 ... at P with STEP.  */
static int
spread (double *p, ptrdiff_t n, ptrdiff_t step)
{
  int rc;
  with_objmode (p = "[n : step]", error (rc)) {
    "p = np.arange (1.0, n + 1)";
  }
  return rc;
}

int
main (void)
{
  double m[3][4], v[7], *none = NULL;
  int rc;

  for (int way = 0; way < 8; way++)
    {
      memset (m, 0, sizeof m);
      fill (3, 4, m, way);
      for (int i = 0; i < 12; i++)
        CHECK (m[i / 4][i % 4] == i);
    }
  for (int step = -3; step <= 3; step++)
    {
      if (step == 0)
        continue;
      memset (v, 0, sizeof v);
      CHECK (spread (step < 0 ? v + 6 : v, 3, step) == 0);
      for (int i = 0; i < 3; i++)
        CHECK ((step < 0 ? v + 6 : v)[i * step] == i + 1);
      double sum = 0;
      for (int i = 0; i < 7; i++)
        sum += v[i];
      CHECK_NUM (sum, 6);
    }
  CHECK (spread (v, 1, 5) == 0 && v[0] == 1);
  CHECK (spread (v, 0, 1) == 0);
  CHECK (spread (none, 0, 1) == 0);
  CHECK (spread (none, 2, 1) != 0);
  CHECK (spread (v, -1, 1) != 0);

  /* Failure stores nothing; neither does another shape.  */
  v[0] = 70, v[1] = 71;
  int y = 3;
  with_objmode (v, y, error (rc)) { "v = np.zeros (7)\ny = 'x'"; }
  CHECK (rc && v[0] == 70 && y == 3);
  with_objmode (y, v, error (rc)) { "y = 4\nv = np.zeros (8)"; }
  CHECK (rc && v[0] == 70 && y == 3);
  with_objmode (v, error (rc)) { "v = np.zeros ((7, 1))"; }
  CHECK (rc && v[0] == 70);

  /* The memory may be the array's own.  */
  OBJMODE_ARRAY (double, 1) a = { 0 };
  with_objmode (a) { "a = np.arange (5.0)"; }
  double *p = a.data;
  with_objmode (p = "[5]") { "p = a"; }
  CHECK (a.data[4] == 4 && a.data[0] == 0);
  double *q = a.data + 1;
  with_objmode (q = "[3]") { "q = a[:3].copy ()"; }
  CHECK (a.data[1] == 0 && a.data[3] == 2 && a.data[4] == 4);
  objmode_array_release (&a);
  return 0;
}
