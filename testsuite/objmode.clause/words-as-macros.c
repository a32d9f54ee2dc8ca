/* Macros of the program that are called like words of clauses.  */
/* { dg-do compile } */
#include <stdio.h>
#include <stdlib.h>
#include <objmode.h>
#define error(...) do { fprintf (stderr, __VA_ARGS__); exit (1); } while (0)
#define every(n) if (i % (n) == 0)
#define interval my_interval
#define once(x) x

int
g (int i)
{
  int rc = 0, y = 0;
  with_objmode (error (rc)) { "1/0"; }
/* { dg-error "17: 'objmode' clause does not name a variable" "" { target *-*-* } .-1 } */
/* { dg-note "17: macro 'error' has been expanded here; write '__error__' for the clause" "" { target *-*-* } .-2 } */
  with_objmode (y, every (3)) { "y = i"; }
/* { dg-warning "20: the text does not use 'if_'" "" { target *-*-* } .-1 } */
/* { dg-note "20: macro 'every' has been expanded here; write '__every__'" "" { target *-*-* } .-2 } */
  with_objmode (y, interval (3)) { "y = i"; }
/* { dg-warning "20: the text does not use 'my_interval'" "" { target *-*-* } .-1 } */
/* { dg-note "20: macro 'interval' has been expanded here; write '__interval__'" "" { target *-*-* } .-2 } */
  with_objmode (y, once (rc)) { "y = i"; }
/* { dg-error "20: output 'rc' is never assigned in the block" "" { target *-*-* } .-1 } */
/* { dg-note "20: macro 'once' has been expanded here; write '__once__'" "" { target *-*-* } .-2 } */
  with_objmode (y, __error__ (rc), __every__ (2), __once__) { "y = i"; }
  return rc + y;
}
