/* The name of this file, for ways.exp, is U+00B5.  */
#include <stdio.h>
#include <objmode.h>

objmode_module { R"py( k = 3 )py"; }

int
main (void)
{
  int n = 0;
  with_objmode (n) {
    R"py(
      import objmode.µ
      n = objmode.µ.k if __name__ == "objmode.\u03bc" else 0
    )py";
  }
  printf ("u00b5 %d\n", n);
  return 0;
}
