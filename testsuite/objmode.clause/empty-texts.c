/* Empty bodies and empty texts do nothing, and are not an error.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
#include <objmode.h>

objmode_module { "" ; }

int
g (int n)
{
  with_objmode () { ""; }
  with_objmode () { "# a comment"; }
  with_objmode () { R"(

  )"; }
  with_objmode () { "pass"; }
  return n;
}
