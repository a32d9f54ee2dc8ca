/* Arrays of structs are structured arrays; rebound, they are stored member by
   member.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct item { int32_t key; double value; char tag[4]; unsigned b : 4; };

static double
sum (int n, const struct item *items, struct item rows[n][2])
{
  double total = 0;
  with_objmode (total, items = "[n]")
    {
      R"py(
        total = items["value"].sum () + rows["value"].sum ()
        assert rows.shape == (n, 2)
        try:
            items["value"] = 0
        except ValueError:
            pass
        else:
            raise AssertionError
        assert not items.flags.writeable and rows.flags.writeable
        try:
            items.flags.writeable = True
        except ValueError:
            pass
        else:
            raise AssertionError
      )py";
    }
  return total;
}

int
main (void)
{
  struct item a[3] = { { 3, 0.5, "c", 1 }, { 1, 1.5, "a", 2 },
                       { 2, 2.5, "b", 3 } };
  int n = 3, rc;
  struct item vla[n][2];
  memset (vla, 0, sizeof vla);
  vla[2][1].value = 100;
  CHECK (sum (n, a, vla) == 104.5);
  with_objmode () { R"( a.sort (order="key") )"; }
  CHECK (a[0].key == 1 && a[1].value == 2.5 && a[2].tag[0] == 'c');
  a[0].b = 2, a[1].b = 3, a[2].b = 1;
  /* What has no dtype stays.  */
  with_objmode (a) { R"( a = a[::-1] )"; }
  CHECK (a[0].key == 3 && a[0].value == 0.5 && strcmp (a[0].tag, "c") == 0);
  CHECK (a[0].b == 2 && a[1].b == 3 && a[2].b == 1);
  with_objmode (a)
    {
      R"py( a = [(1, 2, "x", 3), {"key": 4, "value": 5, "tag": "y", "b": 6}, a[0]] )py";
    }
  CHECK (a[0].key == 1 && a[0].b == 3 && a[1].tag[0] == 'y' && a[1].b == 6);
  CHECK (a[2].key == 3 && a[2].b == 1);
  struct item old[3], *p = a;
  memcpy (old, a, sizeof a);
  with_objmode (a, error (rc)) { R"( a = [(9, 9, "z", 9), a[0], (1, 2, "x", 16)] )"; }
  CHECK (rc != 0 && memcmp (old, a, sizeof a) == 0);
  CHECK (strstr (last_error (), "OverflowError: ")
         && strstr (last_error (), "'a[2].b' (C unsigned int : 4): 16 does not fit"));
  with_objmode (a, error (rc)) { R"( a = a[:2] )"; }
  CHECK (rc != 0 && strstr (last_error (), "ValueError: ")
         && strstr (last_error (), "has length 2 in dimension 0, not 3"));
  with_objmode (a, error (rc)) { R"( a = 1 )"; }
  FAILS_WITH ("1 is not a sequence");
  with_objmode (vla) { R"( vla = [[(i, j, "t", i + j) for j in range (2)] for i in range (n)] )"; }
  CHECK (vla[2][1].key == 2 && vla[2][1].value == 1 && vla[2][1].b == 3);
  /* Every second.  */
  with_objmode (p = "[2 : 2]") { R"( p["key"] = 70; p = [(71, 1, "", 0), p[0]] )"; }
  CHECK (a[0].key == 71 && a[1].key == 4 && a[2].key == 70);
  int rc2 = 0;
  with_objmode (a = "copy", error (rc2)) { R"( a["key"] = 5; k = a )"; }
  CHECK (rc2 == 0 && a[0].key == 71);
  return 0;
}
