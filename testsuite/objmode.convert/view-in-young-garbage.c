/* A view that only young garbage or the block's own exception holds costs no
   collection of everything.  One that old garbage holds does, and is still
   not an error.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

/* The generations that were collected at the ends of blocks.  */
objmode_module {
  R"py(
import gc
collected = []
def note (phase, info):
    if phase == "stop":
        collected.append (info["generation"])
gc.collect ()
gc.disable ()
gc.callbacks.append (note)
old = None
  )py";
}

/* End the test unless WANT is the oldest generation that was collected since
   the last call.  */

static void
oldest_is (int want)
{
  int oldest;

  with_objmode (oldest) {
    R"py( oldest = max (collected, default=-1); collected.clear () )py";
  }
  CHECK_NUM (oldest, want);
}

int
main (void)
{
  double x[3] = { 5, 6, 7 }, r;
  int rc;

  /* A function that calls itself is a cycle.  */
  for (int i = 0; i < 20; i++)
    {
      with_objmode (r, x = "[3]") {
	R"py(
	  def fib (k):
	      return x[0] if k == 0 else fib (k - 1) + 1
	  r = fib (3)
	)py";
      }
      CHECK_NUM (r, 8);
    }
  oldest_is (0);
  /* Objects that know each other, and a closure in a class.  */
  with_objmode (r, x = "[3]") {
    R"py(
      class Node:
          def value (self): return x[1]
      a = Node ()
      b = Node ()
      a.other, b.other, a.view = b, a, x
      r = a.value ()
    )py";
  }
  CHECK_NUM (r, 6);
  oldest_is (0);
  /* An exception that is kept in the frame that it was raised in.  */
  with_objmode (x = "[3]") {
    R"py(
      try:
          raise KeyError (x)
      except KeyError as e:
          kept = e
    )py";
  }
  oldest_is (0);
  /* Garbage that has survived one collection.  */
  with_objmode (r, x = "[3]") {
    R"py(
      def f (k):
          return x[2] if k == 0 else f (k - 1)
      gc.collect (0)
      r = f (1)
    )py";
  }
  CHECK_NUM (r, 7);
  oldest_is (1);
  /* Exceptions that hold it: the block's own, the one that it was raised
     from, a part of it, and in a dict.  */
  with_objmode (x = "[3]", error (rc)) { R"py( raise ValueError ("bad", x) )py"; }
  FAILS ("ValueError", "bad");
  with_objmode (x = "[3]", error (rc)) { R"py( raise ValueError (x[1:]) )py"; }
  FAILS ("ValueError", "6");
  with_objmode (x = "[3]", error (rc)) {
    R"py( raise ValueError ({ "bad": [memoryview (x)] }) )py";
  }
  FAILS ("ValueError", "bad");
  with_objmode (x = "[3]", error (rc)) {
    R"py(
      try:
          raise KeyError (x)
      except KeyError as e:
          raise ValueError ("from") from e
    )py";
  }
  FAILS ("ValueError", "from");
  oldest_is (0);
  /* Old garbage.  */
  with_objmode (r, x = "[3]") {
    R"py(
      def f (k):
          return x[2] if k == 0 else f (k - 1)
      gc.collect (0)
      gc.collect (1)
      r = f (1)
    )py";
  }
  CHECK_NUM (r, 7);
  oldest_is (2);
  /* And a view that is kept.  */
  with_objmode (x = "[3]", error (rc)) { R"py( global old; old = x )py"; }
  FAILS ("BufferError", "'x'");
  oldest_is (2);
  with_objmode () { R"py( global old; old = None )py"; }
  return 0;
}
