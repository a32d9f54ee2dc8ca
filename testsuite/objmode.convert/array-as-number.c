/* An array where a number is wanted is refused, be it of one element, with the
   place, the variable and its type.  So is what NumPy makes a number of and is
   not one: a date, a duration.  */
/* { dg-do run } */
/* { dg-options "-O2 -std=gnu17" } */
#include "check.h"

objmode_module {
  R"py(
import numpy as np
class Other:
    """An array of another library."""
    def __init__(self, *shape): self.shape, self.ndim = shape, len (shape)
    def __len__(self): return self.shape[0]
    def __float__(self): return 1.5
    def __index__(self): return 1
    def __array__(self, *args): return np.ones (self.shape)
  )py";
}

static double twice (double x) { return 2 * x; }

#define REFUSED(TYPE, NAME, TEXT, WHY)					\
  do									\
    {									\
      TYPE v = 7;							\
      int rc;								\
      with_objmode (v, error (rc)) { "v = " TEXT; }			\
      CHECK (rc != 0 && v == (TYPE) 7);					\
      CHECK (strcmp (objmode_error ()->type, "TypeError") == 0);	\
      CHECK (strstr (objmode_error ()->message,				\
		     "array-as-number.c:"));				\
      CHECK (strstr (objmode_error ()->message,				\
		     "'v' (C " NAME "): " WHY));			\
      CHECK_STR (objmode_error ()->text, WHY);			\
      CHECK (strstr (objmode_error ()->traceback, WHY));		\
    }									\
  while (0)

#define ALL_REFUSED(TYPE, NAME, WHAT)					\
  do									\
    {									\
      REFUSED (TYPE, NAME, "np.ones (3)",				\
	       "an array of shape (3,) is not " WHAT);			\
      REFUSED (TYPE, NAME, "np.ones (1)",				\
	       "an array of shape (1,) is not " WHAT);			\
      REFUSED (TYPE, NAME, "np.ones ((1, 1), int)",			\
	       "an array of shape (1, 1) is not " WHAT);		\
      REFUSED (TYPE, NAME, "np.ma.ones (1)",				\
	       "an array of shape (1,) is not " WHAT);			\
      REFUSED (TYPE, NAME, "Other (1)",					\
	       "an array of shape (1,) is not " WHAT);			\
    }									\
  while (0)

int
main (void)
{
  float w[3] = { 1, 2, 3 };
  double d;
  int i, rc;

  ALL_REFUSED (double, "double", "a real number");
  ALL_REFUSED (float, "float", "a real number");
  ALL_REFUSED (long double, "long double", "a real number");
  ALL_REFUSED (double _Complex, "complex double", "a complex number");
  ALL_REFUSED (float _Complex, "complex float", "a complex number");
  ALL_REFUSED (long double _Complex, "complex long double",
	       "a complex number");
  ALL_REFUSED (int, "int", "an integer");
  ALL_REFUSED (unsigned long, "long unsigned int", "an integer");
  ALL_REFUSED (_Bool, "_Bool", "a bool");
  with_objmode (d, error (rc)) { "d = w * 2"; }
  CHECK (rc != 0 && strstr (objmode_error ()->text,
			    "an array of shape (3,) is not a real number"));
  with_objmode (d, error (rc)) { "d = np.datetime64 (5, 'ns')"; }
  CHECK (rc != 0 && strstr (objmode_error ()->text, "is not a real number"));
  with_objmode (d, error (rc)) { "d = np.timedelta64 (5, 'ns')"; }
  CHECK (rc != 0 && strstr (objmode_error ()->text, "is not a real number"));
  with_objmode (i, error (rc)) { "i = np.timedelta64 (5, 'ns')"; }
  CHECK (rc != 0 && strstr (objmode_error ()->text, "is not an integer"));
  /* Without dimensions an array is a number in each version of NumPy.  */
  with_objmode (d) { "d = np.array (2.5)"; }
  CHECK (d == 2.5);
  with_objmode (i) { "i = np.array (3)"; }
  CHECK (i == 3);
  /* Arguments of functions, and members.  */
  with_objmode (error (rc)) { "twice (np.ones (1))"; }
  CHECK (rc != 0 && strstr (objmode_error ()->message, "twice() argument 'x' "
			    "(C double): an array of shape (1,) is not a "
			    "real number"));
  {
    struct { double x; int n; } s = { 0, 0 };
    with_objmode (s, error (rc)) { "s.n = np.ones (1, int)"; }
    CHECK (rc != 0 && strstr (objmode_error ()->message, "'s.n' (C int): an "
			      "array of shape (1,) is not an integer"));
    with_objmode (s, error (rc)) { "s = (np.ones (1), 1)"; }
    CHECK (rc != 0 && strstr (objmode_error ()->message, "'s.x' (C double): an "
			      "array of shape (1,) is not a real number"));
  }
  return 0;
}
