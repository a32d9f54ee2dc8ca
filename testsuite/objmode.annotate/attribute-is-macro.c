/* A block is not lost where the user defines `__attribute__'.  */
/* { dg-do compile } */
#include <objmode.h>

#define __attribute__(x) /* { dg-note "write '#undef __attribute__' after the last use of this macro" } */

void
lost (int x)
{
  with_objmode (x) { "x = 1"; } /* { dg-error "3: the macros of '<objmode.h>' need '__attribute__', which is defined as a macro here" } */
  /* One error for a definition is enough.  */
  OBJMODE_HOLD { x = 2; }
}

#undef __attribute__
/* Without a definition of the user, blocks are seen.  */
void
seen (int x)
{
  with_objmode (x) { "x = 1"; }
}

#pragma push_macro("__attribute__")
#define __attribute__ /* { dg-note "write '#undef __attribute__'" } */
void
scoped (void)
{
  objmode_scoped objmode_object *o = 0; /* { dg-error "3: the macros of '<objmode.h>' need" } */
  with_objmode (o) { "o = []"; }
}
#pragma pop_macro("__attribute__")
void
seen_again (int x)
{
  objmode_scoped objmode_object *o = 0;
  with_objmode (x, o) { "x = 1; o = x"; }
}
