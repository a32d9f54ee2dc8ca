/* return leaves the C function with a value of its type.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include "check.h"
#include <stdint.h>
typedef enum { RED, GREEN } colour;

static double real (int n) { with_objmode () { "return n / 2"; } }
static float small (int n) { with_objmode () { "return n / 2"; } }
static long double wide (int n) { with_objmode () { "return n / 4"; } }
static _Complex double z (int n) { with_objmode () { "return complex (n, 1)"; } }
static _Bool truth (int n) { with_objmode () { "return n > 2"; } }
static colour hue (int n) { with_objmode () { "return n"; } }
static uint64_t big (int n) { with_objmode () { "return 2**64 - n"; } }
static void *address (void) { with_objmode () { "return 4096"; } }

static char *
text (int n)
{
  with_objmode () { "return None if n == 0 else 'x' * n"; }
}

static objmode_object *
object (int n)
{
  with_objmode () { "return [n]"; }
}

static short
narrow (int n)
{
  int rc;
  with_objmode (error (rc)) { "return n"; }
  return rc ? -1 : -2;
}

static int
from_inside (int n)
{
  with_objmode () { R"(
    for i in range (10):
        if i == n:
            return i * 10
        if i > 5:
            break
        continue
    while n < 0:
        with open ('/dev/null') as f:
            try:
                return f.fileno () * 0 - 1
            finally:
                pass
    match n:
        case 50:
            return 51
  )"; }
  return 1000;
}

static int seen;
static void
nothing (int n)
{
  with_objmode () { "if n: return"; }
  seen++;
}

static int
statement_expression (int n)
{
  int k = ({ with_objmode () { "if n: return n"; } 3; });
  int inner (int m) { with_objmode () { "return m + n"; } }
  return k + inner (5);
}

static int
handled (int n)
{
  with_objmode () { "return 1 // n"; }
}

static void ignore (const objmode_error_info *e) { (void) e; seen = -1; }

int
main (void)
{
  int y;
  CHECK (real (3) == 1.5 && small (3) == 1.5f && wide (3) == 0.75L);
  CHECK (__real__ z (3) == 3 && __imag__ z (3) == 1);
  CHECK (truth (3) && !truth (2) && hue (1) == GREEN);
  CHECK (big (1) == UINT64_MAX && address () == (void *) 4096);
  char *s = text (3);
  CHECK (text (0) == NULL && strcmp (s, "xxx") == 0);
  free (s);
  objmode_object *x = object (7);
  with_objmode (y) { "y = x[0]"; }
  CHECK_NUM (y, 7);
  objmode_release (x);
  CHECK (narrow (-4) == -4 && narrow (100000) == -1);
  const objmode_error_info *e = objmode_error ();
  CHECK (strcmp (e->type, "OverflowError") == 0 && e->line == 33);
  CHECK (strstr (e->message, "return-values.c:33: 'return value of narrow'"
			     " (C short int): 100000 does not fit"));
  CHECK_STR (e->variable, "return value of narrow");
  CHECK (from_inside (3) == 30 && from_inside (7) == 1000
	 && from_inside (-7) == -1 && from_inside (50) == 51);
  nothing (1);
  CHECK_NUM (seen, 0);
  nothing (0);
  CHECK_NUM (seen, 1);
  CHECK (statement_expression (4) == 4 && statement_expression (0) == 8);
  CHECK (handled (1) == 1);
  objmode_set_error_handler (ignore);
  handled (0);
  CHECK_NUM (seen, -1);
  return 0;
}
