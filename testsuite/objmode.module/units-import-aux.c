#include <objmode.h>
objmode_module { "import sys\nprint ('other unit')\ndef twice (x): return 2 * x\nloaded_by = 'import'"; }
int other (int n);
int
other (int n)
{
  with_objmode (n) { "n = twice (n)"; }
  return n;
}
