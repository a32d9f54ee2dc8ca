/* A text that is only an assignment to the output: the function of the block
   returns the value at once, which does not show.  */
/* { dg-do run } */
#include "check.h"

static int rc;

/* Fail unless the last traceback has LINES.  */
static void
check_traceback (const char *lines)
{
  const objmode_error_info *error = objmode_error ();

  CHECK (rc != 0 && error && error->traceback);
  if (!strstr (error->traceback, lines))
    {
      fprintf (stderr, "%s\nlacks\n%s\n", error->traceback, lines);
      abort ();
    }
}

/* Return 1 / X.  */
static double
inverse (double x)
{
  double y = -1;

  with_objmode (y, error (rc)) {
    R"py(
      y = 1 + (2 - 2) + 1.0 / x - 1
    )py";
  }
  return y;
}

/* Return 1 / X by a text of one line; the output is an input too.  */
static double
inverse_of_itself (double y)
{
  with_objmode (y, error (rc)) { R"py( y = (0 +
  1.0 / y) # It.
  )py"; }
  return y;
}

/* A value that is of no use to C.  */
static int
wrong_value (const char *text)
{
  int y = -2;

  with_objmode (y, error (rc)) {
    R"py(
        y = text
    )py";
  }
  return y;
}

/* What sees the output in the expression itself.  */
static int64_t
inner_scope (int64_t n)
{
  int64_t y = 5;

  with_objmode (y) {
    R"py(
        y = (lambda: sum(y for _ in range(n)))()
    )py";
  }
  return y;
}

int
main (void)
{
  CHECK (inverse (4) == 0.25 && rc == 0);
  CHECK (inverse (0) == -1);
  check_traceback (", line 30, in inverse\n"
		   "    y = 1 + (2 - 2) + 1.0 / x - 1\n"
		   "                      ~~~~^~~\n"
		   "ZeroDivisionError");
  CHECK (inverse_of_itself (4) == 0.25 && rc == 0);
  CHECK (inverse_of_itself (0) == 0);
  check_traceback (", line 41, in inverse_of_itself\n"
		   "    1.0 / y) # It.\n"
		   "    ~~~~^~~\n"
		   "ZeroDivisionError");
  CHECK (wrong_value ("5") == -2);
  CHECK (strstr (last_error (), "52: 'y' (C int): '5' is not an integer"));
  CHECK (inner_scope (3) == 15);
  return 0;
}
