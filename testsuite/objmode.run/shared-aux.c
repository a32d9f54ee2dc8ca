/* A shared library with a block, that a program without blocks opens.  */
#ifdef SHARED
# include <objmode.h>
int
shared_plus (int n)
{
  int y;
  with_objmode (y) { "y = n + 1"; }
  return y;
}
#else
# include <dlfcn.h>
# include <stdio.h>
int
main (void)
{
  void *library = dlopen ("./shared-aux.so", RTLD_NOW);
  int (*plus) (int)
    = library ? (int (*) (int)) dlsym (library, "shared_plus") : NULL;
  if (plus == NULL)
    return 1;
  printf ("shared %d\n", plus (3));
  return 0;
}
#endif
