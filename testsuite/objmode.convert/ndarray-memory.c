/* OBJMODE_ARRAY that C has filled in by hand: a view, which is not kept.  */
/* { dg-do run } */
#include "check.h"

typedef OBJMODE_ARRAY (double, 1) vector;
static double forever[4] = { 1, 2, 3, 4 };

objmode_module { "import numpy as np\nkept = []\n"; }

int
main (void)
{
  double local[6] = { 1, 2, 3, 4, 5, 6 };
  vector v = { .data = local, .shape = { 3 }, .strides = { 2 } }, w = { 0 };
  OBJMODE_ARRAY (const double, 2) m
    = { .data = local, .shape = { 2, 3 }, .strides = { 3, 1 } };
  int y = 0, rc = 0;
  double s = 0;

  with_objmode (s) { "s = v.sum (); v *= 2"; }
  CHECK (s == 9 && local[0] == 2 && local[1] == 2 && local[4] == 10);
  /* It is the output already.  */
  with_objmode (v) { "v += 1"; }
  CHECK (v.data == local && v.shape[0] == 3 && v.strides[0] == 2);
  CHECK (local[4] == 11 && local[5] == 6);
  with_objmode (v) { "v = v"; }
  CHECK (v.data == local);
  with_objmode (y) { R"(
    y = m.shape == (2, 3) and m[1, 1] == 11 and not m.flags.writeable
    try:
        m.flags.writeable = True
        y = False
    except ValueError:
        pass
    v.flags.writeable = False
    v.flags.writeable = True
  )"; }
  CHECK_NUM (y, 1);
  /* Views, and views of these, are not kept.  */
  with_objmode (error (rc)) { "kept.append (v)"; }
  FAILS_WITH ("'v' (C vector): a view of it is held after the block by list");
  with_objmode (error (rc)) { "kept[:] = [m[1]]"; }
  FAILS_WITH ("'m' (C OBJMODE_ARRAY (const double, 2)): a view of it is held");
  with_objmode () { "kept.clear ()"; }
  with_objmode (w, error (rc)) { "w = v[1:]"; }
  FAILS_WITH ("'v' (C vector): a view of it is held");
  CHECK (w.data == NULL);
  with_objmode (w, error (rc)) { "w = v"; }
  CHECK (rc && w.data == NULL);
  with_objmode (v, error (rc)) { "v = v[::-1]"; }
  CHECK (rc && v.data == local);
  with_objmode (w, error (rc)) { "w = local[:2]"; }
  FAILS_WITH ("'local' (C double");
  with_objmode (w) { "w = v.copy ()"; }
  CHECK (w.shape[0] == 3 && w.strides[0] == 1 && w.data[2] == 11);
  /* What is Python's may be kept.  */
  with_objmode () { "kept.append (w); kept.append (w[1:])"; }
  objmode_array_release (&w);
  with_objmode (y) { "y = kept[1][1] == 11; kept.clear ()"; }
  CHECK_NUM (y, 1);
  with_objmode () { "kept.append (w)"; }
  with_objmode (w) { "w = w"; }
  CHECK_NUM (w.shape[0], 0);
  objmode_array_release (&w);

  /* `copy' and `static'.  */
  with_objmode (v = "copy") { "kept[:] = [v]; v = v"; }
  CHECK (v.data != local && v.data[2] == 11);
  with_objmode (y) { "y = kept[0] is v"; }
  CHECK_NUM (y, 1);
  objmode_array_release (&v);
  v = (vector) { .data = forever, .shape = { 4 }, .strides = { 1 } };
  with_objmode (v = "static [:]") { "kept[:] = [v]; v = v[1:]"; }
  CHECK (v.data == forever + 1 && v.shape[0] == 3);
  with_objmode (y) { "y = v[0] == 2 and kept[0][1] == 2; kept.clear ()"; }
  CHECK_NUM (y, 1);

  /* C takes a part of what Python has made: so does Python.  */
  with_objmode (v) { "v = np.arange (10.0)"; }
  v.data += 2;
  v.shape[0] = 4;
  v.strides[0] = 2;
  with_objmode () { "kept[:] = [v]"; }
  objmode_array_release (&v);
  with_objmode (y) { "y = kept[0].tolist () == [2, 4, 6, 8]; kept.clear ()"; }
  CHECK_NUM (y, 1);
  /* Python changes the shape, or asks for memory elsewhere.  */
  with_objmode (v) { "v = np.arange (4.0)"; }
  double *data = v.data;
  with_objmode (error (rc)) { "v.resize (1000)"; }
  CHECK (rc && v.data == data);
  with_objmode () { "v.shape = 2, 2"; }
  with_objmode (y) { "y = v.tolist () == [0, 1, 2, 3]"; }
  CHECK_NUM (y, 1);
  with_objmode (v, error (rc)) { "v.shape = 2, 2"; }
  CHECK (!rc && v.shape[0] == 4);
  objmode_array_release (&v);

  /* What cannot be.  */
  v = (vector) { .shape = { 3 } };
  with_objmode (y, error (rc)) { "y = len (v)"; }
  FAILS_WITH ("'v' (C vector): is a null pointer, not an array");
  v = (vector) { .data = local, .shape = { -3 } };
  with_objmode (y, error (rc)) { "y = len (v)"; }
  FAILS_WITH ("extent -3 of dimension 0 is negative");
  v = (vector) { .data = local, .shape = { (ptrdiff_t) 1 << 61 }, .strides = { 8 } };
  with_objmode (y, error (rc)) { "y = len (v)"; }
  FAILS_WITH ("exceeds the address space");
  return 0;
}
