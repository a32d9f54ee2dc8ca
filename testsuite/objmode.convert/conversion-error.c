/* An output that does not fit, with nothing to report it to.  */
/* { dg-do run } */
/* { dg-shouldfail "it aborts" } */
/* { dg-output "OverflowError: \[^\n\]*conversion-error.c:11: 'count' .C int32_t.: 1099511627776 does not fit\n$" } */
#include <objmode.h>

int
main (void)
{
  int32_t count;
  with_objmode (count) { "count = 1 << 40"; }
  return 0;
}
