#include "check-aux.h"
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
