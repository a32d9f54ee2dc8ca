/* An extent has the value that its expression has in C.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

int
main (void)
{
  static char buffer[1];
  char *p = buffer;
  unsigned m = 70000, small = 3;
  unsigned char byte = 255;
  size_t size = 0;
  int rc;

  /* The product wraps around.  No element is read.  */
  with_objmode (size, p = "[m * m]") { "size = p.size"; }
  CHECK_NUM (size, 605032704);
  with_objmode (size, p = "[(size_t) m * m]") { "size = p.size"; }
  CHECK_NUM (size, 4900000000);
  with_objmode (size, p = "[byte + 1]") { "size = p.size"; }
  CHECK_NUM (size, 256);
  with_objmode (size, p = "[small - 4]") { "size = p.size"; }
  CHECK_NUM (size, 4294967295);
  with_objmode (p = "[(int) small - 4]", error (rc)) { "p[0]"; }
  FAILS ("ValueError", "extent -1 of dimension 0 is negative");
  return 0;
}
