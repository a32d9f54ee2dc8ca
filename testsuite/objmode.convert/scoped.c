/* objmode_scoped: released where the variable goes out of scope.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include "check.h"
#include <pthread.h>

typedef OBJMODE_ARRAY (double, 1) vector;

objmode_module
{
  R"py(
    import sys
    import numpy as np
    class Thing:
        n = 0
        def __init__(self):
            Thing.n += 1
        def __del__(self):
            Thing.n -= 1
    class Array(np.ndarray):
        def __array_finalize__(self, other):
            Thing.n += 1
        def __del__(self):
            Thing.n -= 1
    def array(n):
        return Array(n)
  )py";
}

/* How many things there are.  */
static int
things (void)
{
  int n;
  with_objmode (n) { "n = Thing.n"; }
  return n;
}

/* Leave scopes in all ways; HOW says which.  */
static int
leave (int how)
{
  objmode_scoped objmode_object *o = NULL;
  objmode_scoped vector v = { 0 };
  int rc;
  with_objmode (o, v) { "o = Thing (); v = array (how + 1)"; }
  CHECK (things () == 2 && v.shape[0] == how + 1);
  for (int i = 0; i < 3; i++)
    {
      objmode_scoped objmode_object *p = objmode_retain (o);
      objmode_scoped OBJMODE_ARRAY (double, 1) a = { 0 };
      with_objmode (a) { "a = array (i)"; }
      CHECK (things () == 3);
      if (how == 1 && i == 1)
	break;
      if (how == 2 && i == 1)
	return 2;
      if (how == 3)
	goto out;
      if (how == 4)
	with_objmode () { "if i == 1: return how"; }
      if (how == 5)
	with_objmode () { "if i == 1: break"; }
      if (how == 6)
	with_objmode (p, goto (out)) { "p = Thing (); raise KeyError (how)"; }
      if (how == 7)
	with_objmode (p, a, error (rc)) { "p = Thing (); a = np.zeros ((1, 1))"; }
      objmode_clear_error ();
      if (how == 8)
	with_objmode (p, a) { "p = a = array (9)"; }
    }
  CHECK (things () == 2);
  return how;
 out:
  /* The traceback has the variables of the text.  */
  objmode_clear_error ();
  CHECK (things () == 2);
  return how;
}

/* What is to be returned needs a reference more.  */
static objmode_object *
make (void)
{
  objmode_scoped objmode_object *o = NULL;
  with_objmode (o) { "o = Thing ()"; }
  return objmode_retain (o);
}

static void *
work (void *arg)
{
  for (int i = 0; i < 50; i++)
    {
      objmode_scoped objmode_object *o = objmode_retain (arg);
      objmode_scoped vector v = { 0 };
      with_objmode (v) { "v = array (2); v[0] = o.n"; }
      CHECK (v.data[0] >= 1);
    }
  return NULL;
}

/* Called from Python, with the GIL.  */
int
nested (int how)
{
  int n;
  {
    objmode_scoped objmode_object *o = make ();
    CHECK (o != NULL);
  }
  with_objmode (n) { "n = Thing.n"; }
  return n + how;
}

int
main (void)
{
  for (int how = 0; how < 9; how++)
    {
      CHECK (leave (how) == how);
      CHECK (things () == 0);
    }
  objmode_object *shared = make ();
  pthread_t t[4];
  for (int i = 0; i < 4; i++)
    pthread_create (&t[i], NULL, work, shared);
  for (int i = 0; i < 4; i++)
    pthread_join (t[i], NULL);
  CHECK (things () == 1);
  objmode_release (shared);
  int y;
  with_objmode (y) { "y = nested (3)"; }
  CHECK (y == 3 && things () == 0);
  return 0;
}
