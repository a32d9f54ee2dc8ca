/* Clauses that the text does not use.  */
/* { dg-do compile } */
/* { dg-options "-Wall" } */
#include <objmode.h>
struct stats { double rms; int n[3]; };

int
misspelt (int n)
{
  int rc = 0, y = 0;
  for (int i = 0; i < n; i++)
    with_objmode (evrey (2)) { "print ('ran')"; }
/* { dg-warning "19: the text does not use 'evrey'; did you mean 'every'\\?" "" { target *-*-* } .-1 } */
  with_objmode (eror (rc)) { "1/0"; }
/* { dg-warning "17: the text does not use 'eror'; did you mean 'error'\\?" "" { target *-*-* } .-1 } */
  with_objmode (y, intervall (0.5)) { "y = n"; }
/* { dg-warning "20: the text does not use 'intervall'; did you mean 'interval'\\?" "" { target *-*-* } .-1 } */
  with_objmode (y, once (1)) { "y = n"; }
/* { dg-warning "20: the text does not use 'once'" "" { target *-*-* } .-1 } */
/* { dg-note "20: the clause 'once' has no parentheses" "" { target *-*-* } .-2 } */
  return rc + y;
}

int
words (int n)
{
  int y = 0;
  with_objmode (y, onec) { "y = n"; }
/* { dg-error "20: 'onec' undeclared in 'objmode' clause; did you mean 'once'\\?" "" { target *-*-* } .-1 } */
  with_objmode (y, every) { "y = n"; }
/* { dg-error "20: 'every' undeclared in 'objmode' clause; the clause of that name needs an operand, as in 'every .N.'" "" { target *-*-* } .-1 } */
  with_objmode (y, interval) { "y = n"; }
/* { dg-error "as in 'interval .SECONDS.'" "" { target *-*-* } .-1 } */
  with_objmode (y, error) { "y = n"; }
/* { dg-error "as in 'error .STATUS.'" "" { target *-*-* } .-1 } */
  with_objmode (y, __goto__) { "y = n"; }
/* { dg-error "as in '__goto__ .LABEL.'" "" { target *-*-* } .-1 } */
  return y;
}

void
names (struct stats *s, double *p, int n)
{
  int v[3] = { 0 };
  struct stats t = { 0 };
  with_objmode (rms (s->rms)) { "rsm = 3.0"; }
/* { dg-warning "17: the text does not use 'rms'; did you mean 'rsm'\\?" "" { target *-*-* } .-1 } */
  with_objmode (far (s->rms)) { "f = [far for far in 'abc']; f = lambda far: far"; }
/* { dg-warning "17: the text does not use 'far'" "" { target *-*-* } .-1 } */
  with_objmode (p = "[n]") { "q = 3"; }
/* { dg-warning "17: the text does not use 'p'" "" { target *-*-* } .-1 } */
  with_objmode (v, t) { "print (n)"; }
/* { dg-warning "17: the text does not use 'v'" "" { target *-*-* } .-1 } */
/* { dg-warning "20: the text does not use 't'" "" { target *-*-* } .-2 } */
  with_objmode (lambda (n)) { "print (1)"; }
/* { dg-warning "17: the text does not use 'lambda_'" "" { target *-*-* } .-1 } */
  with_objmode (g (n)) { "global g; g = 3"; }
/* { dg-warning "17: the clause 'g' has no effect, since the text declares the name 'global'" "" { target *-*-* } .-1 } */
}
