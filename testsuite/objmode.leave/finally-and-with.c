/* What leaves a block runs `finally' and `with'; then outputs are stored.  */
/* { dg-do run } */
#include "check.h"

static long
finally (int n, int *out)
{
  int y = 1, z = 2;
  with_objmode (y, z, o (*out)) { R"(
    o = y = n
    try:
        if n > 2: return n + 1
    finally:
        z = o = n + 100
  )"; }
  *out += 10000;
  return y * 1000 + z;
}

static int
changes_its_mind (int n)
{
  int y = 0, rc;
  with_objmode (y, error (rc)) { R"(
    while True:
        try:
            return 1
        finally:
            y = 5
            break
    try:
        try:
            return 2
        finally:
            raise KeyError
    except KeyError:
        pass
    try:
        if n == 1:
            return 3
    finally:
        if n == 1:
            1 // 0
        if n == 2:
            return 4
  )"; }
  return rc ? -1 : y;
}

static int
manager (int n)
{
  int y = 0;
  with_objmode (y) { R"(
    from contextlib import contextmanager
    @contextmanager
    def add (k):
        nonlocal y
        try:
            yield
        finally:
            y += k
    y = n
    with add (10), add (100):
        if n == 2:
            return 7
        try:
            {}['key']
        except KeyError:
            if n == 3:
                return y
  )"; }
  return y;
}

/* All or nothing: neither the output nor the value of `return' counts if one
   of them does not convert.  */

static int
all (int n, int *y)
{
  int rc;
  with_objmode (y (*y), error (rc)) { R"(
    y = n
    return 'no number' if n < 10 else n
  )"; }
  return rc ? -1 : -2;
}

static int
unassigned (int n)
{
  int rc, y = 3;
  with_objmode (y, error (rc)) { R"(
    del y
    if n:
        return 1
    y = 2
  )"; }
  return rc ? -1 : y;
}

int
main (void)
{
  int o = 0;
  CHECK (finally (9, &o) == 10 && o == 109);
  CHECK (finally (1, &o) == 1101 && o == 10101);
  CHECK (changes_its_mind (0) == 5);
  CHECK (changes_its_mind (1) == -1);
  const objmode_error_info *e = objmode_error ();
  CHECK_STR (e->type, "ZeroDivisionError");
  CHECK (e->line == 43 && e->column == 13);
  CHECK (!strstr (strstr (e->traceback, "finally-and-with.c") + 1,
		  "finally-and-with.c"));
  CHECK (changes_its_mind (2) == 4);
  CHECK (manager (1) == 111 && manager (2) == 7 && manager (3) == 3);
  o = 5;
  CHECK (all (1, &o) == -1 && o == 5);
  CHECK (strstr (last_error (), "TypeError: ")
	 && strstr (last_error (), ":85: 'return value of all' (C int): "
				   "'no number'"));
  CHECK (all (70000, &o) == 70000 && o == 70000);
  CHECK (unassigned (0) == 2 && unassigned (1) == -1);
  CHECK_STR (objmode_error ()->variable, "y");
  return 0;
}
/* From Python 3.14 on it is a SyntaxWarning.  */
/* { dg-prune-output "warning: Python: '(break|continue|return)' in a 'finally' block" } */
