/* GSL's vectors and matrices are arrays, with their strides and tda.  */
/* { dg-do run } */
/* { dg-require-effective-target gsl } */
/* { dg-additional-options "-lgsl -lgslcblas" } */
#include "check.h"
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

objmode_members (gsl_vector, data = "[size : stride]");
objmode_members (gsl_matrix, data = "[size1 : tda, size2]");

int
main (void)
{
  gsl_matrix *m = gsl_matrix_calloc (4, 5);
  gsl_matrix_view part = gsl_matrix_submatrix (m, 1, 1, 2, 3);
  gsl_vector_view column = gsl_matrix_column (m, 2);
  gsl_matrix *sub = &part.matrix;
  gsl_vector *c = &column.vector, *v = gsl_vector_alloc (3);

  with_objmode () { R"py(
    import numpy as np
    assert m.data.shape == (4, 5) and sub.data.shape == (2, 3)
    assert sub.data.strides == (40, 8) and c.data.strides == (40,)
    m.data[...] = np.arange (20).reshape (4, 5)
    sub.data[1] = -1
    assert c.data.tolist () == [2, 7, -1, 17]
    v.data[:] = sub.data[0]
    assert part.matrix.data.base is not None and m.owner == 1
  )py"; }
  CHECK (gsl_matrix_get (m, 2, 3) == -1 && gsl_matrix_get (m, 3, 4) == 19);
  CHECK (gsl_vector_get (v, 2) == 8);
  gsl_vector_free (v);
  gsl_matrix_free (m);
  return 0;
}
