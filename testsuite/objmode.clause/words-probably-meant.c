/* A variable that keeps a word of the annotation from being one, where the
   text does not use its name: probably the word was meant.  */
/* { dg-do compile } */
/* { dg-options "-Wall" } */
#include <objmode.h>

int
g (int n)
{
  int y = 0, rc = 0, error = 1; /* { dg-note "22: 'error' is not a keyword where this variable is in scope" } */
  with_objmode (y, error (rc)) { "y = n"; } /* { dg-warning "20: the text does not use 'error'" } */
  with_objmode (y, error (rc)) { "y = error"; }
  with_objmode (y, rms (rc)) { "y = n"; } /* { dg-warning "20: the text does not use 'rms'" } */
  {
    int every, interval;
    with_objmode (y, every (3), interval (0.5)) { "y = n"; }
  }
  {
    int once = 0; /* { dg-note "9: 'once' is not a keyword where this variable is in scope" } */
    with_objmode (y, once) { "y = n"; } /* { dg-error "22: output 'once' is never assigned in the block" } */
    return y + rc + error + once;
  }
}
/* { dg-warning "22: the text does not use 'every'" "" { target *-*-* } 16 } */
/* { dg-warning "33: the text does not use 'interval'" "" { target *-*-* } 16 } */
/* { dg-note "9: 'every' is not a keyword" "" { target *-*-* } 15 } */
/* { dg-note "16: 'interval' is not a keyword" "" { target *-*-* } 15 } */
