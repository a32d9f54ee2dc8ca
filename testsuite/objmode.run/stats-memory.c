/* OBJMODE_STATS counts the bytes of structs and of bytes in memory too.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-set-target-env-var OBJMODE_STATS "1" } */
/* { dg-output "\[0-9.\]+ +8 +\[^\n\]*stats-memory.c:17 .main.\n" } */
/* { dg-output "\[^\n\]* +16 +\[^\n\]*stats-memory.c:18 .main.\n" } */
/* { dg-output "\[^\n\]* +8 +\[^\n\]*stats-memory.c:19 .main.\n" } */
#include <objmode.h>

struct pair { int a, b; };

int
main (void)
{
  struct pair one = { 1, 2 }, two[2];
  char buffer[4] = "abc";
  with_objmode (one) { "one = 3, 4"; }
  with_objmode (two) { "two = [(1, 2), (3, 4)]"; }
  with_objmode (buffer = "bytes[4]") { "buffer = buffer[::-1]"; }
  return buffer[3] != 'a' || two[1].b != 4;
}
