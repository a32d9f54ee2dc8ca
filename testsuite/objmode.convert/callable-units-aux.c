#include "check.h"
#include "callable-aux.h"
extern int external (int a, short b);
int external (int a, short b) { return a + b; }
static int hidden (int x) { return x + 1; }

int
other_unit (int x)
{
  with_objmode (x) { "x = use_header (x) + hidden (0)"; }
  return x;
}

int
take_shared (const struct shared *s, struct shared v)
{
  int y;
  with_objmode (y) { "y = s.n * 10 + v.n"; }
  return y;
}

/* Another struct of the same name.  */
struct local { float f; };
static int take_local (struct local *l) { return l != NULL; }

struct shared *
give_shared (void)
{
  static struct shared s = { 5, { 1, 2 }, NULL };
  with_objmode () { "global local_taker\nlocal_taker = take_local"; }
  return &s;
}
