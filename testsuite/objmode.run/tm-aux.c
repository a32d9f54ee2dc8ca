/* A block in a relaxed transaction runs; ATOMIC: in an atomic one it is an
   unsafe call.  */
#include <objmode.h>
#include <stdio.h>

#ifdef ATOMIC
# define TRANSACTION __transaction_atomic
#else
# define TRANSACTION __transaction_relaxed
#endif

static int x = 3, y;

int
main (void)
{
  TRANSACTION
    {
      x++;
      with_objmode (y) { "y = x + 1"; }
    }
  printf ("tm %d\n", y);
  return 0;
}
