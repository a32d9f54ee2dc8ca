/* Blocks in C functions that __del__ calls while garbage is collected, on
   several threads.  */
/* { dg-do run } */

#include "check.h"
#include <pthread.h>

static int deleted;

void
is_deleted (int by)
{
  int y = 0;

  with_objmode (deleted, y) {
    R"py(
      import gc
      deleted += 1
      gc.collect()
      y = by
    )py";
  }
  CHECK (y == by);
}

objmode_module {
  R"py(
    class Cycle:
        def __init__(self): self.own = self
        def __del__(self): is_deleted(7)
  )py";
}

static void *
work (void *unused)
{
  for (int i = 0; i < 20; i++)
    with_objmode () {
      R"py(
	import gc
	for _ in range(3): Cycle()
	gc.collect()
      )py";
    }
  return unused;
}

int
main (void)
{
  pthread_t thread[3];

  for (int i = 0; i < 3; i++)
    CHECK (pthread_create (&thread[i], NULL, work, NULL) == 0);
  for (int i = 0; i < 3; i++)
    CHECK (pthread_join (thread[i], NULL) == 0);
  with_objmode () { R"py( import gc; gc.collect() )py"; }
  CHECK (deleted == 3 * 20 * 3);
  return 0;
}
