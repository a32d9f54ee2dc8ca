/* pthread_exit in a function that a block calls, with the GIL given up and
   with the GIL held: the thread ends, and the others run their blocks.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^good\n$" } */

#include "check.h"
#include <pthread.h>

static int reached;

int
ends (void)
{
  reached++;
  pthread_exit (&reached);
}

static void *
work (void *kind)
{
  void *address = (void *) ends;
  const char *how = kind;

  with_objmode () {
    R"py(
      import ctypes
      if how == 'call': ends()
      else: getattr(ctypes, how)(ctypes.c_int)(address)()
    )py";
  }
  CHECK (!"reached");
  return NULL;
}

int
main (void)
{
  static const char *const kinds[] = { "call", "CFUNCTYPE", "PYFUNCTYPE" };

  with_objmode () { R"py( import ctypes )py"; }
  for (int i = 0; i < 3; i++)
    {
      pthread_t thread;
      void *result;
      int y = 0;
      CHECK (pthread_create (&thread, NULL, work, (void *) kinds[i]) == 0);
      CHECK (pthread_join (thread, &result) == 0);
      CHECK (result == &reached && reached == i + 1);
      with_objmode (y) { R"py( y = 1 )py"; }
      CHECK_NUM (y, 1);
    }
  printf ("good\n");
  return 0;
}
