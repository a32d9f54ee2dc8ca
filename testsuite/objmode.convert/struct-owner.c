/* Members that own or point: objects, strings, pointers.  */
/* { dg-do run } */
#include "check.h"

struct owner { objmode_object *o; char *mine; const char *theirs; void *p; int n; };
struct pair { struct owner a, b; };

objmode_module
{
  R"py(
    import sys
    thing = object ()
    start = sys.getrefcount (thing)
    def count():
        return sys.getrefcount (thing) - start
    kept = []
  )py";
}

int
main (void)
{
  struct owner w = { NULL, NULL, "their", NULL, 1 }, *p = &w;
  struct pair pair = { { NULL, NULL, "x", NULL, 2 }, { NULL, NULL, NULL, NULL, 3 } };
  int rc = 0, y = 0;
  with_objmode (y)
    {
      R"py(
        assert p.o is None
        p.o = thing
        assert p.o is thing and count () == 1
        p.o = p.o
        y = count ()
      )py";
    }
  CHECK_NUM (y, 1);
  /* A copy owns what it has.  */
  with_objmode (y)
    {
      R"py(
        p.mine = "mine"
        c = p.copy ()
        assert count () == 2 and c.mine == "mine" and c.theirs == "their"
        c.mine = "other"
        c.o = None
        assert count () == 1 and p.mine == "mine"
        kept.append (p.copy ())
        p.theirs
        y = count ()
      )py";
    }
  CHECK_NUM (y, 2);
  free (w.mine);
  w.mine = NULL;
  w.theirs = NULL;
  with_objmode (y)
    {
      R"py(
        assert kept[0].mine == "mine" and kept[0].theirs == "their"
        kept.clear ()
        y = count ()
      )py";
    }
  CHECK_NUM (y, 1);
  /* All or nothing.  */
  with_objmode (w, error (rc))
    {
      R"py( w = {"o": thing, "mine": "new", "theirs": None, "p": 1, "n": 2**40} )py";
    }
  CHECK (rc != 0 && w.n == 1 && w.mine == NULL && w.p == NULL);
  with_objmode (w) { R"( w = {"o": 7, "mine": "new", "theirs": None, "p": 1, "n": 9} )"; }
  CHECK (w.n == 9 && strcmp (w.mine, "new") == 0 && w.p == (void *) 1);
  with_objmode (y) { R"( y = count () * 10 + w.o )"; }
  CHECK_NUM (y, 7);
  free (w.mine);
  w.mine = NULL;
  /* A string of const characters stays; another struct's is pointed to.  */
  with_objmode (w, error (rc)) { R"( w = (thing, None, "x", None, 4) )"; }
  CHECK (rc != 0 && w.n == 9);
  CHECK (strstr (last_error (), "'w.theirs' (C const char *): 'x' cannot be assigned"));
  pair.a.mine = strdup ("a's");
  with_objmode (w) { R"( pair.a.o = thing; w = pair.a )"; }
  CHECK (w.theirs == pair.a.theirs && w.n == 2 && w.mine != pair.a.mine);
  CHECK_STR (w.mine, "a's");
  free (w.mine);
  w.mine = NULL;
  with_objmode (y) { R"( y = count () )"; }
  CHECK_NUM (y, 2);
  with_objmode (pair) { R"( pair = (pair.b, pair.a) )"; }
  CHECK (pair.a.n == 3 && pair.b.n == 2 && pair.a.mine == NULL);
  CHECK (strcmp (pair.b.mine, "a's") == 0 && pair.b.theirs[0] == 'x');
  free (pair.b.mine);
  pair.b.mine = NULL;
  with_objmode (y)
    {
      R"py(
        y = count ()
        pair.b.o = w.o = None
        y -= count ()
        c = pair.copy ()
        c.a = (thing, "1", None, 0, 0)
        c.a = (None, "2", None, 0, 0)
        c.b.mine = "3"
        try:
            c.b = (thing, "4", 0, 0, 0)
        except TypeError:
            y += 10
        y += count () * 100
      )py";
    }
  CHECK_NUM (y, 12);
  return 0;
}
