/* Names of C that a text does not see: the warning says why.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra" } */
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>
#include <objmode.h>
#define SQUARE(x) ((x) * (x))
#define TOLERANCE ((size_t) 6)
#define NOTHING
#define LINE __LINE__
#define VERSION 1.2.3
#define RATIO 16:9
#define ITSELF ITSELF

int
g (void)
{
  double y;
  with_objmode (y) { R"( y = TOLERANCE )"; }
/* { dg-warning "30: 'TOLERANCE' is undefined: the value of the macro is not a constant of literals" "" { target *-*-* } .-1 } */
/* { dg-note "30: the clause 'TOLERANCE .TOLERANCE.' makes it an input" "" { target *-*-* } .-2 } */
/* { dg-fixit "18-18" ", TOLERANCE (TOLERANCE)" .-3 } */
  with_objmode (y) { R"( y = SQUARE (2) )"; }
/* { dg-warning "30: 'SQUARE' is undefined: the macro has parameters" "" { target *-*-* } .-1 } */
/* { dg-note "30: call 'SQUARE' in a clause 'NAME .EXPR.' or in a C function" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"( y = INT_MAX )"; }
/* { dg-warning "30: 'INT_MAX' is undefined: Python text does not see macros of system headers" "" { target *-*-* } .-1 } */
/* { dg-note "30: the clause 'INT_MAX .INT_MAX.' makes it an input" "" { target *-*-* } .-2 } */
/* { dg-fixit "18-18" ", INT_MAX (INT_MAX)" .-3 } */
  with_objmode (y) { R"( y = optind )"; }
/* { dg-warning "30: 'optind' is undefined: Python text does not see variables of system headers" "" { target *-*-* } .-1 } */
/* { dg-note "30: the clause 'optind .optind.' makes it an input" "" { target *-*-* } .-2 } */
/* { dg-fixit "18-18" ", optind (optind)" .-3 } */
  with_objmode (y) { R"( y = M_PI )"; }
/* { dg-warning "30: 'M_PI' is undefined: Python text does not see macros of system headers" "" { target *-*-* } .-1 } */
/* { dg-note "30: in Python this is 'math.pi'" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"( y = true )"; }
/* { dg-warning "30: 'true' is undefined" "" { target *-*-* } .-1 } */
/* { dg-note "30: in Python this is 'True'" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"( y = NULL )"; }
/* { dg-warning "30: 'NULL' is undefined" "" { target *-*-* } .-1 } */
/* { dg-note "30: in Python this is 'None'" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"( y = printf ("text") )"; }
/* { dg-warning "30: 'printf' is undefined" "" { target *-*-* } .-1 } */
/* { dg-note "30: in Python this is 'print'" "" { target *-*-* } .-2 } */
  with_objmode (y) { R"( y = nullptr )"; }
/* { dg-warning "30: 'nullptr' is undefined\[^\n\]*; did you mean 'None'\\?" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = VERSION )"; }
/* { dg-warning "30: 'VERSION' is undefined: the value of the macro is not a constant of literals" "" { target *-*-* } .-1 } */
/* { dg-note "30: the clause 'VERSION .VERSION.' makes it an input" "" { target *-*-* } .-2 } */
/* { dg-fixit "18-18" ", VERSION (VERSION)" .-3 } */
  /* What is not used does no harm.  */
  with_objmode (y) { R"( y = 1 # NOTHING LINE VERSION RATIO ITSELF )"; }
  return y;
}
