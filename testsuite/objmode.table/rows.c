/* rows.c - The blocks of the table of conversions, and its rows.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   See conversions.h and directions.h.  */

/* Rows give an array's elements, or a struct's members, without braces.  */
#pragma GCC diagnostic ignored "-Wmissing-braces"

#include <objmode.h>
#include <objmode-random.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "conversions.h"
#include "directions.h"

enum signed_enum { MINUS_ONE = -1, FIVE = 5 };
enum unsigned_enum { ZERO, SEVEN = 7 };
enum __attribute__ ((packed)) packed_enum { SMALL };
typedef void *void_pointer;
typedef char *text_pointer;
typedef char eight_chars[8];

static int reenter (void);

objmode_module {
  R"py(
import enum, time, types, collections
from fractions import Fraction
from decimal import Decimal
import numpy as np
nan = float('nan')
inf = float('inf')

class Base:
    def __repr__(self):
        return type(self).__name__ + ' ()'
class Index(Base):
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class Once(Index):
    def __index__(self):
        n, self.n = self.n, None
        return n
class Sleeps(Index):
    def __index__(self):
        time.sleep(0)
        return self.n
class Reenters(Base):
    def __index__(self):
        n = reenter()
        if n < 0:
            raise MemoryError
        return n
    def __float__(self): return float(self.__index__())
    def __complex__(self): return complex(self.__index__())
class Converts(Base):
    def __int__(self): return 1
class Real(Base):
    def __init__(self, x): self.x = x
    def __float__(self): return self.x
class Complex(Base):
    def __init__(self, z): self.z = z
    def __complex__(self): return self.z
class Bool(Base):
    def __init__(self, b): self.b = b
    def __bool__(self): return self.b
FakeBool = type('bool', (Base,), {'__bool__': lambda self: True,
                                  '__repr__': lambda self: 'FakeBool ()'})
class Raises(Base):
    def fail(self, *args): raise KeyError('evil')
    __index__ = __float__ = __complex__ = __bool__ = fail
class RaisesArray(Raises):
    def __array__(self, *args): self.fail()
class Interrupts(Base):
    def fail(self): raise KeyboardInterrupt('evil')
    __index__ = __float__ = __complex__ = __bool__ = fail
class RaisesOnAttribute(Base):
    def __getattr__(self, name): raise KeyError('evil')
class Lies(Base):
    def __init__(self, what): self.what = what
    def lie(self): return self.what
    __index__ = __float__ = __complex__ = lie
class BadRepr:
    def __repr__(self): raise KeyError('repr')
class Int(int): pass
class Float(float): pass
class Str(str): pass
class LyingInt(int):
    def __index__(self): return 99
class LyingFloat(float):
    def __float__(self): return 99.0
class Colour(enum.IntEnum):
    RED = 3
Record = collections.namedtuple('Record', 'i d c')

def crooked(numbers):
    a = np.zeros(8 * len(numbers) + 1, 'u1')[1:].view('d')
    a[:] = numbers
    return a

names = globals()
codes = {}
def value(expr):
    code = codes.get(expr)
    if code is None:
        code = codes[expr] = compile(expr, expr, 'eval')
    return eval(code, names)

def told(x):
    kind = type(x)
    # Their names say how many bits they have.
    if kind is np.longdouble:
        return 'numpy.longdouble ' + str(x)
    if kind is np.clongdouble:
        return 'numpy.clongdouble ' + str(x)
    # Their repr has an address.
    if isinstance(x, np.random.Generator):
        return f'{kind.__name__} {x} {x.random()!r}'
    return f'{kind.__name__} {x!r}'

def twice(x):
    return [x, x]
  )py";
}

/* The ways of the types of types.def.  */
#define SCALAR(T, CTYPE, NAME) OTHER (T, CTYPE, NAME) ELEMENT_DIRECTIONS (T, CTYPE)
#define WIDE(T, CTYPE, NAME) SCALAR (T, CTYPE, NAME)
#define OTHER(T, CTYPE, NAME)						\
  typedef CTYPE ctype_##T;						\
  BLOCK_DIRECTIONS (T, CTYPE)						\
  FUNCTION_DIRECTIONS (T, CTYPE)					\
  MEMBER_DIRECTIONS (T, CTYPE)
