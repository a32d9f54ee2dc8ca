/* qsort and bsearch with Python comparisons: of structs by views, and of any
   elements by their addresses.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct city { char name[16]; double x, y; int people; };

/* qsort for cities.  The prototype tells the text what is compared.  */

static void
sort_cities (struct city *c, size_t n, int (*compare) (const struct city *, const struct city *))
{
  qsort (c, n, sizeof *c, (int (*) (const void *, const void *)) compare);
}

/* qsort for N numbers.  */

static void
sort_numbers (double a[], size_t n, int (*compare) (const void *, const void *))
{
  qsort (a, n, sizeof *a, compare);
}

int
main (void)
{
  struct city c[4] = { { "Ulm", 1, 2, 126 }, { "Bonn", 3, 1, 332 }, { "Jena", 0, 0, 111 }, { "Trier", 2, 9, 111 } };
  double a[5] = { 3, -7, 1, 5, -2 };
  size_t n = 4;
  int calls = 0, rc = 0;
  with_objmode () { R"(
    sort_cities (c, n, lambda p, q: (p.people > q.people) - (p.people < q.people) or (p.name > q.name) - (p.name < q.name))
  )"; }
  CHECK_STR (c[0].name, "Jena");
  CHECK_STR (c[1].name, "Trier");
  CHECK_STR (c[2].name, "Ulm");
  CHECK_STR (c[3].name, "Bonn");
  with_objmode (calls) { R"(
    import functools
    calls = 0
    def distance (p): return p.x ** 2 + p.y ** 2
    def compare (p, q):
        global n_calls
        n_calls += 1
        return int (distance (p) - distance (q))
    global n_calls
    n_calls = 0
    sort_cities (c, n, compare)
    calls = n_calls
  )"; }
  CHECK (calls >= 3);
  CHECK_STR (c[0].name, "Jena");
  CHECK_STR (c[3].name, "Trier");
  with_objmode () { R"(
    import objmode
    def value (p): return objmode.carray (p, 1, 'float64')[0]
    sort_numbers (a, len (a), lambda p, q: int (abs (value (p)) - abs (value (q))))
  )"; }
  for (int i = 1; i < 5; i++)
    CHECK ((a[i] < 0 ? -a[i] : a[i]) > (a[i - 1] < 0 ? -a[i - 1] : a[i - 1]));
  /* A comparison that raises does not stop qsort, but the text learns of it.  */
  with_objmode (error (rc)) { "sort_cities (c, n, lambda p, q: p.no_such - q.no_such)"; }
  CHECK (rc != 0);
  CHECK_STR (objmode_error ()->type, "AttributeError");
  return 0;
}
