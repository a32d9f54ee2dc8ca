/* Functions of all kinds hold blocks.  */
/* { dg-do run } */
#include "check.h"
#include <setjmp.h>
#include <stdarg.h>
struct big { double a[10]; int n; };
static int cleaned;
static void clean (int *p) { with_objmode (cleaned, v (*p)) { "cleaned += v"; } }

static struct big
returns_struct (struct big b)
{
  with_objmode (n (b.n), a (b.a)) { "n += 1; a[3] = 7"; }
  return b;
}

static int
variadic (int n, ...)
{
  int total = 0;
  va_list ap;
  va_start (ap, n);
  while (n-- > 0)
    {
      int v = va_arg (ap, int);
      with_objmode (total) { "total += v"; }
    }
  va_end (ap);
  return total;
}

static int
computed (int k)
{
  static void *const labels[] = { &&one, &&two };
  int y = 0;
  goto *labels[k];
 one:
  with_objmode (y) { "y = 1"; }
  return y;
 two:
  with_objmode (y) { "y = 2"; }
  return y;
}

static int
jumps (void)
{
  jmp_buf env;
  volatile int y = 0;
  if (setjmp (env))
    {
      with_objmode (y) { "y += 10"; }
      return y;
    }
  with_objmode (y) { "y += 1"; }
  longjmp (env, 1);
}

static void __attribute__ ((noreturn))
leave (int status)
{
  with_objmode (status) { "status -= 1"; }
  exit (status);
}

static int
scopes (int n)
{
  int y = 0, rc = 0;
  for (int i = 0; i < 3; i++)
    {
      int v[n + i];
      v[0] = i;
      with_objmode (y, error (rc), goto (out)) { "y += v.shape[0] * (1 if i < 2 else 1 // 0)"; }
    }
 out:
  return y * 10 + !!rc;
}

static __attribute__ ((noinline)) int
cloned (int n, int flag)
{
  int c = 0;
  for (int i = 0; i < n; i++)
    with_objmode (c, once) { "c += 1"; }
  return c + flag;
}

static inline __attribute__ ((always_inline)) int
counted (void)
{
  int c = 0;
  with_objmode (c, every (2)) { "c = 1"; }
  return c;
}

int
main (void)
{
  struct big b = { { 0 }, 4 };
  b = returns_struct (b);
  CHECK (b.n == 5 && b.a[3] == 7);
  CHECK (variadic (3, 1, 2, 3) == 6);
  CHECK (computed (0) == 1 && computed (1) == 2);
  CHECK (jumps () == 11);
  CHECK (scopes (2) == 51);
  CHECK (cloned (3, 1) == 2 && cloned (3, 0) == 0 && cloned (5, 0) == 0);
  int a = counted (), c = counted (), d = counted ();
  CHECK (a == 1 && c == 0 && d == 1);
  { int v __attribute__ ((cleanup (clean))) = 4; CHECK (v == 4); }
  CHECK_NUM (cleaned, 4);
  leave (1);
}
/* { dg-require-effective-target numpy } */
