/* Read-only scalars that an expression names.  */
/* { dg-do compile } */
#include <objmode.h>
struct s { const int fixed; int free; };

void
g (struct s *p, const int *q)
{
  with_objmode (v (p->fixed)) { "v = 2"; }
/* { dg-error "17: output 'v' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (v (*q)) { "v = 2"; }
/* { dg-error "17: output 'v' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (v (p->free)) { "v = 2"; }
}
