/* Values of types with adapters are other objects in Python: variables,
   members, parameters and results of functions, arguments and results of
   callbacks, OBJ (v), and clause expressions that are lvalues or calls.  */
/* { dg-do run } */
#include "check.h"

typedef long days_t;
typedef days_t again_t;		/* Has the adapter of days_t.  */
typedef days_t plain_t;		/* Has one of its own.  */
typedef struct handle *handle_t;
typedef unsigned flags_t;
struct point { double x, y; };
typedef struct point point_t;	/* Has that of struct point.  */
typedef struct point named_t;	/* The name wins.  */
struct record
{
  days_t day;
  days_t first;
  days_t days[2];
  handle_t handle;
  flags_t bits : 4;
  struct point at;
  char *text;
};
objmode_adapt (days_t, to = "to_date", from = "from_date");
objmode_adapt (plain_t, to = "builtins.hex", from = "int_of");
objmode_adapt (handle_t, to = "Handle", from = "handle_number");
objmode_adapt (flags_t, to = "bin", from = "int_of");
objmode_adapt (struct point, to = "to_complex", from = "from_complex");
objmode_adapt (named_t, to = "str", from = "from_complex");

objmode_module { R"py(
  import datetime
  epoch = datetime.date (1970, 1, 1)
  def to_date (n): return epoch + datetime.timedelta (n)
  def from_date (d): return (d - epoch).days
  def int_of (s): return int (s, 0)
  class Handle:
      def __init__ (self, address): self.address = address or 0
  def handle_number (h): return h.address
  def to_complex (p): return complex (p.x, p.y)
  def from_complex (z): return z.real, z.imag
)py"; }

days_t shared_day = 3;

static days_t
later (days_t day, handle_t handle, point_t by)
{
  return day + (long) handle + (long) by.x;
}

static point_t
mirror (point_t p)
{
  return (point_t) { p.y, p.x };
}

static days_t
apply (days_t (*f) (days_t, point_t), days_t n)
{
  return f (n, (point_t) { n, 2 });
}

static days_t
returned (void)
{
  with_objmode () { "return datetime.date (1970, 2, 1)"; }
  return 0;
}

static void
scalars (void)
{
  days_t day = 1;
  const days_t fixed = 2;
  again_t again = 10;
  plain_t plain = 255;
  handle_t handle = (handle_t) 0x1234, none = 0;
  point_t p = { 1, 2 }, q = { 0, 0 };
  named_t n = { 1, 2 };
  days_t many[2] = { 4, 5 }, *pointer = &day;

  with_objmode (day, again, plain, handle, q, n, many = "[2]", pointer = "[1]", same (&many[1]) = "[1]") { R"py(
    assert day == datetime.date (1970, 1, 2), day
    assert fixed == datetime.date (1970, 1, 3), fixed
    assert again == datetime.date (1970, 1, 11), again
    assert plain == '0xff', plain
    assert handle.address == 0x1234 and none.address == 0, handle.address
    assert p == 1 + 2j and type (p) is complex, p
    assert 'struct' in n or '(x=1' in n, n
    assert many.tolist () == [4, 5] and same[0] == 5
    assert pointer[0] == 1
    assert shared_day == datetime.date (1970, 1, 4)
    day = datetime.date (1970, 1, 31)
    again = day
    plain = '0x10'
    handle = Handle (handle.address + 1)
    q = p * 1j
    n = 5 + 6j
  )py"; }
  CHECK_NUM (day, 30);
  CHECK_NUM (again, 30);
  CHECK_NUM (plain, 16);
  CHECK_NUM ((long) handle, 0x1235);
  CHECK_NUM (q.x, -2);
  CHECK_NUM (q.y, 1);
  CHECK_NUM (n.x, 5);
  CHECK_NUM (n.y, 6);
  CHECK_NUM (returned (), 31);
}

static void
expressions (void)
{
  days_t a = 10, b = 4, array[2] = { 7, 8 };
  point_t one = { 1, 1 };

  with_objmode (d (a - b), c ((days_t) 3), l (a), e (array[1]), f (later (1, 0, one))) { R"py(
    assert d == 6 and c == 3, (d, c)
    assert l == datetime.date (1970, 1, 11), l
    assert e == datetime.date (1970, 1, 9), e
    assert f == datetime.date (1970, 1, 3), f
  )py"; }
}

static void
members (void)
{
  struct record r = { 1, 2, { 3, 4 }, (handle_t) 5, 6, { 7, 8 }, NULL };
  struct record *pointer = &r;

  with_objmode (r) { R"py(
    assert r.day == datetime.date (1970, 1, 2) and r["first"].day == 3
    assert r.days.tolist () == [3, 4]
    assert r.handle.address == 5 and r.bits == '0b110' and r.at == 7 + 8j
    assert pointer.day == r.day and 'day=datetime.date(1970, 1, 2)' in repr (r)
    r.day = datetime.date (1970, 1, 21)
    r["bits"] = '0b11'
    r.at = 1j
    pointer.handle = Handle (77)
    try:
        r.day = 3
    except TypeError as error:
        assert 'unsupported operand' in str (error), error
    else:
        assert False
    kept = r.copy ()
    assert kept.day == r.day and kept.at == 1j
    r = dict (kept, text = 'all')
    assert kept.day.day == 21
  )py"; }
  CHECK_NUM (r.day, 20);
  CHECK_NUM (r.bits, 3);
  CHECK_NUM (r.at.x, 0);
  CHECK_NUM (r.at.y, 1);
  CHECK_NUM ((long) r.handle, 77);
  CHECK_STR (r.text, "all");
  free (r.text);
}

static void
functions (void)
{
  days_t (*f) (days_t, point_t) = NULL;
  days_t result = 0;

  with_objmode (f, result) { R"py(
    result = later (datetime.date (1970, 1, 2), Handle (3), 5 + 0j)
    assert mirror (1 + 2j) == 2 + 1j
    try:
        later (3, Handle (3), 0j)
    except TypeError as error:
        assert 'unsupported operand' in str (error), error
    else:
        assert False
    seen = []
    def f (day, p):
        seen.append ((day, p))
        return day + datetime.timedelta (int (p.imag))
    assert apply (f, datetime.date (1970, 1, 8)) == datetime.date (1970, 1, 10)
    assert seen == [(datetime.date (1970, 1, 8), 7 + 2j)], seen
  )py"; }
  CHECK_NUM (result, 9);
  CHECK_NUM (f (100, (point_t) { 0, 3 }), 103);
  objmode_callback_release (f);
}

int
main (void)
{
  scalars ();
  expressions ();
  members ();
  functions ();
  return 0;
}
