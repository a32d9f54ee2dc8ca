/* The second run of a block of numbers, or with an array of which the view is
   used again, allocates nothing from C, so that it needs no memory.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -rdynamic" } */
/* { dg-require-effective-target numpy } */

#include "check.h"

extern void *__libc_malloc (size_t), *__libc_calloc (size_t, size_t);
extern void *__libc_realloc (void *, size_t);

static int counting, count;

/* These take the place of the C library's, for libpython too.  */

void *
malloc (size_t n)
{
  count += counting;
  return counting ? NULL : __libc_malloc (n);
}

void *
calloc (size_t n, size_t size)
{
  count += counting;
  return counting ? NULL : __libc_calloc (n, size);
}

void *
realloc (void *p, size_t n)
{
  count += counting;
  return counting ? NULL : __libc_realloc (p, n);
}

int
main (void)
{
  double x[3] = { 1, 2, 3 }, y = 0;
  int n = 0, rc = 0;

  for (int i = 0; i < 10; i++)
    {
      counting = i > 2;
      with_objmode (n) { R"py( n += 1 )py"; }
      with_objmode (y) { R"py( y = x[1] + y )py"; }
      OBJMODE_HOLD { with_objmode (n) { R"py( n += 1 )py"; } }
      counting = 0;
    }
  CHECK (n == 20 && y == 20 && count == 0);
  /* A control: such a block does.  */
  for (int i = 0; i < 2; i++)
    {
      counting = i;
      with_objmode (error (rc)) { R"py( bytearray(1 << 20) )py"; }
      counting = 0;
      CHECK ((rc != 0) == i);
    }
  CHECK (count > 0);
  return 0;
}
