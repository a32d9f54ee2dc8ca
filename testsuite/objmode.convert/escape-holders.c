/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* The error of a view that is held names who holds it, and nobody else.  */

#include <objmode.h>
#include <stdlib.h>
#include <string.h>

objmode_module { "kept = []"; }

int
main (void)
{
  double x[3] = { 1, 2, 3 };
  int rc;

  with_objmode (error (rc)) { "kept.append (x)"; }
  if (rc == 0 || strstr (objmode_error ()->message,
			 "is held after the block, by list;") == NULL)
    abort ();
  with_objmode (error (rc)) { "kept.clear ()"; }
  return rc;
}
