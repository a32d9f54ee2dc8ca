/* Pointers to pointers, to arrays, to objects; declared bounds.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct point { float x, y; };
union word { int i; float f; };
static double first (double **rows, int n) { double s = 0; for (int i = 0; i < n; i++) s += rows[i][0]; return s; }
static int words (const char *const *w) { int n = 0; while (w && *w) n += strlen (*w++); return n; }
static void allocate (void **p, size_t *n) { static int memory[4]; *p = memory; *n = sizeof memory; }
static double rows3 (const double a[][3], int n) { double s = 0; while (n > 0) s += a[--n][2]; return s; }
static double row3 (double (*a)[3]) { return (*a)[1]++; }
static float block (float a[2][3][4]) { return a[1][2][3]; }
static double matrix (int n, int m, double a[n][m]) { return a[n - 1][m - 1]; }
static double later (double (*a)[*], int m);
static double cube (size_t k, short m, int n, double a[k][m][4][n]) { return a[k - 1][m - 1][3][n - 1]; }
static int lines (int n, char line[n][8]) { return line[n - 1][0]; }
static float points (struct point p[][2], int n) { return p[n - 1][1].y; }
static int unions (union word u[2]) { return u[1].i; }
static void swap (objmode_object **p) { objmode_object *o = p[0]; p[0] = p[1]; p[1] = o; }
static _Bool flags (_Bool b[2][2]) { return b[1][0]; }

/* Bounds that are more than a parameter.  */
static int width = 3;
static double twice (short n, double x[2 * n]) { return x[2 * n - 1]; }
static double table (int n, unsigned char m, double a[n + 1][m - 1]) { return a[n][m - 2]; }
static double wide (size_t n, double a[][width], double b[n / 2 + 1]) { (void) a; return b[n / 2]; }
static double unknown (int n, int k, double x[n / k]) { (void) n, (void) k; return x[0]; }

