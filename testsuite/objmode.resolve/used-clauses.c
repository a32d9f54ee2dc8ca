/* Clauses that the text uses, or may use: silent.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
#include <objmode.h>
struct stats { double rms; int n[3]; };

int
g (struct stats *s, double *p, int n)
{
  int v[3] = { 0 }, y = 0, rc;
  with_objmode (rms (s->rms)) { "rms = 3.0"; }
  with_objmode (rms (s->rms), y) { "y = eval ('int (rms)')"; }
  with_objmode (rms (s->rms), p = "[n]") { "print (locals ())"; }
  with_objmode (rms (s->rms), y) { "y = f'{rms}'"; }
  with_objmode (rms (s->rms), y) { "y = sum (rms for i in range (3))"; }
  with_objmode (rms (s->rms), y) { "f = lambda: rms\ny = f ()"; }
  with_objmode (rms (s->rms)) { "del rms\nrms = 4"; }
  with_objmode (rms (s->rms)) { "def f ():\n  nonlocal rms\n  rms = 3\nf ()"; }
  with_objmode (rms (s->rms)) { "for rms in range (2): pass"; }
  with_objmode (k (n), lambda (n)) { "print (k, lambda_)"; }
  with_objmode (p = "[n]", v) { "p[0] = v[0]"; }
  with_objmode (v, w (v)) { "v[0] = 1; w[1] = 2"; }
  with_objmode (w (s->n), t (*s)) { "w[0] = 1; t.n[1] = 2"; }
  with_objmode (error (rc), every (2), y) { "y = n"; }
  return y + rc;
}
