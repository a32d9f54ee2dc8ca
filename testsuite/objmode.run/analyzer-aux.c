/* Nothing here for -fanalyzer, nor for -Wall and -Wextra, to complain about;
   with -DBUG a leak and a variable that is not set.  */
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>

static double
mean (int n)
{
  double *p = malloc (n * sizeof *p), s;
  int rc;

  if (p == NULL)
    return 0;
  for (int i = 0; i < n; i++)
    p[i] = i;
  with_objmode (s, p = "[n]", error (rc)) { "p[:] += 1; s = float (p.sum ())"; }
  if (rc)
    s = -1;
  free (p);
  return s / n;
}

#ifdef BUG
extern void lose (int);
void
lose (int n)
{
  char *q = malloc (n);
  if (q != NULL)
    q[0] = 1;
}
#endif

static int
last (int n)
{
  int y, z;
  with_objmode (y) { "y = n"; }
#ifdef BUG
  if (n > 4)
    z = n * n;
#else
  z = n;
#endif
  return y + z;
}

static void
ignore (const objmode_error_info *e)
{
  (void) e;
}

/* What the analyzer is told of a failed block changes nothing.  */

static double
fails (double y)
{
  float q = 0.25f;
  objmode_set_error_handler (ignore);
  with_objmode (y, q) { "y = q = 1 / 0"; }
  return y + q;
}

static long double
wide (int n)
{
  long double y;
  _Complex double z;
  with_objmode (y, z) { "y = z = n"; }
  return y + __real__ z;
}

static short
leaves (int n)
{
  with_objmode () { "return n"; }
}

int
main (int argc, char **argv)
{
  char *t = NULL;
  (void) argv;
  with_objmode (t) { "t = 'x' * argc"; }
  printf ("analyzer %g %d %s %g %Lg %d\n", mean (3), last (argc), t, fails (7),
	  wide (argc), leaves (4));
  free (t);
  return 0;
}
