/* Leaving is a success for `error', `goto' and the guards; a skipped block
   leaves nothing.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include "check.h"
#include <pthread.h>

static int rc, c;

static int
clauses (int n)
{
  rc = 5;
  with_objmode (error (rc), goto (bad)) { R"(
    if n == 0: raise ValueError
    if n == 1: return 10
  )"; }
  return 20;
 bad:
  return -1;
}

static int
once (void)
{
  with_objmode (c, once) { "c += 1\nreturn c"; }
  return 100;
}

static int
every (void)
{
  int n = 0;
  for (int i = 0; i < 9; i++)
    {
      with_objmode (every (4)) { "continue"; }
      n++;
    }
  return n;
}

static int
many (int a)
{
  int b = 2, d = 3, e = 4, f = 5, g = 6, h = 7, i = 8, j = 9;
  with_objmode (a, b, d, e, f, g, h, i, j) { R"(
    a, b, d, e, f, g, h, i, j = j, i, h, g, f, e, d, b, a
    return a + 10 * b + 100 * j
  )"; }
  return 0;
}

static void *
work (void *unused)
{
  long sum = 0;
  for (long i = 0; i < 500; i++)
    {
      with_objmode (sum) { "sum += i\nif i % 2: continue\nif i == 400: break"; }
      sum += 1000000;
    }
  CHECK (sum == 80200 + 200 * 1000000L);
  return unused;
}

int
main (void)
{
  pthread_t t[4];
  CHECK (clauses (1) == 10 && rc == 0);
  CHECK (clauses (2) == 20 && rc == 0);
  CHECK (clauses (0) == -1 && rc != 0);
  CHECK (once () == 1 && once () == 100 && once () == 100 && c == 1);
  CHECK (every () == 6);
  CHECK (many (1) == 9 + 80 + 100);
  for (int i = 0; i < 4; i++)
    pthread_create (&t[i], NULL, work, NULL);
  for (int i = 0; i < 4; i++)
    pthread_join (t[i], NULL);
  return 0;
}
