/* A block in a signal handler that has interrupted C code only works; so do
   blocks in C functions that a block calls by ctypes.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^3 5 6\n$" } */

#include "check.h"
#include <signal.h>

static int seen;

static void
handler (int number)
{
  (void) number;
  with_objmode (seen) { R"py( seen += 3 )py"; }
}

int
plus_one (int x)
{
  with_objmode (x) { R"py( x += 1 )py"; }
  return x;
}

int
main (void)
{
  int a = 0, b = 0;
  void *address = (void *) plus_one;

  signal (SIGUSR1, handler);
  raise (SIGUSR1);
  with_objmode (a, b) {
    R"py(
      import ctypes
      a = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(address)(4)
      b = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int)(address)(5)
    )py";
  }
  printf ("%d %d %d\n", seen, a, b);
  return 0;
}
