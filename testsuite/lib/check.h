/* check.h - What the programs of the test suite check with.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The harness compiles each testcase with the directory of this file in the
   include path.  A check that fails prints its place, its expression and the
   last error of the thread, and aborts.  */

#ifndef CHECK_H
#define CHECK_H 1

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Print that the check EXPRESSION at LINE of FILE is false, then the last
   error of the thread with its traceback, and abort.  The thread need not
   hold the GIL.  */

static inline void __attribute__ ((noreturn, cold))
check_failed (const char *file, int line, const char *expression)
{
  const objmode_error_info *error = objmode_error ();

  fprintf (stderr, "%s:%d: %s is false\n", file, line, expression);
  if (error)
    fprintf (stderr, "the last error is %s: %s\n%s\n", error->type,
	     error->message, error->traceback);
  abort ();
}

/* Print the numbers HAVE and WANT, which differ; then do as check_failed does
   with FILE, LINE and EXPRESSION.  */

static inline void __attribute__ ((noreturn, cold))
check_numbers_failed (const char *file, int line, const char *expression,
		      long double have, long double want)
{
  fprintf (stderr, "%s:%d: have %.21Lg, want %.21Lg\n", file, line, have,
	   want);
  check_failed (file, line, expression);
}

/* Do as check_failed does unless the strings HAVE and WANT are equal; print
   them in that case.  A null pointer is equal to no string.  */

static inline void
check_strings (const char *file, int line, const char *expression,
	       const char *have, const char *want)
{
  if (have && want && strcmp (have, want) == 0)
    return;
  fprintf (stderr, "%s:%d: have \"%s\", want \"%s\"\n", file, line,
	   have ? have : "(null)", want ? want : "(null)");
  check_failed (file, line, expression);
}

/* End the test unless COND.  */
#define CHECK(COND)							\
  do									\
    if (!(COND))							\
      check_failed (__FILE__, __LINE__, #COND);				\
  while (0)

/* End the test unless the number HAVE, which has no side effect, is WANT.  */
#define CHECK_NUM(HAVE, WANT)						\
  do									\
    if (!((HAVE) == (WANT)))						\
      check_numbers_failed (__FILE__, __LINE__, #HAVE " == " #WANT,	\
			    (long double) (HAVE), (long double) (WANT)); \
  while (0)

/* End the test unless the string HAVE is WANT.  */
#define CHECK_STR(HAVE, WANT)						\
  check_strings (__FILE__, __LINE__, #HAVE " is " #WANT, (HAVE), (WANT))

/* Return the last error of the thread as "type: message", or "none".  The
   text is valid until the next call.  */

static inline const char *
last_error (void)
{
  static char text[2000];
  const objmode_error_info *error = objmode_error ();

  if (!error)
    return "none";
  snprintf (text, sizeof text, "%s: %s", error->type, error->message);
  return text;
}

/* Return 1 if the last error of the thread has TYPE and its message contains
   TEXT, else 0.  */

static inline int
error_is (const char *type, const char *text)
{
  const objmode_error_info *error = objmode_error ();

  return (error && strcmp (error->type, type) == 0
	  && strstr (error->message, text) != NULL);
}

/* End the test unless the block that has set the variable `rc' failed, with
   an error of TYPE, a string, and TEXT in its message.  */
#define FAILS(TYPE, TEXT)						\
  do									\
    if (rc == 0 || !error_is (TYPE, TEXT))				\
      check_failed (__FILE__, __LINE__, "FAILS (" #TYPE ", " #TEXT ")"); \
  while (0)

/* End the test unless the block that has set the variable `rc' failed, with
   TEXT somewhere in "type: message".  */
#define FAILS_WITH(TEXT)						\
  do									\
    if (rc == 0 || !strstr (last_error (), TEXT))			\
      check_failed (__FILE__, __LINE__, "FAILS_WITH (" #TEXT ")");	\
  while (0)

#endif /* CHECK_H */
