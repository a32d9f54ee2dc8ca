/* Extents are computed when the member is read, from members, the outer
   struct, and what is declared at file scope.  */
/* { dg-do run } */
#include "check.h"

#define NZ 2
#define TIMES(A, B) ((A) * (B))
enum { THREE = 3 };
extern int global;
struct grid
{
  int nx, ny, ld;
  unsigned bits : 3;
  int dims[2];
  struct { int n; double *v objmode_extents ("[n]"), *w, *x; } fields;
  struct { short anonymous; };
  double *plain objmode_extents ("[ny, nx]"), *strided, *glob objmode_extents ("[global]");
  float *enumerated objmode_extents ("float32[THREE - 1]");
  int *macro objmode_extents ("[TIMES (nx, NZ)]");
  double *bit objmode_extents ("[bits]"), *dim objmode_extents ("[dims[1], dims[0]]");
  double *many objmode_extents ("[(nx > 1 ? nx : 1) * 1u + (int) sizeof (char) - -1 - 2 % 2 / 1 << 0 | 0]");
  double *divided objmode_extents ("[nx / ny]"), *anon objmode_extents ("[anonymous]");
  const double *fixed objmode_extents ("[nx]");
  double (*rows)[3] objmode_extents ("[ny]"), (*both)[3] objmode_extents ("[ny, 3]");
  struct point { double x, y; } *points objmode_extents ("[nx]");
  union { int i; char c[4]; } *unions objmode_extents ("[nx]");
  _Bool *flags objmode_extents ("boolean[nx]");
  objmode_object **objects objmode_extents ("[NZ]");
  double *nothing objmode_extents ("[-1]");
  double flexible[] objmode_extents ("[nx]");
};
objmode_members (struct grid, strided = "[ny : ld, nx : 1]", fields.w = "[nx]", fields.x = "[fields.n + nx]");
int global = 1;

int
main (void)
{
  struct grid *g = calloc (1, sizeof *g + 8 * sizeof (double));
  double u[12];
  int i[12] = { 0 }, rc, nx = 100;
  float f[3] = { 1, 2, 3 };
  _Bool flags[2] = { 0, 1 };
  objmode_object *objects[2] = { 0, 0 };

  (void) nx;
  for (int k = 0; k < 12; k++)
    u[k] = k;
  g->nx = 2;
  g->ny = 3;
  g->ld = 4;
  g->bits = 5;
  g->dims[0] = 4;
  g->dims[1] = 3;
  g->fields.n = 1;
  g->anonymous = 6;
  g->fields.v = g->fields.w = g->fields.x = g->plain = g->strided = g->glob
    = g->bit = g->dim = g->many = g->divided = g->anon = u;
  g->fixed = u;
  g->rows = g->both = (double (*)[3]) u;
  g->points = (struct point *) u;
  g->unions = (void *) i;
  g->enumerated = f;
  g->macro = i;
  g->flags = flags;
  g->objects = objects;
  g->flexible[1] = 5;
  with_objmode (error (rc)) { R"py(
    import numpy as np
    assert g.plain.tolist () == [[0, 1], [2, 3], [4, 5]]
    assert g.strided.tolist () == [[0, 1], [4, 5], [8, 9]]
    assert g.fields.v.tolist () == [0] and g.fields.w.tolist () == [0, 1]
    assert g.fields.x.shape == (3,)
    assert g.glob.shape == (1,) and g.enumerated.tolist () == [1, 2]
    assert g.macro.shape == (4,) and g.bit.shape == (5,)
    assert g.dim.shape == (3, 4) and g.many.shape == (4,), g.many.shape
    assert g.anon.shape == (6,)
    assert g.divided.shape == (0,)
    assert g.rows.shape == g.both.shape == (3, 3) and g.rows[2, 0] == 6
    assert g.points['y'].tolist () == [1, 3] and g.points.shape == (2,)
    assert g.unions.shape == (2, 4) and g.unions.dtype == np.uint8
    assert g.flags.tolist () == [False, True] and g.flags.dtype == bool
    assert g.flexible.tolist () == [0, 5]
    assert g.nothing is None
    assert not g.fixed.flags.writeable
    for use in (lambda: g.fixed.__setitem__ (0, 1), lambda: setattr (g.fixed.flags, 'writeable', True)):
        try:
            use ()
        except ValueError:
            pass
        else:
            assert False
    g.plain[2, 1] = 50
    g.points[1]['x'] = 20
    g.objects[0] = [1]
    g.flexible[0] = 6
    g.ny = 2
    assert g.plain.shape == (2, 2)
    # A copy has the pointers, and not what is behind the struct.
    c = g.copy ()
    assert c.plain[0, 1] == 1 and c.fields.w.tolist () == [0, 1]
    assert c.fields.copy ().v.tolist () == [0]
    p = c.fields.copy ().w
    assert isinstance (p, int) and p == g.fields.w.ctypes.data
    for use, words in ((lambda: c.flexible, "'g.flexible'"),
                       (lambda: setattr (g, 'flexible', [1, 2]), 'g.flexible[...]'),
                       (lambda: setattr (g, 'plain', g.strided), 'g.plain[...]')):
        try:
            use ()
        except (ValueError, TypeError) as error:
            assert words in str (error), error
        else:
            assert False, words
    g.ny = 0
    for use, words in ((lambda: g.divided, "'g.divided' (C double array): its extents divide by 0"),):
        try:
            use ()
        except ValueError as error:
            assert words in str (error), error
        else:
            assert False
    g.ny = -3
    try:
        g.plain
    except ValueError as error:
        assert "'g.plain' (C double array): extent -3 of dimension 0 is negative" in str (error)
    else:
        assert False
    g.plain = None
    assert g.plain is None
  )py"; }
  CHECK (rc == 0);
  CHECK (u[5] == 50 && u[2] == 20 && g->flexible[0] == 6 && objects[0]);
  objmode_release (objects[0]);
  return 0;
}
