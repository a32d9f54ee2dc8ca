/* Functions of other units, of headers, and in module text.  */
/* { dg-do run } */
/* { dg-additional-sources "callable-units-aux.c" } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include "check.h"
#include "callable-aux.h"
extern int external (int a, short b);
static int below (int x);
static int own (int x) { return x + 1; }
static int shadowed (int x) { return x + 100; }
static int only_module (int x) { return 3 * x; }

objmode_module {
  R"(
    def shadowed (x):
        return x + 200
    at_import = only_module (5)
    def twice_below (x):
        return 2 * below (x)
    def max_ (a, b):
        return max (a, b)
  )";
}

/* It is not called, so what it calls need not exist.  */
static inline int
unused_inline (int x)
{
  with_objmode (x) { "x = nowhere (x)"; }
  return x;
}

int
main (void)
{
  int y;
  with_objmode (y) { "y = external (b=2, a=40)"; }
  CHECK_NUM (y, 42);
  with_objmode (y) { "y = own (1) * 100 + below (1)"; }
  CHECK_NUM (y, 211);
  with_objmode (y) { "y = shadowed (1)"; }
  CHECK (y == 201 && shadowed (1) == 101);
  with_objmode (y) { "y = at_import + twice_below (1)"; }
  CHECK (y == 15 + 22);
  CHECK (use_header (2) == 20 && other_unit (3) == 31);
  /* A local of the block, and another unit's module.  */
  with_objmode (y) { "own = lambda x: 7\ny = own (1)"; }
  CHECK_NUM (y, 7);
  with_objmode (y) { "import objmode.callable_units_aux as m\ny = m.hidden (4)"; }
  CHECK_NUM (y, 5);
  /* A struct is one type in all units that declare it alike.  */
  struct shared s = { 3, { 0, 0 }, NULL };
  struct local { int i; } l = { 1 };
  with_objmode (y) { R"(
    y = take_shared (s, (4, (0, 0), None)) + take_shared (give_shared (), s)
    import objmode.callable_units_aux as m
    try: m.local_taker (l)
    except TypeError as e: assert str (e) == "take_local() argument 'l' (C struct local *): is given a different type with the same name", e
    else: assert False
  )"; }
  CHECK (y == 34 + 53);
  return 0;
}

static int
below (int x)
{
  return x + 10;
}
