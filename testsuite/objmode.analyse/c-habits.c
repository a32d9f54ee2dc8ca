/* What C has and Python has not: CPython's message, and what to write.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-no-warn-lost" } */
#include <objmode.h>

int
f (int n, int m)
{
  int y = 0;
  with_objmode (y) { "y++"; }
/* { dg-error "Python: invalid syntax; write 'x .= 1' for 'x..'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y--;"; }
/* { dg-error "Python: invalid syntax; write 'x -= 1' for 'x--'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n ? 1 : 2"; }
/* { dg-error "Python: invalid syntax; write 'x if c else y' for 'c . x : y'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n && m"; }
/* { dg-error "Python: invalid syntax; write 'and' for '&&'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n || m"; }
/* { dg-error "Python: invalid syntax; write 'or' for '..'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "if !n: y = 1"; }
/* { dg-error "Python: invalid syntax; write 'not x' for '!x'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n->m"; }
/* { dg-error "Python: invalid syntax; write 'p.x' for 'p->x'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = (int) n"; }
/* { dg-error "Python: invalid syntax; Python has no casts, write 'int.x.' or 'float.x.'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = max ((double) n, 2)"; }
/* { dg-error "Python: invalid syntax.*; Python has no casts" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n // the number of them"; }
/* { dg-error "Python: invalid syntax; a comment begins with '#'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = n /* number */"; }
/* { dg-error "Python: invalid syntax; a comment begins with '#'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "if n: y = 1\nelse if m: y = 2"; }
/* { dg-error "Python: expected ':'; write 'elif' for 'else if'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "int k = n\ny = k"; }
/* { dg-error "Python: invalid syntax; Python has no declarations, write 'x = 1' for 'int x = 1'" "" { target *-*-* } .-1 } */
  with_objmode (y) { "const char *s = n"; }
/* { dg-error "Python: invalid syntax; Python has no declarations" "" { target *-*-* } .-1 } */
  with_objmode (y) { "if (n) { y = 1; }"; }
/* { dg-error "Python: invalid syntax. Maybe you meant '==' or ':=' instead of '='.; write ':' and indent what follows" "" { target *-*-* } .-1 } */
  with_objmode (y) { "while (n > 0){\n  y = 1\n}"; }
/* { dg-error "Python: invalid syntax. Maybe you meant '==' or ':=' instead of '='.; write ':' and indent what follows" "" { target *-*-* } .-1 } */
  with_objmode (y) { "for (i = 0; i < n; i++) y = i"; }
/* { dg-error "Python: invalid syntax. Maybe you meant '==' or ':=' instead of '='.; write 'for i in range.n.:'" "" { target *-*-* } .-1 } */
  /* No habit of C.  */
  with_objmode (y) { "y = 1\nint (3) 4"; }
/* { dg-error "Python: invalid syntax" "" { target *-*-* } .-1 } */
/* { dg-bogus "invalid syntax; " "" { target *-*-* } .-2 } */
  with_objmode (y) { "y = 'a && b' + 3 4 # x++"; }
/* { dg-error "Python: invalid syntax" "" { target *-*-* } .-1 } */
/* { dg-bogus "invalid syntax; " "" { target *-*-* } .-2 } */
  with_objmode (y) { "y = 1 != 2 3"; }
/* { dg-error "Python: invalid syntax" "" { target *-*-* } .-1 } */
/* { dg-bogus "invalid syntax; " "" { target *-*-* } .-2 } */
  return y;
}
