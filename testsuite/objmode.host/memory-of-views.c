/* Memory that views must not be made of, or be made of with care: none at all,
   extents that are not valid, odd addresses, constants, eight gigabytes,
   restrict pointers.  */
/* { dg-do run } */
/* { dg-additional-options "-O3 -D_GNU_SOURCE" } */
/* { dg-require-effective-target numpy } */

#include "check.h"
#include <sys/mman.h>

/* Return the sum of the N times M doubles at P, or -1 if the block fails.  */

static double __attribute__ ((noipa))
sum (double *p, ptrdiff_t n, ptrdiff_t m)
{
  double s = 0;
  int rc;

  with_objmode (s, p = "[n, m]", error (rc)) { R"py( s = float(p.sum()) )py"; }
  return rc ? -1 : s;
}

/* Do this with a vector whose length is unsigned.  */

static double __attribute__ ((noipa))
sum_unsigned (const double *p, size_t n)
{
  double s = 0;
  int rc;

  with_objmode (s, p = "[n]", error (rc)) { R"py( s = float(p.sum()) )py"; }
  return rc ? -1 : s;
}

static const double constants[3] = { 1, 2, 3 };

/* No trick of Python's makes constants writable.  */

static void
constant (void)
{
  int tried = 0;

  with_objmode (tried) {
    R"py(
      import ctypes, numpy
      c = constants
      def tricks():
        yield lambda: c.__setitem__(0, 9)
        yield lambda: c.flags.__setattr__('writeable', True)
        yield lambda: c.setflags(write=True)
        yield lambda: c.view('i8').setflags(write=True)
        yield lambda: c.base and c[:].setflags(write=True)
        yield lambda: memoryview(c).__setitem__(0, 9.0)
        yield lambda: numpy.frombuffer(c).__setitem__(0, 9)
        yield lambda: numpy.asarray(c).sort()
        yield lambda: c.__iadd__(1)
        yield lambda: numpy.add(c, 1, out=c)
        yield lambda: c.data.cast('B').__setitem__(0, 9)
        yield lambda: (ctypes.c_double * 3).from_buffer(c)
      for trick in tricks():
        try: trick()
        except (ValueError, TypeError, BufferError): tried += 1
      del c
    )py";
  }
  CHECK (tried == 12 && constants[0] == 1);
}

/* A block writes P, which nothing else points to.  */

static double __attribute__ ((noipa))
restricted (double *restrict p, int n)
{
  double before = p[0], after;

  with_objmode (p = "[n]") { R"py( p += 1 )py"; }
  after = p[0];
  return before * 100 + after;
}

/* Return how many KiB of memory the process has.  */

static long
resident (void)
{
  FILE *f = fopen ("/proc/self/statm", "r");
  long size, pages;

  CHECK (f && fscanf (f, "%ld %ld", &size, &pages) == 2);
  fclose (f);
  return pages * 4;
}

/* A view of eight gigabytes is a view.  */

static void
huge (void)
{
  size_t n = (size_t) 1 << 30, size = n * sizeof (double);
  double *p = mmap (NULL, size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  double last = 0;
  long before;

  if (p == MAP_FAILED)
    return;
  p[n - 1] = 42;
  before = resident ();
  with_objmode (last, p = "[n]") { R"py( last = p[-1]; p[0] = p.size )py"; }
  CHECK (last == 42 && p[0] == n && resident () - before < 1024);
  munmap (p, size);
}

int
main (void)
{
  double x[6] = { 1, 2, 3, 4, 5, 6 };
  char bytes[sizeof x + 1];
  ptrdiff_t big = (ptrdiff_t) 1 << 40;

  CHECK (sum (x, 2, 3) == 21);
  CHECK (sum (NULL, 2, 2) == -1 && sum (NULL, 0, 2) == 0);
  CHECK (sum (x, -1, 2) == -1 && sum (x, 2, -1) == -1);
  CHECK (sum (x, big, big) == -1 && sum (x, PTRDIFF_MAX, PTRDIFF_MAX) == -1);
  CHECK (sum (x, 0, (ptrdiff_t) 1 << 62) >= -1);
  CHECK (sum_unsigned (x, 6) == 21 && sum_unsigned (x, 0) == 0);
  CHECK (sum_unsigned (x, SIZE_MAX) == -1);
  CHECK (sum_unsigned (x, (size_t) 1 << 60) == -1);
  memcpy (bytes + 1, x, sizeof x);
  CHECK (sum ((double *) (bytes + 1), 3, 2) == 21);
  CHECK (restricted (x, 6) == 102);
  constant ();
  huge ();
  return 0;
}
