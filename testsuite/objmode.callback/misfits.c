/* Results and callables that do not fit are refused, and all or nothing is
   stored.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct s { int n; };
struct t { int n; };
struct pair { int before; double (*f) (double); double (*more[2]) (double); int after; };
typedef __int128 wide;
static int to_int (int (*f) (void)) { return f (); }
static double to_double (double (*f) (void)) { return f (); }
static int to_struct (struct s (*f) (void)) { return f ().n; }
static int to_pointer (struct s *(*f) (struct s *), struct s *p) { p = f (p); return p ? p->n : -1; }
static int to_const (const struct s *(*f) (const struct s *), const struct s *p) { return f (p)->n; }
static int wide_fn (wide (*f) (int)) { return f (1) > 0; }
static wide one (int x) { return x; }
static int apply (int (*f) (int), int x) { return f (x); }
static float half (float x) { return x / 2; }

objmode_module {
  R"(
    def fails (kind, message, f, *args):
        try: f (*args)
        except Exception as e:
            assert type (e) is kind and message in str (e), (kind, message, e)
        else:
            assert False, message
  )";
}

int
main (void)
{
  struct s s = { 4 };
  struct t t = { 5 };
  struct pair p = { 1, NULL, { NULL, NULL }, 2 };
  const struct s frozen = { 8 };
  int i = 0, rc = 0;
  double (*first) (double) = NULL, (*second) (double) = NULL;
  with_objmode (i) { R"(
    fails (TypeError, "result (C int): 'x' is not an integer", to_int, lambda: 'x')
    fails (TypeError, "result (C int): None is not an integer", to_int, lambda: None)
    fails (OverflowError, "result (C int): 2147483648 does not fit", to_int, lambda: 2**31)
    fails (TypeError, "result (C double): 'x' is not a real number", to_double, lambda: 'x')
    fails (TypeError, "result (C struct s", to_struct, lambda: 3)
    fails (TypeError, "3 is not such a struct or None", to_pointer, lambda p: 3, s)
    fails (TypeError, "is given a struct t", to_pointer, lambda p: t, s)
    import copy
    fails (TypeError, "is a copy, whose memory is not C's", to_pointer, lambda p: copy.copy (p), s)
    fails (ValueError, "is read-only", to_pointer, lambda p: frozen, s)
    assert to_const (lambda p: frozen, s) == 8
    fails (TypeError, "takes 0 positional arguments but 1 was given", apply, lambda: 1, 1)
    fails (TypeError, "1 is not a function or None", apply, 1, 1)
    fails (TypeError, "has a different prototype", apply, half, 1)
    fails (TypeError, "cannot be a Python function: its result of type", wide_fn, lambda x: 1)
    assert wide_fn (one) == 1
    i = 1
  )"; }
  CHECK_NUM (i, 1);
  /* None of the outputs is stored if the last one fails.  */
  with_objmode (first, second, error (rc)) { R"(
    first = lambda x: x
    second = 1
  )"; }
  CHECK (rc != 0 && !first && !second);
  CHECK_STR (objmode_error ()->variable, "second");
  with_objmode (error (rc)) { R"(
    p.more = [lambda x: x, 3]
  )"; }
  CHECK (rc != 0 && !p.more[0] && !p.more[1]);
  with_objmode (p, error (rc)) { R"(
    p = {'before': 7, 'f': lambda x: x, 'more': [None, lambda x: 1], 'after': 'x'}
  )"; }
  CHECK (rc != 0 && p.before == 1 && !p.f && !p.more[1]);
  with_objmode (p, error (rc)) { R"(
    p = {'before': 7, 'f': lambda x: x, 'more': [None, lambda x: 1], 'after': 9}
  )"; }
  CHECK (rc == 0 && p.before == 7 && p.after == 9 && p.f (3) == 3 && !p.more[0] && p.more[1] (0) == 1);
  objmode_callback_release (p.f);
  objmode_callback_release (p.more[1]);
  CHECK (!objmode_callback_p (p.f) && !objmode_callback_p (p.more[1]));
  return 0;
}
