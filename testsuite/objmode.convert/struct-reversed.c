/* Members of a struct in reverse byte order are read as C reads them.  */
/* { dg-do run } */
#include "check.h"

struct __attribute__ ((scalar_storage_order ("big-endian"))) header
{
  int32_t length;
  double ratio;
  unsigned kind : 5;
};

static struct header global = { 0x01020304, 0.5, 9 };

static int
check (struct header *p)
{
  int y;
  with_objmode (y, a (p->length), b (p->ratio), c (p->kind), d (global.length))
    { "y = (a, b, c, d) == (-2, 2.5, 17, 0x01020304)"; }
  return y;
}

int
main (void)
{
  struct header h = { -2, 2.5, 17 };
  CHECK (check (&h) == 1);
  return 0;
}
