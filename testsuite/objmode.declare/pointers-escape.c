/* What was reached through a pointer ends with the block, however the pointer
   is stored; messages name the path.  What is not held costs no memory.  */
/* { dg-do run } */
#include "check.h"

struct node
{
  int id;
  struct node *next;
  int n;
  double *u objmode_extents ("[n]");
  double *lasting objmode_extents ("static [n]");
  double *own objmode_extents ("copy [n]");
  struct node *always objmode_extents ("static");
};

static struct node stored;
struct node *find (struct node *, int);
struct node *
find (struct node *n, int k)
{
  return k == 0 ? n : find (n->next, k - 1);
}
objmode_module { "import threading\nkept = []"; }

#define HELD(TEXT, MESSAGE)						\
  {									\
    int rc;								\
    with_objmode (error (rc)) { TEXT; }				\
    CHECK (rc != 0 && objmode_error_is (objmode_error (), "BufferError"));	\
    if (!strstr (objmode_error ()->message, MESSAGE))			\
      fprintf (stderr, "%s\n", objmode_error ()->message);		\
    CHECK (strstr (objmode_error ()->message, MESSAGE) != NULL);	\
    with_objmode () { "kept.clear ()"; }				\
  }
#define FREE(TEXT)							\
  {									\
    int rc;								\
    with_objmode (error (rc)) { TEXT; }				\
    CHECK (rc == 0);							\
  }

int
main (void)
{
  double u[3] = { 1, 2, 3 };
  struct node c = { 3, NULL, 3, u, u, u, &c }, b = { 2, &c, 3, u, u, u, &c };
  struct node a = { 1, &b, 3, u, u, u, &c }, *head = &a;
  objmode_object *object = NULL;
  int rc;

  stored = a;
  HELD ("kept.append (head.next)", "'head.next' (C struct node *): a view of what it points to is held after the block by list; keep head.next.copy () instead, or write 'static' in its extents");
  HELD ("kept.append (head.next.next)", "'head.next.next' (C struct node *)");
  HELD ("kept.append (head.next.u)", "'head.next.u' (C double *)");
  HELD ("kept.append (head.u[1:])", "'head.u' (C double *)");
  HELD ("kept.append (memoryview (head.u))", "'head.u' (C double *)");
  HELD ("n = head.next\nkept.append (lambda: n.id)", "'head.next'");
  HELD ("stored_next = stored.next\nkept.append ([stored_next])", "'stored.next'");
  HELD ("kept.append (stored.u)", "'stored.u'");
  HELD ("kept.append (head.copy ().next)", "'head.next'");
  HELD ("kept.append (find (head, 1).next)", "next'");
  HELD ("t = threading.Thread (target=lambda n: kept.append (n), args=(head.next,))\nt.start ()\nt.join ()", "'head.next'");
  with_objmode (error (rc), object) { "object = stored.next"; }
  CHECK (rc != 0 && object == NULL);
  CHECK (strstr (objmode_error ()->message, "'stored.next'") != NULL);
  with_objmode (error (rc), object, b (b.id)) { "object = head.next\nb = 7"; }
  CHECK (rc != 0 && object == NULL && b.id == 2);

  FREE ("kept.append (head.lasting)\nkept.append (head.next.lasting)\nkept.append (head.own)");
  FREE ("assert kept[0].tolist () == [1, 2, 3]\nkept.clear ()");
  FREE ("kept.append (head.always)\nkept.append (head.next.copy ())");
  FREE ("assert kept[0].id == 3 and kept[1].id == 2\nkept.clear ()");
  FREE ("kept.append (stored)");
  HELD ("kept.append (kept[0].next)", "'stored.next'");
  FREE ("x = []\nx.append (x)\nx.append (head.next.next)");
  FREE ("kept.append (stored)\nassert kept[0].next.next.id == 3\nkept.clear ()");
  with_objmode () { R"py(
    import resource
    def walk (times):
        n = head
        for i in range (times):
            n = n.next or head
            n.u[0]
            stored.next.u
    walk (1000)
    before = resource.getrusage (resource.RUSAGE_SELF).ru_maxrss
    walk (100000)
    assert resource.getrusage (resource.RUSAGE_SELF).ru_maxrss < before + 1000
  )py"; }
  return 0;
}
