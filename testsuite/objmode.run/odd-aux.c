/* A byte order mark, identifiers in UTF-8, macros on `__attribute__'.  */
#include <objmode.h>
#include <stdio.h>

#pragma push_macro ("with_objmode")
#undef with_objmode
#define with_objmode(x) x
static int unchanged (void) { return with_objmode (1); }
#pragma pop_macro ("with_objmode")

#define attribute __attribute__
#define ATTRIBUTE(...) attribute ((__VA_ARGS__))
#define BLOCK(V) ATTRIBUTE (objmode (V))

int
main (void)
{
  int größe = 2, y = unchanged ();
  with_objmode (größe, y) { "größe *= 10; y += größe"; }
  BLOCK (y) { "y += 1"; }
#line 100 "elsewhere.c"
  with_objmode (y) { "import sys; y += sys._getframe ().f_lineno"; }
  printf ("odd %d %d\n", größe, y);
  return 0;
}
