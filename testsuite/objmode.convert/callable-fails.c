/* A block that fails in a C function that Python called: C goes on where its
   handler, `error' or `goto' says, and Python gets what C then returns.  */
/* { dg-do run } */
/* { dg-additional-options "-pthread" } */
#include "check.h"
#include <pthread.h>
static int handled;
static char seen[100];
static pthread_t main_thread;

static void
handler (const objmode_error_info *e)
{
  handled++;
  CHECK (pthread_equal (pthread_self (), main_thread) || strcmp (e->type, "KeyError") == 0);
  snprintf (seen, sizeof seen, "%s in %s", e->type, e->function);
}

static int
unguarded (int n)
{
  int y = 77;
  with_objmode (y) { "y = 10 // n"; }
  return y + 1;
}

static int
guarded (int n)
{
  int y = 0;
  with_objmode (y, goto (failed)) { "y = 10 // n"; }
  return y;
failed:
  return -1;
}

static int
deep (int n)
{
  int y = 0, rc;
  with_objmode (y, error (rc)) { "y = deep (n - 1) if n else 1 // 0"; }
  return rc ? -100 : y + 1;
}

static int
missing (int n)
{
  int y = 5;
  with_objmode (y) { "y = {} [n]"; }
  return y;
}

int
main (void)
{
  int y = 0, rc = 0;
  main_thread = pthread_self ();
  objmode_set_error_handler (handler);
  with_objmode (y) { "y = unguarded (0) + unguarded (5)"; }
  CHECK (y == 81 && handled == 1 && strcmp (seen, "ZeroDivisionError in unguarded") == 0);
  with_objmode (y, error (rc)) { "y = guarded (0) * 100 + guarded (5) + deep (3)"; }
  CHECK (rc == 0 && y == -100 + 2 - 97 && handled == 1);
  /* The exception does not reach the caller.  */
  with_objmode (y) { R"(
    try: raise IndexError ('outer')
    except IndexError as e:
        assert guarded (0) == -1 and e.__context__ is None
        import sys
        y = sys.exc_info ()[1] is e
  )"; }
  CHECK_NUM (y, 1);
  with_objmode () { R"(
    import threading
    global keep
    keep = [unguarded, missing]
    t = threading.Thread (target=missing, args=(3,))
    t.start (); t.join ()
  )"; }
  CHECK (handled == 2 && strcmp (seen, "KeyError in missing") == 0);
  /* Kept after the block, called by a thread of Python while C runs.  */
  with_objmode () { R"(
    import threading
    global thread, results
    results = []
    def work ():
        for i in range (100): results.append (keep[0] (10))
    thread = threading.Thread (target=work)
    thread.start ()
  )"; }
  with_objmode (y) { "thread.join ()\ny = sum (results)"; }
  CHECK (y == 200 && handled == 2);
  return 0;
}
