/* Members that point to structs are followed: reading, equality, read-only,
   assignment, addresses, and what messages say.  */
/* { dg-do run } */
#include "check.h"

struct node
{
  int id, in;
  struct node *next;
  const struct node *fixed;
  struct node *const only_read;
  double *w;
  void *v;
  struct nothing *n;
  struct node *kids[4], *square[2][2];
  struct { struct node *deep; } part;
};
struct other { int id; };

objmode_module { R"py(
  def fails(kind, message, use):
      try:
          use()
      except kind as error:
          assert message in str(error), (message, str(error))
      else:
          assert False, message
  def assign(view, name, value):
      return lambda: setattr(view, name, value)
)py"; }

int
main (void)
{
  struct node c = { 3 }, b = { 2, 20, &c, &c, &c, NULL, &c, NULL };
  struct node a = { 1, 10, &b, &b, &b, (double *) &a, &a,
		    (struct nothing *) &b, { NULL, &b, &c, NULL },
		    { { &a, NULL }, { &b, &c } }, { &c } };
  struct node *head = &a;
  const struct node *fixed = &a;
  struct other other = { 1 };
  int rc;

  with_objmode (error (rc)) { R"py(
    n, ids = head, []
    while n:
        ids.append (n.id)
        n = n.next
    assert ids == [1, 2, 3]
    assert head.next.next.next is None and head.part.deep.id == 3
    # Equality is that of address and type.
    assert head.next == head.fixed == head.only_read
    assert head.next != head and head != None and head != 1
    assert hash (head.next) == hash (head.fixed)
    assert {head.next: 1}[head.fixed] == 1
    assert head.copy () != head and dict (other.copy ()) == dict (other)
    assert head.kids == head.copy ().kids == [None, head.next, head.next.next, None] != head.square
    assert head.address == head.v and type (head.v) is int
    assert head.next.address == head.n and type (head.n) is int
    # Names of C, and of Python.
    assert head["in"] == head["in_"] == head.in_ == 10 and "in" in head
    head.next["in"] = 21
    assert head.next.in_ == 21
    assert repr (head).startswith ('struct node(id=1, in_=10, next=<struct node at 0x')
    assert 'next=None' in repr (head.next.next)
    # What is pointed to is const or not, whatever pointed there.
    fails (AttributeError, "'head.fixed.id' (C int): is read-only",
           assign (head.fixed, 'id', 5))
    head.fixed.next.id = 30
    fixed.next.next.id = 31
    fails (AttributeError, "is read-only", assign (fixed, 'id', 5))
    fails (AttributeError, "'head.only_read' (C struct node *): is read-only",
           assign (head, 'only_read', None))
    # Assignment.
    head.next.next.next = head
    assert head.next.next.next.next.next.next == head
    assert head.next.next.next.next.next.next.id == 1
    fails (TypeError, "'head.next...next.next.id' (C int): 'x'",
           assign (head.next.next.next.next.next, 'id', 'x'))
    head.next.next.next = None
    head.fixed = fixed
    for value, message in ((3, '3 is not a view'), ('x', "'x' is not a view"),
                           (head.copy (), 'is given a copy'),
                           (other, 'is given a struct other'),
                           (fixed, 'is given a read-only view')):
        fails (TypeError, "'head.next' (C struct node *): " + message,
               assign (head, 'next', value))
    assert head.next.id == 2
    # Pointers to elements.
    fails (TypeError, """'head.w' (C double *): has no extents; write double *w objmode_extents ("[...]") or objmode_members (struct node, w = "[...]")""",
           lambda: head.w[0])
    fails (TypeError, 'has no extents', lambda: len (head.w))
    fails (TypeError, 'has no extents', lambda: list (head.w))
    fails (TypeError, """'head.next' (C struct node *): has no extents; write struct node *next objmode_extents""",
           lambda: head.next[0])
    assert head.w == head.address and isinstance (head.w, int)
    head.w = None
    assert head.w == 0
    head.w = head.address
    import numpy as np
    fails (TypeError, 'write head.w[...] = a', assign (head, 'w', np.zeros (2)))
    # Arrays of pointers.
    k = head.kids
    assert len (k) == 4 and k[0] is None and k[1].id == 2 and k[-2].id == 31
    assert [x and x.id for x in k] == [None, 2, 31, None]
    assert [x and x.id for x in k[1:3]] == [2, 31]
    fails (IndexError, '', lambda: k[4])
    k[3] = head
    assert head.kids[3] == head
    fails (TypeError, "'head.kids' (C struct node * array): 3", lambda: k.__setitem__ (0, 3))
    assert head.square[1][0].id == 2 and len (head.square[0]) == 2
    head.kids = [head, None, head.next, None]
    fails (TypeError, "'head.kids[3]'", assign (head, 'kids', [None, None, None, 1]))
    fails (ValueError, 'has length 1', assign (head, 'kids', [None]))
    assert repr (head.kids).startswith ('[<struct node at 0x')
    assert head.kids[2].id == 2
    fails (TypeError, "'head.kids[2].id' (C int): 'x'", assign (head.kids[2], 'id', 'x'))
    # A whole struct, all or nothing.
    old = dict (head.next)
    fails (TypeError, 'is not a view', assign (head.part, 'deep', 5))
    head.next.part = {'deep': head}
    assert head.next.part.deep == head
    fails (TypeError, '', assign (head.next, 'part', {'deep': 1}))
    assert head.next.part.deep == head
  )py"; }
  CHECK (rc == 0);
  CHECK (c.id == 31 && b.in == 21 && a.kids[2] == &b && b.part.deep == &a);
  return 0;
}
