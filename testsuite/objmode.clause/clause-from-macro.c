/* An error about a clause that a macro has expanded to names the macro where
   the clause stands.  */
/* { dg-do compile } */
#include <objmode.h>
#define ANSWER 42
#define OUTER ANSWER
#define SUM 3 + 4
#define NAMED x
#define EXTENTS "[n]"
#define EMPTY
#define WRAPPED(V) with_objmode (V, ANSWER) { "x = 1"; }
#define INSIDE with_objmode (x, 3) { "x = 1"; }

void
clauses (int n, double *p)
{
  int rc, x = 1;
  with_objmode (ANSWER) { "pass"; } /* { dg-error "17: 'objmode' clause does not name a variable" } */
/* { dg-note "17: in expansion of macro 'ANSWER'" "" { target *-*-* } .-1 } */
  with_objmode (rc, OUTER) { "rc = 1"; } /* { dg-error "21: 'objmode' clause does not name a variable" } */
/* { dg-note "21: in expansion of macro 'OUTER'" "" { target *-*-* } .-1 } */
  with_objmode (p = SUM) { "print (p)"; } /* { dg-error "21: expected a type string after '='" } */
/* { dg-note "21: in expansion of macro 'SUM'" "" { target *-*-* } .-1 } */
  with_objmode (NAMED) { "y = 1"; } /* { dg-error "17: output 'x' is never assigned in the block" } */
/* { dg-note "17: in expansion of macro 'NAMED'" "" { target *-*-* } .-1 } */
  with_objmode (x EMPTY, p = EXTENTS 1) { "x = p[0]"; } /* { dg-error "38: 'objmode' clause does not name a variable" } */
  WRAPPED (x)
/* { dg-error "37: 'objmode' clause does not name a variable" "" { target *-*-* } 11 } */
/* { dg-note "37: in expansion of macro 'ANSWER'" "" { target *-*-* } 11 } */
  INSIDE
/* { dg-error "33: 'objmode' clause does not name a variable" "" { target *-*-* } 12 } */
  /* What a macro expands to is a clause like any other.  */
  with_objmode (NAMED EMPTY, p = EXTENTS) { "x = int (p[0])"; }
}
