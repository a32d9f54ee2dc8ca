/* Structs that are the result of a function, parameters, in nested scopes, in
   expressions, of a thread, volatile, of a register.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

typedef struct { int a; double b; } pair;
struct list { struct list *next; pair value; };
static _Thread_local pair of_thread = { 1, 2 };
static int calls;

static pair
make (int a)
{
  calls++;
  return (pair) { a, a / 2.0 };
}

static int
by_value (pair p, const struct list *l, pair v[2])
{
  int y = 0;
  with_objmode (y, last (l->next->value), item (v[1]), made (make (3)))
    {
      R"py(
        y = p.a + last.a + item.a + made.a
        p.a = 100
        made.a = 5
        assert repr (made) == "pair(a=5, b=1.5)"
      )py";
    }
  return y * 1000 + p.a;
}

int
main (void)
{
  struct list two = { NULL, { 20, 0 } }, one = { &two, { 10, 0 } };
  pair v[2] = { { 1, 0 }, { 2, 0 } };
  CHECK (by_value ((pair) { 7, 0 }, &one, v) == 32100 && calls == 1);
  register pair r = { 1, 2 };
  volatile pair vol = { 3, 4 };
  int y = 0, i = 1;
  with_objmode (y) { R"( r.a, vol.a, of_thread.a = 5, 6, 7; y = int (r.b + vol.b) )"; }
  CHECK (y == 6 && r.a == 5 && vol.a == 6 && of_thread.a == 7);
  with_objmode (item (v[i++])) { R"( item = (8, 9) )"; }
  CHECK (v[1].a == 8 && v[1].b == 9 && i == 2);
  with_objmode (y) { R"( y = eval ("r.a + one.value.a + v[0]['a'] + of_thread.a", locals (), {"of_thread": of_thread}) )"; }
  CHECK (y == 5 + 10 + 1 + 7);
  int rc = 0;
  with_objmode (error (rc)) { R"( r.a = "x" )"; }
  FAILS_WITH ("'r.a' (C int): 'x' is not an integer");
  struct { int m; struct { int n; }; } anonymous = { 1, { 2 } };
  with_objmode (y) { R"py( y = anonymous.m + anonymous.n; assert repr (anonymous) == "struct(m=1, n=2)" )py"; }
  CHECK_NUM (y, 3);
  return 0;
}
