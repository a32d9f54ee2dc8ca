/* OBJMODE_API_ONLY: the functions alone.  */
/* { dg-do run } */
/* { dg-additional-options "-DOBJMODE_API_ONLY" } */
#include <objmode.h>
#if defined with_objmode || defined objmode_module
#error
#endif

int
main (void)
{
  if (objmode_error () != NULL || objmode_start (NULL) != 0)
    return 1;
  objmode_release (NULL);
  return objmode_start (NULL) != 0;
}
