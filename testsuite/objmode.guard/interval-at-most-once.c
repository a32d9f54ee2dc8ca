/* interval: at most once in that time, the first time always.  */
/* { dg-do run } */
#include "check.h"
#include <time.h>
#include <unistd.h>

/* Return the seconds since some event.  */
static double
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int
main (void)
{
  int c = 0, d = 0, rc = 3;
  double start;

  for (int i = 0; i < 1000; i++)
    with_objmode (c, interval (3600.0)) { "c += 1"; }
  CHECK_NUM (c, 1);
  c = 0;
  for (int i = 0; i < 10; i++)
    {
      with_objmode (c, interval (0)) { "c += 1"; }
      with_objmode (d, interval (-1.5)) { "d += 1"; }
    }
  CHECK (c == 10 && d == 10);
  c = 0;
  start = now ();
  for (int i = 0; i < 40; i++)
    {
      rc = 3;
      with_objmode (c, interval (0.1), error (rc)) { "c += 1"; }
      CHECK_NUM (rc, 0);
      usleep (10000);
    }
  CHECK (c >= 3 && c <= (now () - start) / 0.1 + 1);
  return 0;
}
