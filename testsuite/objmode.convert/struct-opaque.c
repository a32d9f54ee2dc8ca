/* Members that no text can use: the others can be, and they stay.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

typedef float v4 __attribute__ ((vector_size (16)));
struct part { v4 v; int n; };
struct vector { int a; v4 v; __int128 big[2]; struct part part; const char *s; };
struct inner { _Atomic int count; int c; };
struct atomic { int a; _Atomic int b; struct inner in; };

static void
use (struct vector *v, struct part *parts, struct atomic *at)
{
  int y, rc;
  with_objmode (y, parts = "[2]") { R"py(
    y = list (v) == ["a", "part", "s"] and len (v.part) == 1
    y = y and not hasattr (v, "v") and "v" not in v and parts.dtype.names == ("n",)
    y = y and repr (v.part) == "struct part(n=5)" and len (bytes (v)) > 64
    v.a = 2
    v.part = 6,
    at.a += at.in_.c
    w = v.copy ()
    assert w.s == "text"
    parts["n"] = 7
  )py"; }
  CHECK (v->a == 2 && v->v[3] == 4 && v->part.n == 6 && v->part.v[1] == 8);
  CHECK (at->a == 5 && parts[1].n == 7 && parts[1].v[2] == 9);
  with_objmode (error (rc)) { "v.v"; }
  FAILS ("AttributeError", "");
  FAILS_WITH ("'v.v' (C v4): has a type that Python text cannot use");
  with_objmode (error (rc)) { "v['big']"; }
  FAILS ("TypeError", "");
  FAILS_WITH ("'v.big' (C __int128[2]): has a type that Python text cannot use");
  with_objmode (error (rc)) { "v.v = 1"; }
  FAILS ("AttributeError", "");
  with_objmode (error (rc)) { "at.b += 1"; }
  FAILS_WITH ("'at.b' (C _Atomic int): has a type that Python text cannot use");
  with_objmode (error (rc)) { "at.in_ = {'c': 1}"; }
  FAILS ("TypeError", "");
  FAILS_WITH ("'at.in_' (C struct inner): has an atomic member and cannot be assigned");
  with_objmode (error (rc)) { "at.nothing"; }
/* { dg-warning "32: 'struct atomic' has no member 'nothing'" "" { target *-*-* } .-1 } */
  FAILS ("AttributeError", "'struct atomic' has no member 'nothing'");
  CHECK_NUM (at->in.c, 4);
}

int
main (void)
{
  struct part parts[2] = { { { 0 }, 1 }, { { 9, 9, 9, 9 }, 2 } };
  struct vector v = { 1, { 1, 2, 3, 4 }, { 3, 4 }, { { 7, 8 }, 5 }, "text" }, w = { 0 };
  struct atomic at = { 1, 2, { 3, 4 } };
  use (&v, parts, &at);
  /* One of the same type is copied as C copies it.  */
  with_objmode (w) { "w = v"; }
  CHECK (w.a == 2 && w.v[3] == 4 && w.big[1] == 4 && w.part.v[1] == 8 && strcmp (w.s, "text") == 0);
  with_objmode (w) { "w = {'a': 9, 'part': [8], 's': 'text'}"; }
  CHECK (w.a == 9 && w.v[3] == 4 && w.big[1] == 4 && w.part.v[1] == 8 && w.part.n == 8);
  return 0;
}
