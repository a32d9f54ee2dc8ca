/* __error__, __goto__, __every__, __interval__ and __once__ are the clauses,
   whatever macros the program has.  */
/* { dg-do run } */
#define error(...) abort ()
#define every(n) if (i % (n) == 0)
#define interval my_interval
#define once nonce
#include <objmode.h>
#include "check.h"

static int
ways (int n)
{
  int ran = 0;
  for (int i = 0; i < n; i++)
    with_objmode (ran, __every__ (2)) { "ran += 1"; }
  for (int i = 0; i < n; i++)
    with_objmode (ran, __once__) { "ran += 10"; }
  for (int i = 0; i < n; i++)
    with_objmode (ran, __interval__ (1000.0)) { "ran += 100"; }
  return ran;
}

int
main (void)
{
  int rc = 0;
  with_objmode (__error__ (rc)) { "1/0"; }
  CHECK (rc != 0);
  CHECK (ways (4) == 112);
  with_objmode (__goto__ (failed)) { "1/0"; }
  return 1;
failed:
  return 0;
}
