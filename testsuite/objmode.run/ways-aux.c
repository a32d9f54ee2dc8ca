/* What ways.exp compiles in all ways.  */
#include <objmode.h>
#include <stdio.h>
#define ADD(V, N) with_objmode (V) { #V " += " #N; }
objmode_module { R"py(
  def f (x):
      return x + 1  # "quoted" \ and so on
)py"; }

static double
add (int n, const double *p)
{
  double s;
  with_objmode (s, p = "[n]") { R"py(
    s = float (sum ([f (v) for v in p]))
  )py"; }
  return s;
}

int
main (void)
{
  double d[3] = { 1, 2, 3 };
  int y = 0, rc;
  ADD (y, 3)
  with_objmode (y, error (rc)) { "y += 1 // 0"; }
  for (int i = 0; i < 9; i++)
    with_objmode (y, every (3)) { "y += 10"; }
  printf ("ways %d %d %g\n", y, rc != 0, add (3, d));
  return 0;
}
