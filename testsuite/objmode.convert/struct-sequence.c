/* objmode.structs (f) has views of the elements of an array of structs, which
   read and check members as a single struct does.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

enum color { RED, GREEN = 5 };
struct node { int id; struct node *next; };
struct item
{
  int8_t key;
  char name[8];
  unsigned bits : 4;
  enum color color;
  const char *text;
  struct node *node;
  __int128 wide;
  struct { double x; } pos;
};
struct plain { int32_t key; double value; char tag[4]; };
struct list { int n; struct plain *items objmode_extents ("[n]"); };

int
main (void)
{
  struct node nodes[2] = { { 1, &nodes[1] }, { 2, NULL } };
  struct item f[3] = { { 1, "one", 3, GREEN, "text", &nodes[0], 5, { 1.5 } },
		       { .key = 2, .name = "two" }, { .key = 3 } };
  struct plain p[2][3] = { { { 1, 2, "a" }, { 3, 4, "b" } },
			   { { 5, 6, "c" }, { 7, 8, "d" } } };
  const struct plain *fixed = p[0];
  struct list list = { 2, p[1] };
  int rc = 0;

  with_objmode (error (rc)) { R"py(
    import objmode
    s = objmode.structs (f)
    assert type (s) is objmode.structs and len (s) == 3
    assert [e.key for e in s] == [1, 2, 3] and s[-1].key == 3
    assert s[0].name == 'one' and s[0].bits == 3 and s[0].color == 5
    assert s[0].text == 'text' and s[1].text is None and s[0].wide == 5
    assert s[0].node.id == 1 and s[0].node.next.id == 2 and s[1].node is None
    assert s[0].pos.x == 1.5 and repr (s) == '<objmode.structs (3,) of struct item>'
    assert [e.key for e in s[::-2]] == [3, 1] and [e.key for e in reversed (s)] == [3, 2, 1]
    assert objmode.structs (f[1:])[0] == s[1] and s[1:][1] == s[2] != s[0]
    s[1].bits = 15
    s[1].wide = -1
    s[1].node = s[0].node.next
    s[2] = dict (s[0], key=30, name='new', text=None)
    def fails (error, *words):
        def check (use):
            try:
                use ()
            except error as e:
                assert all (w in str (e) for w in words), e
            else:
                assert False, words
        return check
    @fails (OverflowError, "'f[1].key' (C int8_t)", "300")
    def use (): s[1].key = 300
    @fails (OverflowError, "'f[2].bits'")
    def use (): s[2].bits = 16
    @fails (ValueError, "'f[1].name'", 'terminating null')
    def use (): s[1].name = 'too long'
    @fails (TypeError, "'f[2].pos.x'")
    def use (): s[2].pos.x = 'no'
    @fails (OverflowError, "'f[0].key'")
    def use (): s[0] = dict (s[0], key=300)
    @fails (IndexError)
    def use (): s[3]
    @fails (IndexError)
    def use (): s[-4]
    @fails (TypeError, 'indices are')
    def use (): s[[0, 1]]
    @fails (TypeError, 'one struct can be')
    def use (): s[:] = 1
    @fails (TypeError, "'list' object")
    def use (): objmode.structs ([1])
    @fails (TypeError, 'dtype float64')
    def use (): objmode.structs (f["pos"]["x"])
    # NumPy's copy does not have the bit-fields, for one.
    @fails (TypeError, 'struct item does not have all', '.copy ()')
    def use (): objmode.structs (f.copy ())
  )py"; }
  CHECK (rc == 0);
  CHECK (f[0].key == 1 && f[1].key == 2 && f[1].bits == 15 && f[1].wide == -1);
  CHECK (f[1].node == &nodes[1] && f[2].key == 30 && f[2].bits == 3);
  CHECK (strcmp (f[2].name, "new") == 0 && f[2].node == &nodes[0]);
  with_objmode (fixed = "[3]", error (rc)) { R"py(
    import objmode
    s = objmode.structs (p)
    assert len (s) == 2 and len (s[1]) == 3 and s[1][1].key == s[1, 1].key == 7
    assert s[0, -2].tag == 'b' and [e.key for e in s[:, 0]] == [1, 5]
    s[1, 1].tag = 'z'
    s[0][2] = (9, 10, 'e')
    c = objmode.structs (p.copy ())
    c[0][0].key = 100
    assert c[0, 0].key == 100 and s[0, 0].key == 1
    for use in (lambda: setattr (objmode.structs (fixed)[0], 'key', 3),
                lambda: objmode.structs (fixed).__setitem__ (0, (1, 2, 'x'))):
        try:
            use ()
        except (AttributeError, TypeError) as error:
            assert 'is read-only' in str (error), error
        else:
            assert False
    t = objmode.structs (list.items)
    assert [e.key for e in t] == [5, 7] and t[1].tag == 'z'
    try:
        t[1].tag = 'long'
    except ValueError as error:
        assert "'list.items[1].tag'" in str (error), error
    else:
        assert False
  )py"; }
  CHECK (rc == 0 && p[0][2].key == 9 && strcmp (p[1][1].tag, "z") == 0);
  /* What is held ends with the block.  */
  with_objmode (error (rc)) { R"( import objmode, sys; sys.kept = objmode.structs (f) )"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'f' (C struct item array)"));
  with_objmode (error (rc)) { R"( import objmode, sys; sys.kept = objmode.structs (f)[1].pos )"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'f' (C struct item array)"));
  with_objmode (error (rc)) { R"( import objmode, sys; sys.kept = objmode.structs (f)[0].node )"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "points to is held"));
  with_objmode (error (rc)) { R"( import objmode, sys; sys.kept = objmode.structs (list.items)[0] )"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "list.items"));
  with_objmode (error (rc)) { R"(
    import objmode, sys; sys.kept = [s.copy () for s in objmode.structs (f)] )"; }
  CHECK (rc == 0);
  with_objmode (error (rc)) { R"( import sys; assert sys.kept[2].name == 'new' )"; }
  CHECK (rc == 0);
  return 0;
}
