/* Values that do not fit or have the wrong type; the output stays.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "scalars", NULL);
TYPE (i32, INT, int32_t);
TYPE (u64, INT, uint64_t);
TYPE (u8, INT, uint8_t);
TYPE (f32, FLOAT, float);
TYPE (f64, FLOAT, double);
TYPE (boolean, BOOL, bool);
POINTER_TYPE (string, STRING, "const char *");

struct frame
{
  const char *text;
  union { int32_t count; uint64_t big; uint8_t byte; float f; double d;
	  bool b; };
};

/* The text is evaluated: one block of each type takes all values.  */
#define TAKES(ID, MEMBER)						\
  static const struct __objmode_var vars_##ID[]				\
    = { SCALAR (struct frame, text, string, IN),			\
	SCALAR (struct frame, MEMBER, ID, OUT) };			\
  BLOCK (block_##ID, unit, vars_##ID, OBJMODE_BLOCK_REPORT,		\
	 "def f(text):\n"						\
	 "  import numpy, fractions, decimal\n"				\
	 "  return eval(text)\n");

TAKES (i32, count)
TAKES (u64, big)
TAKES (u8, byte)
TAKES (f32, f)
TAKES (f64, d)
TAKES (boolean, b)

/* BLOCK refuses TEXT with TYPE and MESSAGE.  */

static void
refuses (struct __objmode_block *block, const char *text, const char *type,
	 const char *message)
{
  struct frame frame = { text, { .big = 0x0101010101010101 } };

  CHECK (block->run (block, &frame) == OBJMODE_FAILED);
  CHECK (error_is (type, message));
  CHECK (frame.big == 0x0101010101010101);
}

static struct frame
takes (struct __objmode_block *block, const char *text)
{
  struct frame frame = { text, { .big = 0 } };

  CHECK (block->run (block, &frame) == OBJMODE_DONE);
  return frame;
}

int
main (void)
{
  refuses (&block_i32, "2**40", "OverflowError",
	   "'count' (C int32_t): 1099511627776 does not fit");
  CHECK_STR (objmode_error ()->variable, "count");
  refuses (&block_i32, "2**31", "OverflowError", "does not fit");
  refuses (&block_i32, "-2**31-1", "OverflowError", "does not fit");
  refuses (&block_i32, "10**5000", "OverflowError", "does not fit");
  refuses (&block_i32, "3.0", "TypeError", "3.0 is not an integer");
  refuses (&block_i32, "'7'", "TypeError", "'7' is not an integer");
  refuses (&block_i32, "None", "TypeError", "None is not an integer");
  refuses (&block_i32, "numpy.float64(1)", "TypeError", "not an integer");
  refuses (&block_i32, "fractions.Fraction(1)", "TypeError", "integer");
  refuses (&block_i32, "1/0", "ZeroDivisionError", "division by zero");
  refuses (&block_u8, "-1", "OverflowError", "-1 does not fit");
  refuses (&block_u8, "256", "OverflowError", "does not fit");
  refuses (&block_u64, "2**64", "OverflowError", "does not fit");
  refuses (&block_u64, "-1", "OverflowError", "-1 does not fit");
  refuses (&block_f32, "1e39", "OverflowError", "'f' (C float): 1e+39 does");
  refuses (&block_f64, "10**400", "OverflowError", "does not fit");
  refuses (&block_f64, "'1.0'", "TypeError", "is not a real number");
  refuses (&block_f64, "1j", "TypeError", "is not a real number");
  refuses (&block_f64, "numpy.complex64(1)", "TypeError", "not a real");
  refuses (&block_boolean, "1", "TypeError", "1 is not a bool");
  refuses (&block_boolean, "'False'", "TypeError", "is not a bool");

  CHECK (takes (&block_i32, "True").count == 1);
  CHECK (takes (&block_i32, "numpy.int8(-3)").count == -3);
  CHECK (takes (&block_u64, "numpy.uint64(2**64-1)").big == UINT64_MAX);
  CHECK (takes (&block_f64, "7").d == 7);
  CHECK (takes (&block_f64, "decimal.Decimal('0.5')").d == 0.5);
  CHECK (takes (&block_f32, "float('inf')").f > 3.4e38f);
  CHECK (takes (&block_f32, "1e-60").f == 0);
  CHECK (takes (&block_boolean, "numpy.bool_(1)").b);
  return 0;
}
