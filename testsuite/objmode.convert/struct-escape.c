/* A view of a struct that is held after the block is an error, whatever holds
   it; copies, static memory and numbers may be kept.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct inner { double x; int a[3]; };
struct outer { int k; struct inner in_; struct inner many[2]; union { int i; } u; };
static struct outer everywhere = { 5, { 1, { 2, 3, 4 } }, { { 0 } }, { 6 } };

objmode_module
{
  R"py(
    import gc
    kept = []
    ways = [lambda s: s, lambda s: s.in_, lambda s: s.in_.a, lambda s: s.in_.a[1:],
            lambda s: s.many, lambda s: s.many[1], lambda s: s.u, lambda s: s.u[1:],
            lambda s: memoryview (s), lambda s: [s], lambda s: (lambda: s.k),
            lambda s: {"s": s.in_}]
    fine = [lambda s: s.k, lambda s: s.in_.x, lambda s: s.copy (),
            lambda s: s.in_.copy (), lambda s: s.in_.copy ().a, lambda s: s.in_.a.copy (),
            lambda s: bytes (s), lambda s: dict (s.in_.copy ()), lambda s: repr (s),
            lambda s: s.in_.a[0], lambda s: list (s)]
  )py";
}

int
main (void)
{
  struct outer local = { 5, { 1, { 2, 3, 4 } }, { { 0 } }, { 6 } };
  struct outer *s = &local, *none = NULL;
  int n = 0, m = 0, rc = 0;
  with_objmode (n, m) { R"( n, m = len (ways), len (fine) )"; }
  for (int i = 0; i < n; i++)
    {
      with_objmode (error (rc)) { R"( kept.append (ways[i] (s)) )"; }
      FAILS_WITH ("BufferError: ");
      CHECK (strstr (last_error (), "'s' (C struct outer): a view of it is held"));
      CHECK (strstr (last_error (), "s.copy ()"));
      with_objmode () { R"( kept.clear () )"; }
      with_objmode (error (rc)) { R"( kept.append (ways[i] (local)) )"; }
      CHECK (rc != 0);
      with_objmode () { R"( kept.clear () )"; }
      with_objmode (error (rc)) { R"( kept.append (ways[i] (everywhere)) )"; }
      CHECK_NUM (rc, 0);
      with_objmode (s = "static", error (rc)) { R"( kept.append (ways[i] (s)) )"; }
      CHECK_NUM (rc, 0);
      with_objmode (s = "copy", error (rc)) { R"( kept.append (ways[i] (s)) )"; }
      CHECK_NUM (rc, 0);
      with_objmode () { R"( kept.clear () )"; }
    }
  for (int i = 0; i < m; i++)
    {
      with_objmode (error (rc)) { R"( kept.append (fine[i] (s)) )"; }
      CHECK_NUM (rc, 0);
    }
  with_objmode (error (rc)) { R"( kept.append (none) )"; }
  CHECK_NUM (rc, 0);
  /* A cycle of garbage, an exception, a frame.  */
  with_objmode (error (rc)) { R"( a = [s.in_]; a.append (a); del a )"; }
  CHECK_NUM (rc, 0);
  with_objmode (error (rc)) { R"( t = s.in_.a; raise KeyError (1) )"; }
  CHECK (rc != 0 && strcmp (last_error (), "KeyError: 1") == 0);
  memset (&local, 0xff, sizeof local);
  with_objmode () { R"( assert kept[3].a.tolist () == [2, 3, 4] and kept[2].many.shape == (2,) )"; }
  return 0;
}
