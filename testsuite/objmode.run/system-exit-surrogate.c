/* The message of SystemExit is printed though it is not Unicode.  */
/* { dg-do run } */
/* { dg-shouldfail "status 1" } */
/* { dg-output "^<a\[^\n\]b.ud800>\n$" } */
#include <objmode.h>

int
main (void)
{
  with_objmode () { R"(import sys; sys.exit ('<a\udc80b\ud800>'))"; }
  return 0;
}
