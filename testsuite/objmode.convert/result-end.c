/* The object that a text leaves in an output ends with the block: one of a
   class of the user's, with a finalizer, too.  */
/* { dg-do run } */
#include "check.h"

objmode_module {
  R"py(
    ended = 0

    class Number(float):
        def __del__(self):
            global ended
            ended += 1

    class Integer(int):
        def __del__(self):
            global ended
            ended += 1

    kept = Number(0.5)
  )py";
}

/* Return how many of them have ended.  */
static int64_t
ended (void)
{
  int64_t n;

  with_objmode (n) { R"py( n = ended )py"; }
  return n;
}

int
main (void)
{
  for (int i = 1; i <= 10; i++)
    {
      double x = i, y = 0;
      int64_t n = 0;

      with_objmode (y) { R"py( y = Number(x) )py"; }
      CHECK (y == i && ended () == 3 * i - 2);
      with_objmode (n) { R"py( n = Integer(i) )py"; }
      CHECK (n == i && ended () == 3 * i - 1);
      with_objmode (y, n) {
	R"py(
	  y = Number(x + 1)
	  n = i
	)py";
      }
      CHECK (y == i + 1 && n == i && ended () == 3 * i);
      with_objmode (y) { R"py( y = kept )py"; }
      CHECK (y == 0.5 && ended () == 3 * i);
    }
  return 0;
}
