/* A callback that C calls outside of a text is a failed block at the place of
   the statement that made it.  C gets zero.  */
/* { dg-do run } */
/* { dg-options "-pthread" } */
#include "check.h"
#include <pthread.h>
typedef double (*fn) (double);
struct ops { fn run; };
static struct { int calls, line; char type[40], message[80], file[200], function[40]; } last;
static void handler (const objmode_error_info *e)
{
  last.calls++;
  last.line = e->line;
  snprintf (last.type, sizeof last.type, "%s", e->type);
  snprintf (last.message, sizeof last.message, "%s", e->message);
  snprintf (last.file, sizeof last.file, "%s", e->file);
  snprintf (last.function, sizeof last.function, "%s", e->function);
}
static fn shared;
static void *thread (void *p) { *(double *) p = shared (1); return NULL; }
static double on_thread (fn f)
{
  pthread_t t;
  double y = -1;
  shared = f;
  if (pthread_create (&t, NULL, thread, &y) || pthread_join (t, NULL))
    abort ();
  return y;
}
static fn assign (struct ops *o) {
  with_objmode () {
    "o.run = lambda x: undefined_name + x"; }
  return o->run;
}

int
main (void)
{
  fn f = NULL, g = NULL, h = NULL;
  struct ops ops;
  double y = -1;
  CHECK (!objmode_set_error_handler (handler));
  with_objmode (f) { R"(
    def half (x):
        return 1 / x
    f = half
  )"; }
  int line = __LINE__ - 5;
  CHECK (f (4) == 0.25 && last.calls == 0);
  CHECK (f (0) == 0 && last.calls == 1);
  CHECK_STR (last.type, "ZeroDivisionError");
  CHECK_STR (last.function, "main");
  CHECK (strstr (last.file, "raises-elsewhere.c"));
  CHECK_NUM (last.line, line);
  CHECK (objmode_error () && objmode_error_is (objmode_error (), "ArithmeticError"));
  CHECK (strstr (objmode_error ()->traceback, "in half"));
  /* A member's closure was made by the statement that assigns it.  */
  g = assign (&ops);
  CHECK (g (1) == 0 && last.calls == 2);
  CHECK_STR (last.type, "NameError");
  CHECK_STR (last.function, "assign");
  CHECK_NUM (last.line, 32);
  /* A result that does not fit.  */
  with_objmode (h) { "h = lambda x: 'text'"; }
  CHECK (h (1) == 0 && last.calls == 3);
  CHECK (strstr (last.message, "result (C double): 'text' is not a real number"));
  /* A thread of C's is not inside of the text that waits for it.  */
  with_objmode (y) { "y = on_thread (lambda x: 1 / 0)"; }
  CHECK (y == 0 && last.calls == 4);
  CHECK_STR (last.type, "ZeroDivisionError");
  CHECK_NUM (last.line, __LINE__ - 3);
  with_objmode (y) { "y = on_thread (lambda x: x + 1)"; }
  CHECK (y == 2 && last.calls == 4);
  return 0;
}
/* { dg-prune-output "is undefined" } */
