/* Every way for a view to outlive its block is found, whatever holds it, a
   thread that still runs too; a copy may be kept.  Addresses are not
   views.  Strings that a block made stay as they are.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */

#include "check.h"

objmode_module {
  R"py(
    import contextlib, contextvars, copy, ctypes, functools, itertools, threading
    import numpy as np

    kept = []
    local = threading.local()
    variable = contextvars.ContextVar('variable')
    started, done = threading.Event(), threading.Event()

    class Holder:
        __slots__ = 'held', '__weakref__'
        def __init__(self, held): self.held = held
        def method(self): return self.held

    def generate(x): yield x.sum(); yield x

    def started_generator(x):
        g = generate(x)
        next(g)
        return g

    def in_thread(x):
        def work():
            held = x
            started.set()
            done.wait()
        t = threading.Thread(target=work)
        t.start()
        started.wait()
        return t

    def pending(x):
        try: raise ValueError(x)
        except ValueError as e: return e

    def local_set(x): local.held = x
    def variable_set(x): return variable.set(x)
    def global_set(x): globals()['planted'] = x
    def attribute_set(x): in_thread.held = x
    def default(x):
        def f(y=x): return y
        return f

    # Each holds a view of the memory of x, or of a part of it.
    held = [
        lambda x: x, lambda x: [x], lambda x: (x, 1), lambda x: {'x': x},
        lambda x: {1: [(x,)]}, lambda x: x[:], lambda x: x[::-1],
        lambda x: x[1:2], lambda x: x.T, lambda x: x.reshape(3, 1),
        lambda x: x.view('u1'), lambda x: x.flat, lambda x: iter(x),
        lambda x: memoryview(x), lambda x: x.data.cast('B'),
        lambda x: (ctypes.c_char * 8).from_buffer(x),
        lambda x: np.frombuffer(x), lambda x: np.asarray(memoryview(x)),
        lambda x: np.ma.array(x), lambda x: np.broadcast_to(x, (2, 3)),
        lambda x: np.nditer(x), lambda x: np.lib.stride_tricks.as_strided(x),
        lambda x: x.view(np.recarray), lambda x: x.__array__(),
        lambda x: Holder(x), lambda x: Holder(x).method,
        lambda x: x.sum, lambda x: functools.partial(print, x),
        lambda x: (lambda: x), default, started_generator,
        lambda x: generate(x), lambda x: itertools.repeat(x),
        lambda x: map(float, x), lambda x: zip(x, x),
        lambda x: copy.copy([x]), lambda x: np.array([x, None], object),
        lambda x: contextlib.nullcontext(x), pending, local_set, variable_set,
        global_set, attribute_set, in_thread ]

    # None of these does.
    fine = [
        lambda x: x.copy(), lambda x: x[0], lambda x: x + 1, lambda x: x[[0]],
        lambda x: x.tobytes(), lambda x: x.tolist(), lambda x: np.array(x),
        lambda x: copy.deepcopy([x]), lambda x: x.astype('f4'),
        lambda x: np.sort(x), lambda x: bytes(memoryview(x)),
        lambda x: x.shape, lambda x: x.dtype, lambda x: repr(x),
        lambda x: x.max(), lambda x: [*x] ]

    # Nor do these, as far as Python knows.
    addresses = [
        lambda x: x.ctypes.data, lambda x: x.__array_interface__['data'][0] ]

    def forget():
        global planted
        done.set()
        for t in threading.enumerate():
            if t is not threading.main_thread(): t.join()
        started.clear()
        done.clear()
        kept.clear()
        local.__dict__.clear()
        in_thread.__dict__.clear()
        variable.set(None)
        planted = None
  )py";
}

/* Let number I of the list that is called LIST keep what it makes of a vector
   on this stack.  Return whether the block fails.  */

static int __attribute__ ((noipa))
keep (const char *list, int i)
{
  double x[3] = { 3, 1, 2 };
  int rc;

  with_objmode (error (rc)) { R"py( kept.append(globals()[list][i](x)) )py"; }
  CHECK (rc == 0 || error_is ("BufferError", "'x'"));
  CHECK (x[0] == 3 && x[1] == 1 && x[2] == 2);
  return rc != 0;
}

/* Each of the list that is called LIST must fail, or must not.  */

static void
keep_each (const char *list, int fails)
{
  int n = 0;

  with_objmode (n) { R"py( n = len(globals()[list]) )py"; }
  CHECK (n > 1);
  for (int i = 0; i < n; i++)
    {
      if (keep (list, i) != fails)
	{
	  fprintf (stderr, "number %d of '%s': %s\n", i, list,
		   fails ? "not seen" : "no view");
	  abort ();
	}
      with_objmode () { R"py( forget() )py"; }
    }
}

/* A string of C's that Python made is C's.  */

static void
strings (void)
{
  char *first = NULL, *other = NULL;

  with_objmode (first) { R"py( first = 'the first of %d' % 10000 )py"; }
  for (int i = 0; i < 10000; i++)
    {
      with_objmode (other) { R"py( other = f'number {i} of 10000' )py"; }
      if (i % 100 == 0)
	with_objmode () { R"py( import gc; gc.collect(0) )py"; }
      CHECK (atoi (other + strlen ("number ")) == i);
      free (other);
    }
  CHECK_STR (first, "the first of 10000");
  free (first);
}

int
main (void)
{
  keep_each ("held", 1);
  keep_each ("fine", 0);
  keep_each ("addresses", 0);
  strings ();
  return 0;
}
