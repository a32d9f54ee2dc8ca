/* The frames of tracebacks: the function, the line, and carets under the
   right characters of the C file, whichever way the text is written.  */
/* { dg-do run } */
#include "check.h"

#define BODY "z = 1 // 0"

static int rc;

static void
raw (void)
{
  with_objmode (error (rc)) {
    R"(
      if True:
          x = (1 +
               2 // 0)
    )";
  }
}

static void
escapes (void)
{
  with_objmode (error (rc)) { "s = \"\\t\x41\"; t = 3 // 0; \
u = 4\n"; }
}

static void
pieces (void)
{
  with_objmode (error (rc)) { "a = 1\n" "b = " "6 // 0" "; c = 2"; }
}

static void
end_of_line (void)
{
  with_objmode (error (rc)) { "a = 8 // 0"
                              "; b = 2"; }
}

static void
escaped_end (void)
{
  with_objmode (error (rc)) { "a = 1 + \"b\"; c = 2"; }
}

static void
wide (void)
{
  with_objmode (error (rc)) { "s = 'é€'; t = 7 // 0"; }
}

static void
macro (void)
{
  with_objmode (error (rc)) { BODY; }
}

/* Return the column, in bytes from 1, of PART in LINE of this file.  */

static int
byte_column (int line, const char *part)
{
  FILE *file = fopen (__FILE__, "r");
  char text[200];
  const char *at = NULL;
  CHECK (file);
  while (line-- > 0)
    CHECK (fgets (text, sizeof text, file));
  fclose (file);
  at = strstr (text, part);
  CHECK (at);
  return at - text + 1;
}

/* Check that the last frame of the last error is FUNCTION's at LINE, and
   that its carets, CARETS, are under the first PART of what it shows.  */

static void
check_frame (const char *function, int line, const char *part,
	     const char *carets)
{
  const objmode_error_info *info = objmode_error ();
  char frame[100];
  const char *at, *shown, *below;
  int column = 0;

  CHECK (rc);
  CHECK (strcmp (info->function, function) == 0);
  CHECK (info->line == line);
  snprintf (frame, sizeof frame, "traceback-columns.c\", line %d, in %s\n",
	    line, function);
  at = strstr (info->traceback, frame);
  CHECK (at);
  shown = at + strlen (frame);
  below = strchr (shown, '\n') + 1;
  at = strstr (shown, part);
  CHECK (at && at < below);
  CHECK (info->column == byte_column (line, part));
  /* The columns of carets are characters.  */
  for (const char *p = shown; p < at; p++)
    column += (*p & 0xc0) != 0x80;
  CHECK ((int) strspn (below, " ") == column);
  below += column;
  CHECK (strncmp (below, carets, strlen (carets)) == 0);
  CHECK (below[strlen (carets)] == '\n');
}

int
main (void)
{
  int minor;

  with_objmode (minor) { "import sys; minor = sys.version_info.minor"; }
  raw ();
  check_frame ("raw", 17, "2 // 0", "~~^^~~");
  escapes ();
  check_frame ("escapes", 25, "3 // 0", "~~^^~~");
  pieces ();
  check_frame ("pieces", 32, "6 // 0", "~~^^~~");
  end_of_line ();
  check_frame ("end_of_line", 38, "8 // 0", "~~^^~~");
  escaped_end ();
  /* CPython does not know the operator in the escaped text.  */
  check_frame ("escaped_end", 45, "1 + \\\"b\\\"", "^^^^^^^^^");
  wide ();
  check_frame ("wide", 51, "7 // 0", "~~^^~~");
  macro ();
  /* From 3.13 on CPython takes the line for a comment, without carets.  */
  if (minor < 13)
    check_frame ("macro", 6, "1 // 0", "~~^^~~");
  return 0;
}
