/* The argument of the error handler is valid until the handler returns, also
   if blocks fail in it, if it forgets the error, if it is called again, and
   if a handler in it is left by longjmp.  */
/* { dg-do run } */
#include "check.h"
#include <pthread.h>
#include <setjmp.h>
#include <malloc.h>

static void
inner_fails (const objmode_error_info *e)
{
  int rc;

  for (int i = 0; i < 10; i++)
    {
      with_objmode (error (rc)) { R"py( open ("/nonexistent/log", "w") )py"; }
      FAILS ("FileNotFoundError", "log");
    }
  CHECK_STR (e->type, "KeyError");
  CHECK_STR (e->message, "'outer'");
  CHECK_NUM (e->line, 104);
  CHECK (strstr (e->traceback, "KeyError: 'outer'"));
}

static void
forgets (const objmode_error_info *e)
{
  objmode_clear_error ();
  CHECK (!objmode_error ());
  CHECK_STR (e->message, "'forgotten'");
}

static int depth;

static void
calls_itself (const objmode_error_info *e)
{
  char before[30], after[30];

  snprintf (before, sizeof before, "%d", depth);
  CHECK_STR (e->message, before);
  if (depth++ < 20)
    {
      snprintf (after, sizeof after, "%d", depth);
      with_objmode () { R"py( raise ValueError (int (after)) )py"; }
      CHECK_STR (objmode_error ()->message, "20");
    }
  CHECK_STR (e->message, before);
}

static jmp_buf out;

static void
jumps (const objmode_error_info *e)
{
  CHECK_STR (e->message + 1000000, "");
  longjmp (out, 1);
}

static void
calls_jumps (const objmode_error_info *e)
{
  objmode_error_handler *old = objmode_set_error_handler (jumps);

  for (volatile int i = 0; i < 3; i++)
    if (setjmp (out) == 0)
      with_objmode () { R"py( raise ValueError ("x" * 1000000) )py"; }
  objmode_set_error_handler (old);
  CHECK_STR (e->message, "around");
}

/* Leave a handler by longjmp at N frames below this one.  */

static void __attribute__ ((noinline))
fail_below (int n)
{
  volatile char room[200];

  room[0] = n;
  if (n > 0)
    fail_below (n - 1);
  else
    with_objmode () { R"py( raise ValueError ("x" * 1000000) )py"; }
  room[1] = n;
}

static void *
ends_in_handler (void *unused)
{
  objmode_set_error_handler (forgets);
  with_objmode () { R"py( raise KeyError ("forgotten") )py"; }
  return unused;
}

int
main (void)
{
  pthread_t thread;
  size_t used = 0;

  objmode_set_error_handler (inner_fails);
  for (int i = 0; i < 5; i++)
    with_objmode () { R"py( raise KeyError ("outer") )py"; }
  CHECK (error_is ("FileNotFoundError", "log"));
  objmode_set_error_handler (forgets);
  with_objmode () { R"py( raise KeyError ("forgotten") )py"; }
  CHECK (!objmode_error ());
  objmode_set_error_handler (calls_itself);
  with_objmode () { R"py( raise ValueError (0) )py"; }
  CHECK_NUM (depth, 21);
  objmode_set_error_handler (calls_jumps);
  with_objmode () { R"py( raise ValueError ("around") )py"; }
  /* What handlers were given that were left is freed.  */
  objmode_set_error_handler (jumps);
  for (volatile int i = 0; i < 100; i++)
    {
      if (setjmp (out) == 0)
	fail_below (i % 5);
      if (i == 20)
	used = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
    }
  CHECK (mallinfo2 ().uordblks + mallinfo2 ().hblkhd < used + 30000000);
  CHECK (pthread_create (&thread, NULL, ends_in_handler, NULL) == 0);
  CHECK (pthread_join (thread, NULL) == 0);
  return 0;
}
