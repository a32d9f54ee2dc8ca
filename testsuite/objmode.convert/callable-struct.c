/* Structs and unions that C functions get and return.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct point { double x, y; };
typedef struct { int n; struct point p[2]; const char *const name; } shape_t;
struct big { char text[100]; long numbers[10]; };
struct mixed { unsigned a : 3; signed b : 5; _Bool flag; __int128 wide; float f; };
struct holder { int kind; objmode_object *object; };
struct texts { const char *fixed; char *own; };
union number { int i; double d; unsigned char bytes[8]; };
struct __attribute__ ((packed)) packed { char c; struct point p; };

static void move (struct point *p, double by) { if (p) p->x += by; }
static double length (const struct point *p) { return p ? p->x * p->x + p->y * p->y : -1; }
static double total (int n, const struct point p[n]) { double s = 0; while (n > 0) s += p[--n].x; return s; }
static double dot (struct point a, const struct point b) { return a.x * b.x + a.y * b.y; }
static struct point mean (struct point a, struct point b) { return (struct point) { (a.x + b.x) / 2, (a.y + b.y) / 2 }; }
static struct point *later (struct point *p, int i) { return i < 0 ? NULL : p + i; }
static const struct point *fixed (void) { static const struct point p = { 7, 8 }; return &p; }
static int count_of (shape_t s) { return s.n * 100 + (int) (s.p[1].y * 10) + (s.name ? s.name[0] : 0); }
static shape_t make_shape (int n) { return (shape_t) { n, { { 1, 2 }, { 3, 4 } }, "made" }; }
static struct big bigger (struct big b) { b.text[0]++; for (int i = 0; i < 10; i++) b.numbers[i] *= 2; return b; }
static struct mixed mix (struct mixed m) { m.a ^= 7; m.b = -m.b; m.flag = !m.flag; m.wide = -m.wide; m.f *= 2; return m; }
static struct holder hold (struct holder h) { objmode_retain (h.object); h.kind++; return h; }
static void rename_it (struct texts *t) { t->fixed = "literal"; free (t->own); t->own = strdup ("fresh"); }
static struct texts literals (void) { return (struct texts) { "a", NULL }; }
static double as_double (union number u) { return u.d; }
static union number from_int (int i) { union number u = { .d = 0 }; u.i = i; return u; }
static void clear (union number *u) { if (u) u->d = 1.5; }
static struct point three (struct point p[3]) { return p[2]; }

static struct point kept[2] = { { 1, 2 }, { 3, 4 } };

int
main (void)
{
  int y = 0;
  struct point here = { 1, 2 }, several[3] = { { 1, 1 }, { 2, 2 }, { 3, 3 } };
  const struct point frozen = { 5, 6 };
  struct packed pack = { 'c', { 1, 2 } };
  struct holder h = { 1, NULL };
  with_objmode (y, h, all_ (several)) { R"py(
    import numpy as np, collections, dataclasses, ctypes, sys
    # A view of C's own memory.
    move (here, 10)
    assert here.x == 11 and length (here) == 125 and move (None, 1) is None and length (None) == -1
    # A copy that Python owns.
    c = here.copy ()
    move (p=c, by=1)
    assert (c.x, here.x) == (12, 11)
    # Arrays of structs, and what looks like them.
    move (all_, 5); move (all_[1:], 7)
    assert all_['x'].tolist () == [6, 9, 3] and total (3, all_) == 18 and total (1, here) == 11
    a = np.zeros (4, all_.dtype)
    move (a[2:], 3)
    assert a['x'].tolist () == [0, 0, 3, 0] and length (a[2]) == 9 and length (a[2:3].reshape (())) == 9
    class Point (ctypes.Structure): _fields_ = [('x', ctypes.c_double), ('y', ctypes.c_double)]
    p = Point (3, 4)
    move (p, 1)
    assert p.x == 4 and length ((Point * 2) (p)) == 32
    assert length (frozen) == 61 and dot (frozen, frozen) == 61
    # By value: all that an output accepts.
    P = collections.namedtuple ('P', 'x y')
    @dataclasses.dataclass
    class D: x: float; y: float
    for v in here, (11, 2), [11, 2], P (11, 2), D (11, 2), dict (x=11, y=2), Point (11, 2), np.array ([11., 2.]):
        assert dot (v, (1, 10)) == 31, v
    assert dot (all_[0], a[2]) == 18
    m = mean (here, (1, 0))
    assert (m.x, m['y'], dict (m)) == (6, 1, dict (x=6, y=1)) and repr (m) == 'struct point(x=6.0, y=1.0)'
    m.x = 100
    move (m, 1)
    assert m.x == 101 and m.copy ().x == 101 and mean (m, m).y == 1
    # A pointer to a struct is a live view.
    l = later (all_, 1)
    l.y = 70
    assert all_['y'][1] == 70 and later (all_, 2).x == 3 and later (all_, -1) is None and later (None, 0) is None
    l = later (m, 0)
    m = None
    assert l.x == 101
    del l
    f = fixed ()
    assert f.x == 7 and fixed ().y == 8
    for wrong in (lambda: setattr (f, 'x', 1), lambda: move (f, 1)):
        try: wrong ()
        except (AttributeError, ValueError) as e: assert 'read-only' in str (e), e
        else: assert False
    # Nested ones, strings, bit-fields.
    assert count_of ((2, ((0, 0), (0, 0.5)), 'a')) == 200 + 5 + ord ('a')
    assert count_of (dict (n=1, p=[(0, 0), dict (x=1, y=1)], name=None)) == 110
    s = make_shape (3)
    assert s.name == 'made' and s.n == 3 and s.p.tolist () == [(1, 2), (3, 4)] and count_of (s) == 340 + ord ('m')
    b = bigger (dict (text='abc', numbers=range (10)))
    assert b.text == 'bbc' and b.numbers.tolist () == list (range (0, 20, 2)) and bigger (b).text == 'cbc'
    x = mix (mix (dict (a=5, b=-3, flag=True, wide=2**100, f=0.5)))
    assert (x.a, x.b, x.flag, x.wide, x.f) == (5, -3, True, 2**100, 2)
    assert mix ((0, 15, False, 0, 0)).b == -15
    # Objects: borrowed for the call, the reference of a result is taken over.
    o = object ()
    n = sys.getrefcount (o)
    for i in range (9):
        r = hold (dict (kind=4, object=o))
        assert r.object is o and r.kind == 5 and sys.getrefcount (o) == n + 1
        r = hold (r)
        assert r.object is o and sys.getrefcount (o) == n + 1
    del r
    assert sys.getrefcount (o) == n and hold ((0, None)).object is None
    h = dict (kind=2, object=o)
    # A copy owns its strings, whatever C puts into it.
    t = literals ()
    for i in range (3):
        rename_it (t)
        assert t.fixed == 'literal' and t.own == 'fresh'
        t.own = 'other'
    t = t.copy ()
    assert t.own == 'other'
    # Unions are bytes.
    assert as_double (np.array ([2.5]).view ('u1')) == 2.5 and as_double (bytes (8)) == 0
    assert as_double (from_int (0).view ('f8')) == 0 and from_int (7).view ('i4').tolist () == [7, 0]
    u = np.zeros ((2, 8), 'u1')
    clear (u); clear (None)
    assert u.view ('f8').tolist () == [[1.5], [0]]
    assert three (all_).x == 3
    y = 1
  )py"; }
  CHECK (y == 1 && here.x == 11 && several[1].y == 70 && h.kind == 2);
  objmode_release (h.object);
  with_objmode (y) { R"py(
    import numpy as np
    def fails (kind, message, f, *args):
        try: f (*args)
        except Exception as e: assert type (e) is kind and str (e) == message, (type (e), str (e))
        else: assert False, message
    m = "move() argument 'p' (C struct point *): "
    fails (ValueError, m + "objmode.struct object is read-only", move, frozen, 1)
    fails (ValueError, m + "objmode.struct object is not aligned", move, pack.p, 1)
    fails (TypeError, m + "is given a struct packed", move, pack, 1)
    fails (TypeError, m + "tuple object is not such a struct, an array of it or None", move, (1, 2), 1)
    fails (TypeError, m + "int object is not such a struct, an array of it or None", move, 0, 1)
    fails (TypeError, m + "numpy.ndarray object has elements of a different type, dtype('float64')", move, np.zeros (2), 1)
    fails (ValueError, m + "numpy.ndarray object is not C-contiguous", move, several[::2], 1)
    a = np.zeros (3, several.dtype); a.flags.writeable = False
    fails (ValueError, m + "numpy.ndarray object is read-only", move, a, 1)
    assert length (a) == 0
    crooked = np.zeros (49, 'u1')[1:].view (several.dtype)
    fails (ValueError, "length() argument 'p' (C const struct point *): numpy.ndarray object is not aligned", length, crooked)
    fails (ValueError, "three() argument 'p' (C struct point *): objmode.struct object has 1 element, not 3", three, here)
    fails (ValueError, "three() argument 'p' (C struct point *): numpy.ndarray object has 2 elements, not 3", three, several[:2])
    fails (ValueError, "total() argument 'p' (C const struct point *): objmode.struct object has 1 element, not 2", total, 2, here)
    fails (TypeError, "dot() argument 'a.x' (C double): 'one' is not a real number", dot, ('one', 2), here)
    fails (ValueError, "dot() argument 'b' (C struct point): the value has 1 members, not 2", dot, here, (1,))
    fails (ValueError, "dot() argument 'b' (C struct point): the value has no member 'y'", dot, here, dict (x=1))
    fails (ValueError, "dot() argument 'b' (C struct point): 'z' is not a member", dot, here, dict (x=1, y=1, z=1))
    fails (TypeError, "dot() argument 'b' (C struct point): None has no member 'x'", dot, here, None)
    fails (TypeError, "dot() argument 'b' (C struct point): is given a struct packed", dot, here, pack)
    fails (OverflowError, "mix() argument 'm.a' (C unsigned int : 3): 8 does not fit", mix, (8, 0, True, 0, 0))
    fails (TypeError, "count_of() argument 's.p[0].x' (C double): 'a' is not a real number", count_of, (1, (('a', 0), (0, 0)), ''))
    fails (ValueError, "count_of() argument 's.name' (C const char *): 'a\\x00' contains a null character", count_of, (1, [(0, 0)] * 2, 'a\0'))
    fails (ValueError, "as_double() argument 'u' (C union number): bytes object has 7 bytes, not 8", as_double, bytes (7))
    fails (TypeError, "as_double() argument 'u' (C union number): float object is not a bytes-like object", as_double, 1.5)
    fails (ValueError, "clear() argument 'u' (C union number *): numpy.ndarray object has shape (9,), not (..., 8)", clear, np.zeros (9, 'u1'))
    fails (TypeError, "'make_shape().n' (C int): 'a' is not an integer", setattr, make_shape (1), 'n', 'a')
    fails (TypeError, "'later().x' (C double): 'a' is not a real number", setattr, later (several, 0), 'x', 'a')
    import inspect
    assert str (inspect.signature (mean)) == "(a: 'struct point', b: 'struct point') -> 'struct point'"
    assert str (inspect.signature (length)) == "(p: 'const struct point *') -> 'double'"
    y = 1
  )py"; }
  CHECK_NUM (y, 1);
  /* What a function returned may be kept, if the memory lasts; a view of an
     argument is one of the block's memory.  */
  with_objmode (y) { R"py(
    global keep
    keep = later (kept, 1), mean (kept[0], kept[1]), fixed ()
    y = 2
  )py"; }
  kept[1].x = 33;
  with_objmode (y) { "y = int (keep[0].x + keep[1].x * 100 + keep[2].y * 1000)"; }
  CHECK_NUM (y, 8233);
  int rc = 0;
  with_objmode (error (rc)) { "global escaped\nescaped = later (here, 0)"; }
  FAILS_WITH ("a view of it is held after the block");
  return 0;
}
