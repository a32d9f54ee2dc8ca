/* Somebody starts Python after a block has: nothing happens, blocks go on.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^2\n$" } */

#include "check.h"
#include <dlfcn.h>

int
main (void)
{
  int n = 0;

  CHECK (!dlsym (RTLD_DEFAULT, "Py_InitializeEx"));
  with_objmode (n) { R"py( n += 1 )py"; }
  ((void (*) (int)) dlsym (RTLD_DEFAULT, "Py_InitializeEx")) (1);
  with_objmode (n) { R"py( n += 1 )py"; }
  printf ("%d\n", n);
  return 0;
}
