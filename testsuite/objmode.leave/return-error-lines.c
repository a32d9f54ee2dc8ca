/* A value of return that does not convert: the error names the line of that
   return, whichever it was.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include "check.h"

static int
f (int n)
{
  int rc;
  with_objmode (error (rc)) { R"(
    if n == 0:
        return 'zero'
    for i in range (3):
        if i == n:
            try:
                return [i]
            finally:
                k = 0
    class Outer:
        def __index__ (self):
            f (0)
            return 2**40
    if n == 10:
        return Outer (
        )
    return (
        n * 2**20)
  )"; }
  return rc ? -1 : -2;
}

/* Errors of other outputs name the clause still.  */
static int
g (int n, int *y)
{
  int rc = 0;
  while (n-- > 0 && rc == 0)
    with_objmode (
      y (*y), error (rc)) {
      R"(
	y = 'no number'
	if n == 0:
	    return 1
	break)"; }
  return rc ? -1 : -2;
}

static int
line (const char *where)
{
  const objmode_error_info *e = objmode_error ();
  char start[64];
  snprintf (start, sizeof start, "return-error-lines.c:%d: %s", e->line, where);
  return strstr (e->message, start) ? e->line : 0;
}

int
main (void)
{
  int y = 0;
  CHECK (f (0) == -1 && line ("'return value of f' (C int): 'zero'") == 13);
  CHECK (f (1) == -1 && line ("'return value of f' (C int): [1]") == 17);
  CHECK (f (10) == -1 && line ("'return value of f' (C int): ") == 25);
  CHECK (f (100) == 100 * 1048576);
  CHECK (f (5000) == -1
	 && line ("'return value of f' (C int): 5242880000") == 27);
  CHECK (f (2) == -1 && line ("'return value of f' (C int): [2]") == 17);
  objmode_clear_error ();
  CHECK (g (1, &y) == -1 && line ("'y' (C int): 'no number'") == 40);
  objmode_clear_error ();
  CHECK (g (2, &y) == -1 && line ("'y' (C int): 'no number'") == 40);
  return 0;
}
