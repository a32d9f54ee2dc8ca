#include <objmode.h>
#include <stdio.h>
#define PCH_LIMIT 30
#define PCH_BLOCK(V) with_objmode (V) { #V " += PCH_LIMIT + 1"; }
objmode_module { "base = 5"; }
static inline int
from_pch (int n)
{
  with_objmode (n) { "n += base"; }
  return n;
}
