/* What every fix-it hint of the plugin is for: fixits.exp applies them all,
   and then nothing is left to say.  */
#include <Python.h>
#include <objmode.h>
#define ANNOTATION(...) __attribute__ ((objmode (__VA_ARGS__)))

objmode_module { "k = 1" }
objmode_module { R"py(
  m = k)py"
}

struct pair { int a, b; };

/* A value that is lost: each way to write an annotation.  */
int
lost (int n, int m, int k, struct pair s)
{
  double d = 0;
  with_objmode () { "n = 3"; }
  with_objmode (m) { "n = 3; m = 1"; }
  with_objmode (v (m)) { "v = 1; k = 1"; }
  with_objmode (m = "intc",
		k) { R"py(
    for i in range (10):
      m, k = 1, 2
      n = 4
  )py"; }
  __attribute__ ((objmode)) { "k = 3"; }
  __attribute__ ((__objmode__ ())) { "k = 3; n = 5"; }
  ANNOTATION () { "d = 1.5"; }
  ANNOTATION (m) { "m = 1; d += 1.5"; }
  with_objmode () { "s = dict (a = 1, b = 2)"; }
  return n + m + k + (int) d + s.a;
}

/* A pointer without extents.  */
double
pointers (int n, double *p, const float *q, char **words, struct pair *ps)
{
  double y;
  with_objmode (y) { "y = p.sum ()"; }
  with_objmode (y) { "y = q.sum () + ps.a"; }
  with_objmode (y) { "y = len (words)"; }
  return y;
}

/* The object of a C body that is lost.  */
int
bodies (int n)
{
  with_objmode () { OBJ (n) = PyLong_FromLong (3); }
  return n;
}

/* What the text does not see, or sees as something else.  */
#define TOLERANCE (1e-3 / sizeof (int))

static double
sum (double x, double y)
{
  return x + y;
}

double
unseen (double x)
{
  double y;
  with_objmode (y) { "y = sum (x, 1.0)"; }
  with_objmode (x) { "x = TOLERANCE"; }
  return y + x + sum (x, y);
}

void
no_clauses (void)
{
  with_objmode { R"py( print (1) )py"; }
}
