/* The macros of <objmode.h> without the parentheses, or with parentheses that
   they do not have, or without their block: what to write is said, and no name
   of the plugin's own shows.  */
/* { dg-do compile } */
#include <objmode.h>
#define PY with_objmode
#define TWICE(...) __VA_ARGS__ __VA_ARGS__
objmode_module (x) { R"py( x = 1 )py"; } /* { dg-error "1: 'objmode_module' attribute applies only to a block at file scope; write 'objmode_module \{ R.py\\(...\\)py.; \}'" } */
objmode_module "x = 1"; /* { dg-error "1: 'objmode_module' attribute applies only to a block at file scope; write" } */
objmode_module ("x = 1"); /* { dg-error "1: 'objmode_module' attribute applies only to a block at file scope; write" } */
with_objmode (x) { R"py( x = 1 )py"; } /* { dg-error "1: 'objmode' attribute applies only to a compound statement of a function" } */

int
f (int y)
{
  with_objmode { R"py( print (1) )py"; } /* { dg-error "3: expected '\\(' after 'with_objmode'; write 'with_objmode \\(\\)' for a block without clauses" } */
  PY { R"py( print (1) )py"; } /* { dg-error "3: expected '\\(' after 'with_objmode'; write 'with_objmode \\(\\)'" } */
  if (y) with_objmode { R"py( print (1) )py"; } else y = 2; /* { dg-error "10: expected '\\(' after 'with_objmode'; write" } */
  TWICE (with_objmode { R"py( print (1) )py"; }) /* { dg-error "10: expected '\\(' after 'with_objmode'; write" } */
  with_objmode; /* { dg-error "3: expected '\\(' after 'with_objmode'; a block is written 'with_objmode \\(...\\) \{ R.py\\(...\\)py.; \}'" } */
  y = with_objmode; /* { dg-error "7: expected '\\(' after 'with_objmode'; a block is written" } */
  with_objmode y { R"py( y = 1 )py"; } /* { dg-error "3: expected '\\(' after 'with_objmode'; a block is written" } */
  /* { dg-error "17: expected ';' before" "" { target *-*-* } .-1 } */
  with_objmode (y); /* { dg-error "3: 'objmode' attribute applies only to a compound statement; write 'with_objmode \\(...\\) \{ R.py\\(...\\)py.; \}'" } */
  OBJMODE_HOLD; /* { dg-error "3: 'objmode_hold' attribute takes no arguments, must be alone in its list, and applies only to a compound statement of a function; write 'OBJMODE_HOLD \{ ... \}'" } */
  OBJMODE_HOLD () { y = 1; } /* { dg-error "3: 'objmode_hold' attribute takes no arguments" } */
  OBJMODE_HOLD (y) { y = (1); } /* { dg-error "3: 'objmode_hold' attribute takes no arguments" } */
  return y;
}
