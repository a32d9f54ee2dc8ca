/* Two names of C that are one name in Python are an error where the text names
   them, and where they are names of members or parameters.  */
/* { dg-do compile } */
#include <objmode.h>

struct two { double µ; union { int i; double μ; }; };
struct keyword { int in; int in_; };
static double called (double µ, double μ) { return µ + μ; }
static int hµ (void) { return 1; } /* { dg-note "12: declared here" } */
static int hμ (void) { return 2; } /* { dg-note "12: declared here" } */
objmode_module { R"py( one = hµ () )py"; } /* { dg-error "30: 'h\\S*' is ambiguous, since two names of C are this name in Python; write 'NAME \\(EXPR\\)' to give one of them another" } */
double µ = 1; /* { dg-note "8: declared here" } */

void
f (void)
{
  double r = 0, v = 3;
  double μ = 2; /* { dg-note "10: declared here" } */
  struct two t = { 1, { 2 } };
  struct keyword k = { 1, 2 };
  with_objmode (r) { R"py( r = µ )py"; } /* { dg-error "32: is ambiguous, since two names" } */
  with_objmode (r) { R"py( r = t.µ )py"; } /* { dg-error "32: 't' of type 'struct two' cannot be passed to Python: its members '\\S*' and '\\S*' have one name in Python" } */
  with_objmode (r) { R"py( r = k.in_ )py"; } /* { dg-error "32: 'k' of type 'struct keyword' cannot be passed to Python: its members 'in_' and 'in' have one name in Python" } */
  with_objmode (r) { R"py( r = called (1, 2) )py"; } /* { dg-error "32: the C function 'called' cannot be called from Python text: its parameters '\\S*' and '\\S*' have one name in Python" } */
  with_objmode (µ, μ) { R"py( µ = 1.0 )py"; } /* { dg-error "20: appears more than once in 'objmode'" } */
  /* { dg-note "17: first appears here" "" { target *-*-* } .-1 } */
  /* With a clause there is no doubt.  */
  with_objmode (μ) { R"py( µ = 1.0 )py"; }
  with_objmode (r, m (µ)) { R"py( r = m )py"; }
  with_objmode (r) { R"py( r = v )py"; }
}