int
main (void)
{
  int y = 0;
  double mine[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
  with_objmode (y) { R"py(
    import numpy as np, sys, ctypes
    a, b = np.array ([1.5, 2]), np.array ([20.])
    p = np.array ([a.ctypes.data, b.ctypes.data], np.uintp)
    assert first (p, 2) == 21.5 and first (None, 0) == 0
    w = [b'spam', b'eggs!']
    p = (ctypes.c_char_p * 3) (*w, None)
    assert words (np.frombuffer (p, np.uintp)) == 9 and words (None) == 0
    where, n = np.zeros (1, 'P'), np.zeros (1, 'u8')
    allocate (where, n)
    assert where[0] and n[0] == 16
    z = np.arange (6.).reshape (2, 3)
    assert rows3 (z, 2) == 7 and rows3 (z[:1], 1) == 2 and rows3 (z[0], 1) == 2 and rows3 (None, 0) == 0
    assert row3 (z) == 1 and row3 (z[1]) == 4 and z.tolist () == [[0, 2, 2], [3, 5, 5]]
    assert row3 (mine) == 2 and matrix (2, 3, mine) == 6
    c = np.arange (24, dtype='f').reshape (2, 3, 4)
    assert block (c) == 23 and block (c.reshape (1, 2, 3, 4)) == 23
    assert matrix (2, 3, z) == 5 and matrix (m=3, n=1, a=z) == 2 and matrix (1, 3, z) == 2
    d = np.arange (120.).reshape (2, 3, 4, 5)
    assert cube (2, 3, 5, d) == 119
    t = np.array (['ab', 'cd'], 'S8').view ('u1').reshape (2, 8)
    assert lines (2, t) == ord ('c') and lines (1, bytearray (b'x2345678')) == ord ('x')
    q = np.zeros ((3, 2), np.dtype ([('x', 'f4'), ('y', 'f4')]))
    q[2, 1] = 1, 2
    assert points (q, 3) == 2
    u = np.zeros ((2, 4), 'u1')
    u[1, 0] = 9
    assert unions (u) == 9
    o = np.array ([None, [1]], object)
    n = sys.getrefcount (o[1])
    swap (o)
    assert o[0] == [1] and o[1] is None and sys.getrefcount (o[0]) == n
    assert flags (np.array ([[False, False], [True, False]])) is True
    def fails (kind, message, f, *args):
        try: f (*args)
        except Exception as e: assert type (e) is kind and str (e) == message, (type (e), str (e))
        else: assert False, message
    f = "numpy.ndarray object has "
    fails (ValueError, "rows3() argument 'a' (C const double (*)[3]): " + f + "shape (3, 2), not (..., 3)", rows3, z.T.copy (), 1)
    fails (ValueError, "row3() argument 'a' (C double (*)[3]): " + f + "shape (), not (..., 3)", row3, np.array (1.))
    fails (ValueError, "block() argument 'a' (C float (*)[3][4]): " + f + "1 element, not 2", block, c[:1])
    fails (ValueError, "block() argument 'a' (C float (*)[3][4]): " + f + "shape (2, 4, 3), not (..., 3, 4)", block, c.reshape (2, 4, 3))
    fails (ValueError, "cube() argument 'a' (C double (*)[m][4][n]): " + f + "shape (2, 3, 4, 5), not (..., 3, 4, 6)", cube, 2, 3, 6, d)
    fails (ValueError, "cube() argument 'a' (C double (*)[m][4][n]): " + f + "2 elements, not 3", cube, 3, 3, 5, d)
    fails (ValueError, "matrix() argument 'a' (C double (*)[m]): " + f + "shape (2, 3), not (..., 0)", matrix, 2, -3, z)
    fails (TypeError, "first() argument 'rows' (C double **): " + f + "elements of a different type, 'd' of 8 bytes", first, z, 1)
    fails (TypeError, "swap() argument 'p' (C objmode_object **): " + f + "elements of a different type, 'd' of 8 bytes", swap, z)
    fails (ValueError, "unions() argument 'u' (C union word *): " + f + "1 element, not 2", unions, u[:1])
    fails (ValueError, "rows3() argument 'a' (C const double (*)[3]): numpy.ndarray object is not C-contiguous", rows3, np.zeros ((4, 3))[::2], 1)
    # Extents are read as their own types say; evil ones change nothing.
    class Evil:
        def __index__ (self):
            z.shape = 6
            return 2
    fails (ValueError, "matrix() argument 'a' (C double (*)[m]): " + f + "shape (6,), not (..., 3)", matrix, Evil (), 3, z)
    a = np.arange (6.)
    assert twice (3, a) == 5
    assert table (1, 4, a.reshape (2, 3)) == 5 and wide (10, a.reshape (2, 3), a) == 5
    assert unknown (1, 0, a) == 0
    fails (ValueError, "twice() argument 'x' (C double *): " + f + "6 elements, not 8", twice, 4, a)
    import inspect
    spelled = inspect.signature (table).parameters['a'].annotation
    fails (ValueError, "table() argument 'a' (C " + spelled + "): " + f + "shape (2, 3), not (..., 4)", table, 1, 5, a.reshape (2, 3))
    fails (ValueError, "table() argument 'a' (C " + spelled + "): " + f + "2 elements, not 3", table, 2, 4, a.reshape (2, 3))
    fails (ValueError, "wide() argument 'a' (C double (*)[width]): " + f + "shape (3, 2), not (..., 3)", wide, 1, a.reshape (3, 2), a)
    fails (ValueError, "wide() argument 'b' (C double *): " + f + "6 elements, not 501", wide, 1000, None, a)
    fails (ValueError, "wide() argument 'b' (C double *): " + f + "6 elements, not 9223372036854775807", wide, 2**64 - 1, None, a)
    y = 1
  )py"; }
  CHECK (y == 1 && mine[0][1] == 3);
  return 0;
}
