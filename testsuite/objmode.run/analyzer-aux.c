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
  int z;
#ifdef ANALYZED
  int y = 0;	/* -fanalyzer takes a block for one that may not set it.  */
#else
  int y;
#endif
  with_objmode (y) { "y = n"; }
#ifdef BUG
  if (n > 4)
    z = n * n;
#else
  z = n;
#endif
  return y + z;
}

int
main (int argc, char **argv)
{
  char *t = NULL;
  (void) argv;
  with_objmode (t) { "t = 'x' * argc"; }
  printf ("analyzer %g %d %s\n", mean (3), last (argc), t);
  free (t);
  return 0;
}
