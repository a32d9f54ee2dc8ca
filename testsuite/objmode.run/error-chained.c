/* Chained exceptions, notes and groups in the text of an error record.  */
/* { dg-do run } */
#include "check.h"

static const char *
traceback (int rc)
{
  CHECK (rc);
  return objmode_error ()->traceback;
}

int
main (void)
{
  int rc;
  with_objmode (error (rc)) { R"(
    try:
        1 // 0
    except ZeroDivisionError as e:
        raise ValueError ('bad') from e
  )"; }
  const char *t = traceback (rc);
  const char *cause = strstr (t, "ZeroDivisionError: ");
  const char *line = strstr (t, "error-chained.c\", line 18, in main");
  CHECK (cause && line && line < cause);
  CHECK (strstr (cause, "The above exception was the direct cause of the"
		 " following exception:"));
  CHECK (strstr (cause, "line 20, in main"));
  CHECK (strstr (cause, "\nValueError: bad\n"));
  CHECK_STR (last_error (), "ValueError: bad");
  CHECK (objmode_error ()->line == 20);

  with_objmode (error (rc)) { R"(
    try:
        {}['key']
    except KeyError:
        raise OSError ('other')
  )"; }
  t = traceback (rc);
  CHECK (strstr (t, "KeyError: 'key'\n\nDuring handling of the above exception,"
		 " another exception occurred:\n"));
  CHECK (strstr (t, "\nOSError: other\n"));

  with_objmode (error (rc)) { R"(
    e = ValueError ('bad')
    e.add_note ('try a smaller one')
    raise e
  )"; }
  CHECK (strstr (traceback (rc), "ValueError: bad\ntry a smaller one\n"));

  with_objmode (error (rc)) { R"(
    raise ExceptionGroup ('two', [ValueError ('a'), TypeError ('b')])
  )"; }
  t = traceback (rc);
  CHECK (strstr (t, "ExceptionGroup: two (2 sub-exceptions)\n"));
  CHECK (strstr (t, "| ValueError: a\n") && strstr (t, "| TypeError: b\n"));
  CHECK_STR (objmode_error ()->type, "ExceptionGroup");
  return 0;
}
