/* C and Python in turns, 1 to 900 deep, with the GIL given up and held; then
   the thread is as it was before.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>

static int
turn (int depth, int held)
{
  void *address = (void *) turn;
  int result = 0;

  if (depth == 0)
    return 0;
  with_objmode (result) {
    R"py(
      import ctypes
      kind = ctypes.PYFUNCTYPE if held else ctypes.CFUNCTYPE
      call = kind(ctypes.c_int, ctypes.c_int, ctypes.c_int)(address)
      result = call(depth - 1, held if depth % 3 else not held) + 1
    )py";
  }
  return result;
}

static void *
work (void *unused)
{
  static const int depths[] = { 1, 2, 10, 100, 300, 900 };

  with_objmode () { R"py( import sys; sys.setrecursionlimit(10000) )py"; }
  for (size_t i = 0; i < sizeof depths / sizeof *depths; i++)
    for (int held = 0; held < 2; held++)
      CHECK (turn (depths[i], held) == depths[i]);
  return unused;
}

int
main (void)
{
  pthread_attr_t attr;
  pthread_t thread;
  int y = 0;

  pthread_attr_init (&attr);
  CHECK (pthread_attr_setstacksize (&attr, 64 << 20) == 0);
  CHECK (pthread_create (&thread, &attr, work, NULL) == 0);
  CHECK (pthread_join (thread, NULL) == 0);
  /* The GIL is free.  */
  with_objmode (y) { R"py( y = 1 )py"; }
  CHECK_NUM (y, 1);
  return 0;
}
