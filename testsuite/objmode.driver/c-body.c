/* A unit that has only a C body, with an object of a struct: what broken.exp
   compiles where Python text cannot be analysed.  */
#include <objmode.h>

typedef struct _object PyObject;
struct point { int x, lambda; };

int
f (struct point p)
{
  with_objmode (p)
    {
      PyObject *o = OBJ (p);
      (void) o;
    }
  return p.x;
}