#include "types.def"
#undef SCALAR
#undef WIDE
#undef OTHER

#define ENTRY(T, NAME, COMPARISON, ELEMENT_FN, ITEM_FN)			\
  static const struct type type_##T = {					\
    #T, NAME, sizeof (ctype_##T), COMPARISON,				\
    { out_##T, return_##T, argument_##T, member_##T, record_##T,	\
      ELEMENT_FN },							\
    { in_##T, result_##T, read_##T, ITEM_FN }				\
  };
#define SCALAR(T, CTYPE, NAME) ENTRY (T, NAME, BYTES, element_##T, item_##T)
#define WIDE(T, CTYPE, NAME) ENTRY (T, NAME, PADDED, element_##T, item_##T)
#define OTHER(T, CTYPE, NAME) ENTRY (T, NAME, BYTES, NULL, NULL)
#include "types.def"
#undef SCALAR
#undef WIDE
#undef OTHER

/* What runs inside a conversion: blocks of its own.  */
static int
reenter (void)
{
  int seven = 0, rc;

  if (out_in ("7", &seven) != 0)
    return -1;
  with_objmode (seven, error (rc))
    { "seven = int (value ('1.0')) + seven - 1"; }
  return rc ? -1 : seven;
}

/* Bit-fields of three bits, as members.  */
struct bits { unsigned before : 2; int bs : 3; unsigned bu : 3; };

