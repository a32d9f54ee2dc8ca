/* OBJMODE_API_ONLY: the functions alone.  In C++ blocks are errors.  */
/* { dg-do run } */
/* { dg-additional-options "-DOBJMODE_API_ONLY" } */
#include <objmode.h>
#if defined OBJMODE_API_ONLY					\
    ? (defined with_objmode || defined objmode_module) : !defined with_objmode
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
