/* Pointers to pointers are tuples: of arrays, of views, of tuples; as variables
   and as members.  */
/* { dg-do run } */
#include "check.h"
#define GROUPS 2
struct part { int id; struct part *next; };
struct mesh
{
  int nx, ny, nz;
  double **rows objmode_extents ("[nx][ny]"), ***blocks, ****four;
  const float **fixed objmode_extents ("[nx][ny : 2]");
  struct part **views objmode_extents ("[nx]"), **arrays objmode_extents ("[nx][ny]");
  double *inside[3] objmode_extents ("[:][ny]");
  struct part *plain[2];
};
objmode_members (struct mesh, blocks = "[GROUPS][nx][ny]", four = "[1][1][nx][ny, 1]");
double **stored;
int count = 2;
objmode_module { "kept = []"; }

int
main (void)
{
  double data[3][4] = { { 0, 1, 2, 3 }, { 4, 5, 6, 7 }, { 8, 9, 10, 11 } };
  double *rows[3] = { data[0], data[1], NULL }, **a = rows, *fixed_rows[2] = { data[0], data[2] };
  double **blocks[2] = { rows, NULL }, ***three = blocks;
  double ***four[1] = { three };
  float floats[4] = { 1, 2, 3, 4 };
  const float *frows[2] = { floats, NULL };
  struct part parts[2] = { { 1, &parts[1] }, { 2, NULL } }, *pointers[3] = { &parts[0], &parts[1], NULL };
  struct part **views = pointers;
  struct mesh mesh = { 2, 3, 1, rows, three, four, frows, pointers, pointers,
		       { data[0], NULL, data[2] }, { &parts[1], NULL } }, *m = &mesh;
  int n = 3, rc;

  stored = rows;
  with_objmode (error (rc), a = "float64[n][4]", three = "[2][n][count, 2]", views = "[n]", fixed_rows = "[:][n]", stored = "[n - 1][4]") { R"py(
    assert isinstance (a, tuple) and len (a) == 3 and a[2] is None
    assert a[1].tolist () == [4, 5, 6, 7]
    a[1][2] = 60
    assert three[1] is None and three[0][1].tolist () == [[4, 5], [60, 7]]
    assert [v and v.id for v in views] == [1, 2, None] and views[0].next == views[1]
    views[1].id = 20
    assert fixed_rows[1].tolist () == [8, 9, 10]
    assert stored[1][2] == 60
    assert len (m.rows) == 2 and m.rows[1].tolist () == [4, 5, 60]
    assert m.blocks[0][1].shape == (3,) and m.blocks[1] is None
    assert m.four[0][0][1].shape == (3, 1)
    assert not m.fixed[0].flags.writeable
    assert [v.id for v in m.views] == [1, 20]
    assert m.arrays[0].shape == (3,) and m.arrays[0].dtype.names == ('id', 'next')
    assert m.inside[1] is None and m.inside[2].tolist () == [8, 9, 10] and len (m.inside) == 3
    assert m.copy ().rows[1][2] == 60 and m.copy ().inside[0][1] == 1
    m.inside[0][0] = 50
    try:
        m.inside = [None] * 3
    except TypeError as error:
        assert 'm.inside[i][...] = a' in str (error), error
    else:
        assert False
    try:
        m.views[0].next.id = 'x'
    except TypeError as error:
        assert "'m.views[0].next.id' (C int): 'x'" in str (error), error
    else:
        assert False
    m.nx = -1
    try:
        m.rows
    except ValueError as error:
        assert "'m.rows' (C double array): extent -1 of dimension 0 is negative" in str (error), error
    else:
        assert False
    m.nx = 2
    m.rows = None
    assert m.rows is None
  )py"; }
  CHECK (rc == 0);
  CHECK (data[1][2] == 60 && parts[1].id == 20 && data[0][0] == 50);
  a = NULL;
  n = -1;
  with_objmode (error (rc), a = "[n][4]") { "assert a is None"; }
  CHECK (rc == 0);
  with_objmode (error (rc), stored = "[n][4]") { "stored"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'stored' (C double array): extent -1 of dimension 0"));
  n = 2;
  with_objmode (error (rc), stored = "[n][4]") { "kept.append (stored[1])"; }
  CHECK (rc != 0);
  CHECK (strstr (objmode_error ()->message, "'stored[1]' (C double)") != NULL);
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc), three = "[2][n][4]") { "kept.append (three)"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'three[0][0]'"));
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc), views = "[n]") { "kept.append (views[0].next)"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'views[0].next'"));
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc)) { "kept.append (m.blocks[0][1])"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "'m.blocks[0][1]'"));
  with_objmode () { "kept.clear ()"; }
  with_objmode (error (rc), stored = "static [n][4]", three = "copy [1][n][4]") { "kept.append (stored)\nkept.append (three)"; }
  CHECK (rc == 0);
  with_objmode (error (rc)) { "assert kept[0][1][2] == kept[1][0][1][2] == 60\nkept.clear ()"; }
  CHECK (rc == 0);
  return 0;
}
