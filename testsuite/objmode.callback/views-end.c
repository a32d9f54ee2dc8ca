/* Views that a callback is given end with it; holding one is its failure.  */
/* { dg-do run } */
#include "check.h"
struct node { int n; struct { double x; } in; };
typedef int (*fn) (struct node *);
static int visit (fn f, struct node *p) { return f (p); }
static int walk (fn f, struct node *p, int n) { int s = 0; for (int i = 0; i < n; i++) s += f (&p[i]); return s; }
static int by_value (int (*f) (struct node), struct node v) { return f (v); }
static int failures;
static char message[300];
static void handler (const objmode_error_info *e) { failures++; snprintf (message, sizeof message, "%s: %s", e->type, e->message); }

objmode_module { "kept = []" ; }

int
main (void)
{
  struct node a[3] = { { 1, { 2 } }, { 3, { 4 } }, { 5, { 6 } } };
  int y = 0, rc = 0;
  fn f = NULL;
  with_objmode (y) { R"(
    def add (p):
        q = p
        local = [p, p.in_]
        return p.n
    y = walk (add, a[:1], 1) + visit (add, a[0:1])
  )"; }
  CHECK_NUM (y, 2);
  with_objmode (y, error (rc)) { R"(
    y = visit (lambda p: kept.append (p) or 1, a[:1])
  )"; }
  CHECK (rc != 0);
  CHECK_STR (objmode_error ()->type, "BufferError");
  CHECK (strstr (objmode_error ()->message, "argument 'arg0' (C struct node"));
  CHECK (strstr (objmode_error ()->message, "a view of it is held after the call by"));
  CHECK (!strstr (objmode_error ()->message, "'static'"));
  with_objmode () { "kept.clear ()"; }
  /* What holds it is let go first: cycles and frames.  */
  with_objmode (y) { R"(
    def cycle (p):
        l = [p]
        l.append (l)
        return p.n
    y = walk (cycle, a[:3], 3)
    def raising (p):
        x = p
        raise ValueError (p)
    try: visit (raising, a[:1])
    except ValueError as e: assert 'struct' in str (e), e
    else: assert False
  )"; }
  CHECK_NUM (y, 9);
  /* Outside of a text it is a failed block.  */
  objmode_set_error_handler (handler);
  with_objmode (f) { "f = lambda p: kept.append (p.in_) or 5"; }
  CHECK (f (a) == 0 && failures == 1);
  CHECK (strstr (message, "BufferError: ") == message);
  with_objmode () { "kept.clear ()"; }
  /* A struct by value is a copy, which may be kept.  */
  with_objmode (y) { "y = by_value (lambda v: kept.append (v) or 7, a[0]); assert kept[0].n == 1"; }
  CHECK (y == 7 && failures == 1);
  return 0;
}
