/* Statements of Python that a block may hold.  */
/* { dg-do run } */
#include "check.h"

int
main (void)
{
  int y = 0, n = 3;
  with_objmode (y) { R"py(
    import os.path, collections as c
    from math import sqrt, pi as circle
    class A:
        k = n
        def m (self): return self.k + n
    def gen (k):
        while k:
            yield k
            k -= 1
    async def coro (): return 1
    with open (os.devnull) as f:
        data = f.read ()
    f = lambda x, *a, k=n, **kw: x + k
    match [1, 2, n]:
        case [a, *rest] if a: y = sum (rest)
    try:
        raise KeyError (n)
    except (KeyError, ValueError) as e:
        y += e.args[0]
    finally:
        y += 1
    y += A ().m () + sum (gen (n)) + f (1)
    d = {k: v for k, v in zip ("ab", range (n))}
    y += sum (v + n for v in d.values ())
    assert f"{n:>3}" == "  3" and not data
    if (z := n) > 1: y += z
    global module_level
    module_level = y
    del d
  )py"; }
  CHECK (y == 5 + 3 + 1 + 6 + 6 + 4 + 7 + 3);
  with_objmode (n) { "n = module_level"; }
  CHECK (n == y);
  return 0;
}
