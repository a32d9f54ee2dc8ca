/* A text of many lines, and a long line.  */
/* { dg-do run } */
#include "check.h"
#define L "y += 1\n"
#define L8 L L L L L L L L
#define L64 L8 L8 L8 L8 L8 L8 L8 L8
#define L512 L64 L64 L64 L64 L64 L64 L64 L64
#define P " + 1"
#define P8 P P P P P P P P
#define P64 P8 P8 P8 P8 P8 P8 P8 P8

int
main (void)
{
  int y = 0;
  with_objmode (y) { L512 L512 L512 L512; }
  CHECK_NUM (y, 2048);
  with_objmode (y) { "y = 0" P64 P64; }
  CHECK_NUM (y, 128);
  return 0;
}
