/* What an error record says.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "error", NULL);

PLAIN_BLOCK (block, unit, OBJMODE_BLOCK_REPORT,
	     "def f():\n  x = {}\n  return x['missing']\n");
enum { BLOCK_LINE = __LINE__ - 2 };
PLAIN_BLOCK (own, unit, OBJMODE_BLOCK_REPORT,
	     "def f():\n"
	     "  class Mine(Exception): pass\n"
	     "  Mine.__module__ = 'some.where'; Mine.__qualname__ = 'Mine'\n"
	     "  raise Mine('told')\n");
PLAIN_BLOCK (fine, unit, 0, "def f(): pass\n");

/* Runs with an error of its own, which main's must not see.  */

static void *
other_thread (void *unused)
{
  CHECK (objmode_error () == NULL);
  CHECK (RUN (own, NULL) == OBJMODE_FAILED);
  CHECK (error_is ("some.where.Mine", "told"));
  return unused;
}

int
main (void)
{
  const objmode_error_info *error;
  objmode_object *exception;
  pthread_t thread;

  CHECK (objmode_error () == NULL);
  CHECK (objmode_error_exception () == NULL);
  objmode_clear_error ();
  CHECK (RUN (block, NULL) == OBJMODE_FAILED);
  error = objmode_error ();
  CHECK_STR (error->type, "KeyError");
  CHECK_STR (error->message, "'missing'");
  CHECK_STR (error->function, "f_block");
  CHECK (strcmp (error->file, __FILE__) == 0);
  CHECK (error->line == BLOCK_LINE + 2);
  CHECK_NUM (error->column, 10);
  CHECK (error->variable == NULL);
  CHECK (strncmp (error->traceback, "Traceback (most recent call last):\n",
		  35) == 0);
  CHECK (strstr (error->traceback, "in f_block\n"));
  CHECK (strstr (error->traceback, "KeyError: 'missing'\n"));
  exception = objmode_error_exception ();
  CHECK (exception != NULL);
  objmode_release (exception);
  CHECK (RUN (fine, NULL) == OBJMODE_DONE);
  CHECK (objmode_error () == error);

  pthread_create (&thread, NULL, other_thread, NULL);
  pthread_join (thread, NULL);
  CHECK_STR (objmode_error ()->type, "KeyError");
  objmode_clear_error ();
  CHECK (objmode_error () == NULL);
  return 0;
}
