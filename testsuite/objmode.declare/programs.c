/* Data as programs keep it: a long list, a tree, a graph with cycles, the
   atoms of a molecular dynamics code, and grids of a multigrid and a mesh
   refinement code, whose sizes are members and global variables.  */
/* { dg-do run } */
#include "check.h"

struct item { int id; struct item *next; };
struct tree { int key; struct tree *left, *right; };
struct vertex { const char *name; int n; struct vertex **out objmode_extents ("[n]"); struct vertex *first; };

typedef double real3[3];
struct atoms { int nLocal, nGlobal; int *gid objmode_extents ("[nLocal]"); real3 *r objmode_extents ("[nLocal]"), *p; double *U; };
struct cells { int nTotal, gridSize[3]; int *nAtoms objmode_extents ("[nTotal]"); double local[3]; };
struct simulation { int nSteps; struct cells *boxes; struct atoms *atoms; double ePotential; };
objmode_members (struct atoms, p = "[nLocal, 3]", U = "[nLocal]");

extern int num_vars, size;
struct block { int number; double ****array objmode_extents ("[num_vars][size][size][size]"); };
int num_vars = 2, size = 3;
double ****everything;

static struct tree *
insert (struct tree *t, struct tree *leaf)
{
  if (!t)
    return leaf;
  if (leaf->key < t->key)
    t->left = insert (t->left, leaf);
  else
    t->right = insert (t->right, leaf);
  return t;
}

static double ****
make (void)
{
  double ****a = malloc (num_vars * sizeof *a);
  for (int v = 0; v < num_vars; v++)
    {
      a[v] = malloc (size * sizeof **a);
      for (int i = 0; i < size; i++)
	{
	  a[v][i] = malloc (size * sizeof ***a);
	  for (int j = 0; j < size; j++)
	    {
	      a[v][i][j] = malloc (size * sizeof (double));
	      for (int k = 0; k < size; k++)
		a[v][i][j][k] = 1000 * v + 100 * i + 10 * j + k;
	    }
	}
    }
  return a;
}

int
main (void)
{
  enum { N = 100000 };
  struct item *items = calloc (N, sizeof *items), *head = items;
  struct tree leaves[7], *root = NULL;
  static const int keys[] = { 4, 2, 6, 1, 3, 5, 7 };
  struct vertex a = { "a" }, b = { "b" }, *to_b[] = { &b, &a }, *to_a[] = { &a }, *start = &a;
  int gid[2] = { 10, 11 }, per_box[8] = { 1, 1 };
  real3 r[2] = { { 1, 2, 3 }, { 4, 5, 6 } }, p[2] = { { 0 } };
  double U[2] = { 0.5, 0.25 };
  struct atoms atoms = { 2, 2, gid, r, p, U };
  struct cells boxes = { 8, { 2, 2, 2 }, per_box, { 1, 1, 1 } };
  struct simulation sim = { 10, &boxes, &atoms, 0 }, *s = &sim;
  struct block block = { 7, make () }, *blk = &block;
  int rc;

  for (int i = 0; i < N; i++)
    items[i] = (struct item) { i, i + 1 < N ? &items[i + 1] : NULL };
  for (int i = 0; i < 7; i++)
    {
      leaves[i] = (struct tree) { keys[i], NULL, NULL };
      root = insert (root, &leaves[i]);
    }
  a.n = 2;
  a.out = to_b;
  a.first = &b;
  b.n = 1;
  b.out = to_a;
  b.first = &a;
  everything = block.array;

  with_objmode (error (rc)) { R"py(
    n, total, count = head, 0, 0
    while n:
        total += n.id
        count += 1
        n = n.next
    assert count == 100000 and total == 99999 * 50000

    def keys (t):
        return keys (t.left) + [t.key] + keys (t.right) if t else []
    assert keys (root) == [1, 2, 3, 4, 5, 6, 7]
    assert repr (root).startswith ('struct tree(key=4, left=<struct tree at 0x')

    seen, todo = {}, [start]
    while todo:
        v = todo.pop ()
        if v not in seen:
            seen[v] = v.name
            todo += v.out
            todo.append (v.first)
    assert sorted (seen.values ()) == ['a', 'b']

    assert s.atoms.nLocal == 2 and s.atoms.gid.tolist () == [10, 11]
    s.atoms.p[:] = s.atoms.r * 2
    s.ePotential = s.atoms.U.sum ()
    assert s.boxes.nAtoms.sum () == 2 and s.boxes.gridSize.tolist () == [2, 2, 2]

    assert blk.array[1][2][0].tolist () == [1200, 1201, 1202]
    blk.array[0][1][2][0] = -5
  )py"; }
  CHECK (rc == 0);
  CHECK (p[1][2] == 12 && sim.ePotential == 0.75);
  CHECK (block.array[0][1][2][0] == -5);
  size = 2;
  with_objmode (error (rc), everything = "float64[num_vars][size][size][size]") { R"py(
    assert everything[1][1][1].tolist () == [1110, 1111]
    everything[0][0][0][1] = 77
  )py"; }
  CHECK (rc == 0 && block.array[0][0][0][1] == 77);
  return 0;
}
