/* What -fplugin-arg-objmode-verbose is to print: verbose.exp looks for these
   lines, in this order; there may be others between them.

   ! objmode block in f
   !   stage clause: the clauses, the text and its positions
   !   stage guard: every, interval, once around the call
   !   clause output a = "[n]" extent n
   !   clause every every expr 4
   !   text RETURN NO_END
   !   name a: READ INPUT
   !   variable a: in float array of 1 dimensions extent (long int)n type double
   !   variable return: out int type int
   ! objmode block in g, C body
   !   clause output x
   !   mention x assigned
   !   mention x read
   !   exit return_expr
   !   falls through
   !   variable x: in out float type double value x object assigned
   ! objmode block in h, erroneous
   !   stage resolve: the C declarations of the names
   !   clause output nothing
   !   name nothing: ASSIGNED PLAIN
*/
#include <Python.h>
#include <objmode.h>

extern int n_calls;

int
f (int n, double *a)
{
  __attribute__ ((objmode (a = "[n]", every (4)))) { "return len (a)"; }
  return 0;
}

int
g (double x)
{
  __attribute__ ((objmode (x)))
    {
      OBJ (x) = PyNumber_Negative (OBJ (x));
      if (n_calls)
	return 1;
    }
  return 0;
}

void
h (void)
{
  __attribute__ ((objmode (nothing))) { "nothing = 1"; }
}
