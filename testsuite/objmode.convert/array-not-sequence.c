/* What is not an array or sequence is called so when it is given to an output
   that is an array, and dtypes that do not fit show an element.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
#include "check.h"

#define REFUSED(TEXT, TYPE, WHY)					\
  do									\
    {									\
      with_objmode (x, error (rc)) { "x = " TEXT; }			\
      CHECK (rc != 0);							\
      CHECK_STR (objmode_error ()->type, TYPE);			\
      CHECK_STR (objmode_error ()->text, WHY);			\
      CHECK (strstr (objmode_error ()->message, "'x"));			\
    }									\
  while (0)

objmode_module { "import numpy as np"; }

int
main (void)
{
  int x[2][2], rc;

  REFUSED ("(i for i in range (4))", "TypeError",
	   "a generator is not an array or sequence");
  REFUSED ("iter ([1, 2])", "TypeError",
	   "a list_iterator is not an array or sequence");
  REFUSED ("{1: 2}", "TypeError", "a dict is not an array or sequence");
  REFUSED ("{1: 2}.values ()", "TypeError",
	   "a dict_values is not an array or sequence");
  REFUSED ("{1, 2}", "TypeError", "a set is not an array or sequence");
  REFUSED ("'ab'", "TypeError", "a str is not an array or sequence");
  REFUSED ("7", "TypeError", "an int is not an array or sequence");
  REFUSED ("None", "TypeError", "None is not an array or sequence");
  REFUSED ("object ()", "TypeError", "an object is not an array or sequence");
  REFUSED ("np.float64 (1)", "ValueError", "has shape (), not (2, 2)");
  REFUSED ("np.array ([[1, 2], [3, 4.5]])", "TypeError",
	   "has dtype float64, not int32 (C int); element [1][1] is 4.5");
  REFUSED ("np.ones ((2, 2))", "TypeError",
	   "has dtype float64, not int32 (C int); element [0][0] is 1.0");
  REFUSED ("np.full ((2, 2), 'a')", "TypeError",
	   "has dtype <U1, not int32 (C int); element [0][0] is 'a'");
  REFUSED ("[[1, 2], [3, 'a']]", "TypeError", "'a' is not an integer");
  CHECK_STR (objmode_error ()->path, "x[1][1]");
  REFUSED ("np.array ([[1, 2], [2**40, 4]])", "OverflowError",
	   "1099511627776 does not fit");
  CHECK_STR (objmode_error ()->path, "x[1][0]");
  return 0;
}
