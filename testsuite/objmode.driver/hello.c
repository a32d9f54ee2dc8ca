/* What driver.exp compiles.  */
#include <objmode.h>

int
main (void)
{
  int n = 3;

  with_objmode (n)
    {
      R"py(
        n = n + 4
        print (f"hello from Python, {n}")
      )py";
    }
  return n != 7;
}