#define BITS(T, CTYPE)							\
  typedef CTYPE ctype_##T;						\
  static int								\
  member_##T (const char *expr, void *p)				\
  {									\
    CTYPE *place = p;							\
    struct bits v = { 0 };						\
    int rc;								\
    v.T = *place;							\
    with_objmode (error (rc)) { "v." #T " = value (expr)"; }		\
    if (!rc)								\
      *place = v.T;							\
    return v.before ? -1 : rc;						\
  }									\
  static int								\
  record_##T (const char *expr, void *p)				\
  {									\
    CTYPE *place = p;							\
    struct bits v = { 0 };						\
    int rc;								\
    v.T = *place;							\
    with_objmode (v, error (rc))					\
      { "v = { 'before': 0, 'bs': 0, 'bu': 0, '" #T "': value (expr) }"; } \
    if (!rc)								\
      *place = v.T;							\
    return v.before ? -1 : rc;						\
  }									\
  static char *								\
  in_##T (const void *p)						\
  {									\
    struct bits v = { 3, 0, 0 };					\
    char *text = NULL;							\
    v.T = *(const CTYPE *) p;						\
    with_objmode (text, m (v.T)) { "text = told (m)"; }			\
    return text;							\
  }									\
  static char *								\
  read_##T (const void *p)						\
  {									\
    struct bits v = { 3, 0, 0 };					\
    char *text = NULL;							\
    v.T = *(const CTYPE *) p;						\
    with_objmode (text) { "text = told (v." #T ")"; }			\
    return text;							\
  }									\
  static const struct type type_##T = {					\
    #T, NAME_##T, sizeof (CTYPE), BYTES,				\
    { [MEMBER] = member_##T, [RECORD] = record_##T },			\
    { [IN] = in_##T, [READ] = read_##T }				\
  };
#define NAME_bs "int : 3"
#define NAME_bu "unsigned int : 3"
BITS (bs, int)
BITS (bu, unsigned)

/* char *.  */
typedef text_pointer ctype_str;
BLOCK_DIRECTIONS (str, text_pointer)
MEMBER_DIRECTIONS (str, text_pointer)
static const struct type type_str = {
  "str", "text_pointer", sizeof (char *), TEXT,
  { [OUT] = out_str, [RETURN] = return_str, [MEMBER] = member_str,
    [RECORD] = record_str },
  { [IN] = in_str, [READ] = read_str }
};

/* const char *, an argument of a C function.  */
typedef const char *ctype_arg;
static char *now_arg;

/* The string is Python's, and goes with the call.  */
static void
take_arg (const char *x)
{
  static char copy[64];

  snprintf (copy, sizeof copy, "%s", x ? x : "");
  now_arg = x ? copy : NULL;
}

static const char *
give_arg (void)
{
  return now_arg;
}

static int
argument_arg (const char *expr, void *p)
{
  int rc;

  memcpy (&now_arg, p, sizeof now_arg);
  with_objmode (error (rc)) { "take_arg (value (expr))"; }
  memcpy (p, &now_arg, sizeof now_arg);
  return rc;
}

static char *
in_arg (const void *p)
{
  const char *v;
  char *text = NULL;

  memcpy (&v, p, sizeof v);
  with_objmode (text) { "text = told (v)"; }
  return text;
}

static char *
result_arg (const void *p)
{
  char *text = NULL;

  memcpy (&now_arg, p, sizeof now_arg);
  with_objmode (text) { "text = told (give_arg ())"; }
  return text;
}

static const struct type type_arg = {
  "arg", "const char *", sizeof (char *), BORROWED,
  { [ARGUMENT] = argument_arg }, { [IN] = in_arg, [RESULT] = result_arg }
};

/* char[8].  */
typedef eight_chars ctype_chars;
ASSIGNING (out_chars, eight_chars, "v = value (expr)", v,)
READING (in_chars, eight_chars, "v")
MEMBER_DIRECTIONS (chars, eight_chars)
static const struct type type_chars = {
  "chars", "eight_chars", 8, CHARS,
  { [OUT] = out_chars, [MEMBER] = member_chars, [RECORD] = record_chars },
  { [IN] = in_chars, [READ] = read_chars }
};

/* objmode_object *.  */
typedef const char *ctype_obj;
static objmode_object *now_obj;

static void
take_obj (objmode_object *x)
{
  now_obj = objmode_retain (x);
}

static int
argument_obj (const char *expr, void *p)
{
  int rc;

  now_obj = NULL;
  with_objmode (error (rc)) { "take_obj (value (expr))"; }
  memcpy (p, &now_obj, sizeof now_obj);
  return rc;
}

static int
out_obj (const char *expr, void *p)
{
  objmode_object *v = NULL;
  int rc;

  with_objmode (v, error (rc)) { "v = value (expr)"; }
  memcpy (p, &v, sizeof v);
  return rc;
}

static objmode_object *
returned_obj (const char *expr, int *failed)
{
  int rc;

  with_objmode (error (rc)) { "return value (expr)"; }
  *failed = rc;
  return NULL;
}

static int
return_obj (const char *expr, void *p)
{
  int failed = 0;
  objmode_object *v = returned_obj (expr, &failed);

  memcpy (p, &v, sizeof v);
  return failed;
}

static char *
in_obj (const void *p)
{
  objmode_object *v;
  char *text = NULL;

  memcpy (&v, p, sizeof v);
  with_objmode (text) { "text = told (v)"; }
  return text;
}

static const struct type type_obj = {
  "obj", "objmode_object *", sizeof (void *), OBJECT,
  { [OUT] = out_obj, [RETURN] = return_obj, [ARGUMENT] = argument_obj },
  { [IN] = in_obj }
};

/* objmode_rng.  */
typedef const char *ctype_rng;

static int
out_rng (const char *expr, void *p)
{
  objmode_rng v = { { 0 }, NULL };
  int rc;

  with_objmode (v, error (rc)) { "v = value (expr)"; }
  memcpy (p, &v, sizeof v);
  return rc;
}

static objmode_rng
returned_rng (const char *expr, int *failed)
{
  objmode_rng none = { { 0 }, NULL };
  int rc;

  with_objmode (error (rc)) { "return value (expr)"; }
  *failed = rc;
  return none;
}

static int
return_rng (const char *expr, void *p)
{
  int failed = 0;
  objmode_rng v = returned_rng (expr, &failed);

  memcpy (p, &v, sizeof v);
  return failed;
}

struct with_rng { int n; objmode_rng m; };
static int
member_rng (const char *expr, void *p)
{
  struct with_rng v;
  int rc;

  memset (&v, 0, sizeof v);
  with_objmode (error (rc)) { "v.m = value (expr)"; }
  memcpy (p, &v.m, sizeof v.m);
  return rc;
}

static int
record_rng (const char *expr, void *p)
{
  struct with_rng v;
  int rc;

  memset (&v, 0, sizeof v);
  with_objmode (v, error (rc)) { "v = (1, value (expr))"; }
  memcpy (p, &v.m, sizeof v.m);
  return rc;
}

static char *
in_rng (const void *p)
{
  objmode_rng v;
  char *text = NULL;

  memcpy (&v, p, sizeof v);
  with_objmode (text) { "text = told (v)"; }
  return text;
}

static const struct type type_rng = {
  "rng", "objmode_rng", sizeof (objmode_rng), GENERATOR,
  { [OUT] = out_rng, [RETURN] = return_rng, [MEMBER] = member_rng,
    [RECORD] = record_rng },
  { [IN] = in_rng }
};

/* Arrays.  */
#define ARRAY(T, CTYPE, BOUNDS, SHAPE, NAME)				\
  typedef CTYPE ctype_##T BOUNDS;					\
  static int								\
  out_##T (const char *expr, void *p)					\
  {									\
    CTYPE v BOUNDS;							\
    int rc;								\
    memcpy (&v, p, sizeof v);						\
    with_objmode (v, error (rc))					\
      { "v = value (expr.replace ('SHAPE', '" SHAPE "'))"; }		\
    memcpy (p, &v, sizeof v);						\
    return rc;								\
  }									\
  struct array_##T { CTYPE m BOUNDS; };					\
  static int								\
  member_##T (const char *expr, void *p)				\
  {									\
    struct array_##T v;							\
    int rc;								\
    memcpy (&v.m, p, sizeof v.m);					\
    with_objmode (error (rc))						\
      { "v.m = value (expr.replace ('SHAPE', '" SHAPE "'))"; }		\
    memcpy (p, &v.m, sizeof v.m);					\
    return rc;								\
  }									\
  static const struct type type_##T = {					\
    #T, NAME, sizeof (ctype_##T), BYTES,				\
    { [OUT] = out_##T, [MEMBER] = member_##T }, { NULL }		\
  };
ARRAY (far, double, [4], "(4,)", "double array")
ARRAY (iar, int, [2][2], "(2, 2)", "int array")

/* Structs.  */
struct record { int i; double d; char c[4]; };
typedef struct record ctype_rec;
ASSIGNING (out_rec, struct record, "v = value (expr)", v,)
struct outer { struct record m; };
static int
member_rec (const char *expr, void *p)
{
  struct outer v;
  int rc;

  memcpy (&v.m, p, sizeof v.m);
  with_objmode (error (rc)) { "v.m = value (expr)"; }
  memcpy (p, &v.m, sizeof v.m);
  return rc;
}

static int
element_rec (const char *expr, void *p)
{
  struct record v[2];
  int rc;

  memcpy (&v[0], p, sizeof v[0]);
  memcpy (&v[1], p, sizeof v[0]);
  with_objmode (v, error (rc)) { "v = twice (value (expr))"; }
  memcpy (p, &v[1], sizeof v[0]);
  return rc;
}

static const struct type type_rec = {
  "rec", "struct record", sizeof (struct record), RECORDS,
  { [OUT] = out_rec, [MEMBER] = member_rec, [ELEMENT] = element_rec },
  { NULL }
};

/* The rows.  */
#define VALUE_IN(D, T, CLASS, EXPR, ...)				\
  { VALUE, &type_##T, CLASS, EXPR, &(const ctype_##T) { __VA_ARGS__ },	\
    NULL, NULL, D },
#define ERROR_IN(D, T, CLASS, EXPR, TYPE, MESSAGE)			\
  { ERROR, &type_##T, CLASS, EXPR, NULL, TYPE, MESSAGE, D },
#define RAISES_IN(D, T, CLASS, EXPR, TYPE, MESSAGE)			\
  { RAISES, &type_##T, CLASS, EXPR, NULL, TYPE, MESSAGE, D },
#define READS(T, CLASS, CVALUE, MESSAGE)				\
  { READS, &type_##T, CLASS, NULL, &(const ctype_##T) { CVALUE }, NULL,	\
    MESSAGE, ALL },
#define VALUE(...) VALUE_IN (ALL, __VA_ARGS__)
#define ERROR(...) ERROR_IN (ALL, __VA_ARGS__)
#define RAISES(...) RAISES_IN (ALL, __VA_ARGS__)

const struct row rows[] = {
#include "conversions.def"
};
const int n_rows = sizeof rows / sizeof rows[0];

/* The name of the variable in the message, by direction.  */
static const char *const subject[ASSIGNMENTS] = {
  "'v'", "'return value of *'", "take_*() argument 'x'", "'v.*'", "'v.*'",
  "'v[*]'"
};

void
fill (const struct type *type, union place *place)
{
  memset (place, type->comparison >= OBJECT ? 0 : 1, sizeof *place);
}

/* Return 1 if TEXT is like PATTERN, in which an asterisk is anything.  */
static int
like_p (const char *text, const char *pattern)
{
  if (*pattern == '*')
    {
      for (;; text++)
	if (like_p (text, pattern + 1))
	  return 1;
	else if (!*text)
	  return 0;
    }
  return *text == *pattern && (!*text || like_p (text + 1, pattern + 1));
}

/* Return 1 if the N bytes at A and B are those of the same long doubles.  */
static int
same_wide_p (const char *a, const char *b, size_t n)
{
  for (size_t i = 0; i < n; i += sizeof (long double))
    if (memcmp (a + i, b + i, 10) != 0)
      return 0;
  return 1;
}

/* Return 1 if the value of TYPE at P is the one at Q, of a row.  Free what
   it has.  */
static int
same_value_p (const struct type *type, const void *p, const void *q)
{
  const struct record *r = p, *s = q;
  char *text, *other;
  int result;

  switch (type->comparison)
    {
    case BYTES:
      return memcmp (p, q, type->size) == 0;
    case PADDED:
      return same_wide_p (p, q, type->size);
    case TEXT:
    case BORROWED:
      memcpy (&text, p, sizeof text);
      memcpy (&other, q, sizeof other);
      result = text && other ? strcmp (text, other) == 0 : text == other;
      if (type->comparison == TEXT)
	free (text);
      return result;
    case CHARS:
      return strncmp (p, q, type->size) == 0;
    case RECORDS:
      return r->i == s->i && r->d == s->d && strcmp (r->c, s->c) == 0;
    case OBJECT:
    case GENERATOR:
      text = type->read[IN] (p);
      memcpy (&other, q, sizeof other);
      /* Without memory it cannot be told.  */
      result = !text || strcmp (text, other) == 0;
      free (text);
      if (type->comparison == OBJECT)
	objmode_release (*(objmode_object *const *) p);
      else
	objmode_rng_release ((objmode_rng *) p);
      return result;
    }
  return 0;
}

int
applies_p (const struct row *row, int direction)
{
  if (row->verdict == READS)
    return direction < READINGS && row->type->read[direction];
  return (direction < ASSIGNMENTS && row->type->assign[direction]
	  && (row->directions & ONLY (direction)));
}

const char *
direction_name (const struct row *row, int direction)
{
  static const char *const assign[]
    = { "out", "return", "argument", "member", "record", "element" };
  static const char *const read[] = { "in", "result", "read", "item" };

  return row->verdict == READS ? read[direction] : assign[direction];
}

/* Return what messages call the C type of ROW in DIRECTION.  */
static const char *
type_name (const struct row *row, int direction)
{
  const char *name = row->type->name;

  /* Prototypes have other names for some types.  */
  if (direction == ARGUMENT && strchr ("cv", name[0]) && name[1] == 'o')
    return "*";
  /* GCC 16 writes it so in C23.  */
  if (__GNUC__ >= 16 && __STDC_VERSION__ > 201710L
      && strcmp (name, "_Bool") == 0)
    return "bool";
  return name;
}

/* Return NULL if the last error is what ROW says of DIRECTION, else what it
   is.  */
static const char *
check_error (const struct row *row, int direction)
{
  static char told[3000], pattern[400];
  const objmode_error_info *error = objmode_error ();
  const char *text = row->text;

  if (!error)
    return "a failure without an error";
  /* Of a struct it is mostly a member that does not convert.  */
  if (row->verdict == ERROR && row->type->comparison == RECORDS)
    {
      snprintf (pattern, sizeof pattern, "*: 'v*' (C *): %s", row->text);
      if (strcmp (error->type, row->error) == 0
	  && like_p (error->message, pattern))
	return NULL;
    }
  snprintf (pattern, sizeof pattern, "%s%s (C %s): %s",
	    direction == ARGUMENT ? "" : "*: ",
	    direction == ELEMENT && row->type->comparison > PADDED ? "'v'"
	    : subject[direction], type_name (row, direction), text);
  if (row->verdict == RAISES)
    {
      /* The place is in the message, or in a note if the text could have
	 caught the exception: of an interrupt it is not there.  */
      const char *place = strstr (error->traceback, " (C ");
      if (strcmp (error->type, row->error) == 0
	  && (place || strcmp (row->error, "KeyboardInterrupt") == 0
	      || row->type->comparison >= OBJECT)
	  && like_p (error->text, text))
	return NULL;
    }
  else if (strcmp (error->type, row->error) == 0
	   && strstr (type_name (row, direction), " array"))
    {
      /* Of an array it may be an element that does not convert.  */
      const char *name = type_name (row, direction);
      char element[400];
      snprintf (element, sizeof element, "*'v*]' (C %.*s): %s",
		(int) (strlen (name) - strlen (" array")), name, text);
      if (like_p (error->message, element))
	return NULL;
    }
  if (strcmp (error->type, row->error) == 0
      && like_p (error->message, pattern))
    return NULL;
  snprintf (told, sizeof told, "%s: %.500s, not %s: %s", error->type,
	    error->message, row->error, pattern);
  return told;
}

/* Return NULL if the C value of ROW reads in DIRECTION as it says.  */
static const char *
try_read (const struct row *row, int direction)
{
  static char told[400];
  char *text = row->type->read[direction] (row->expected);
  int ok = text && like_p (text, row->text);

  snprintf (told, sizeof told, "%s", text ? text : "failed");
  free (text);
  return ok ? NULL : told;
}

const char *
try_row (const struct row *row, int direction)
{
  static char told[200];
  union place place, before;
  int failed;

  if (row->verdict == READS)
    return try_read (row, direction);
  fill (row->type, &place);
  before = place;
  failed = row->type->assign[direction] (row->expr, &place);
  if (failed)
    {
      if (memcmp (&place, &before, sizeof place) != 0)
	return "failed, but something was stored";
      return (row->verdict == VALUE
	      ? objmode_error () ? objmode_error ()->message : "no error"
	      : check_error (row, direction));
    }
  if (row->verdict != VALUE)
    return "was accepted";
  if (same_value_p (row->type, &place, row->expected))
    return NULL;
  snprintf (told, sizeof told, "another value: %02x %02x %02x %02x ...",
	    place.bytes[0] & 255, place.bytes[1] & 255, place.bytes[2] & 255,
	    place.bytes[3] & 255);
  return told;
}

int
numpy_p (const struct row *row, int direction)
{
  return (row->type->comparison == PADDED
	  || direction == (row->verdict == READS ? (int) ITEM : (int) ELEMENT)
	  || strstr (row->type->name, "array")
	  || (row->expr && strstr (row->expr, "np.")));
}
