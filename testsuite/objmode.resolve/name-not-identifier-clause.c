/* A clause cannot give a text a name that is not an identifier in Python.  */
/* { dg-do compile } */
#include <objmode.h>

void
f (void)
{
  int a$b = 3, r;

  with_objmode (a$b) { "print (locals ())"; } /* { dg-error "17: 'a.b' is not an identifier in Python; write 'NAME \\(EXPR\\)'" } */
  with_objmode (r, a$b (4)) { "r = eval ('1')"; } /* { dg-error "20: 'a.b' is not an identifier in Python" } */
}
