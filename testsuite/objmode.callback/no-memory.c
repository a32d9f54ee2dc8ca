/* Without memory for a closure the statement fails, nothing is stored and
   nothing is lost; the next try succeeds.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -rdynamic" } */
#include "check.h"
typedef double (*fn) (double, int);
struct ops { fn run, more[2]; };
extern void *__libc_malloc (size_t), *__libc_calloc (size_t, size_t), *__libc_realloc (void *, size_t);

/* How many allocations succeed before one fails; negative: all do.  */
static int left = -1, failed;

static int
fail_p (void)
{
  if (left < 0)
    return 0;
  if (left-- == 0)
    {
      failed++;
      return 1;
    }
  return 0;
}

/* These take the place of the C library's, for libpython and libffi too.  */
void *malloc (size_t n) { return fail_p () ? NULL : __libc_malloc (n); }
void *calloc (size_t n, size_t size) { return fail_p () ? NULL : __libc_calloc (n, size); }
void *realloc (void *p, size_t n) { return fail_p () ? NULL : __libc_realloc (p, n); }

static void arm (int n) { left = n; }
static int apply (fn f) { return f ? (int) f (1, 2) : -1; }

objmode_module {
  R"(
    import sys
    def f (x, n): return x + n
    def g (x, n): return x - n
    def h (x, n): return x * n
    def counts (): return sum (map (sys.getrefcount, (f, g, h)))
    def attempt (body):
        "Return how often BODY failed before it was done."
        n = 0
        while True:
            arm (n)
            try:
                body ()
            except (MemoryError, SystemError): pass
            else:
                arm (-1)
                return n
            arm (-1)
            n += 1
            assert n < 200
  )";
}

int
main (void)
{
  struct ops o = { NULL, { NULL, NULL } };
  fn a = NULL, b = NULL;
  int before = 0, after = 0, tries = 0, all = 0;
  with_objmode (before) { "arm (-1); apply (None); apply (g); before = counts ()"; }
  with_objmode (tries) { R"(
    def assign (): o.run = f
    def array (): o.more = [g, h]
    def pass_it (): assert apply (h) == 2
    tries = attempt (assign) + attempt (array) + attempt (pass_it)
  )"; }
  CHECK (tries > 0 && failed >= tries);
  CHECK (o.run (1, 2) == 3 && o.more[0] (1, 2) == -1 && o.more[1] (3, 2) == 6);
  /* Outputs: all or none.  */
  for (int i = 0, rc = 1; rc != 0; i++)
    {
      left = i;
      with_objmode (a, b, error (rc)) { "a = f; b = lambda x, n: 7"; }
      left = -1;
      CHECK (rc == 0 ? a && b : !a && !b);
      all += rc != 0;
      CHECK (i < 500);
    }
  CHECK (all > 0 && a == o.run && b (1, 1) == 7);
  objmode_callback_release (a);
  objmode_callback_release (b);
  objmode_callback_release (o.run);
  objmode_callback_release (o.more[0]);
  objmode_callback_release (o.more[1]);
  CHECK (!objmode_callback_p (a) && !objmode_callback_p (b) && !objmode_callback_p (o.more[1]));
  with_objmode (after) { "after = counts ()"; }
  CHECK_NUM (after, before);
  return 0;
}
