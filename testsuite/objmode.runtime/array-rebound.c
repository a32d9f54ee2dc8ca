/* Rebinding the name of an array output: copied if shape and elements are
   right, else nothing is changed.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "arrays", NULL);
TYPE (i32, INT, int32_t);
TYPE (f32, FLOAT, float);
TYPE (boolean, BOOL, bool);
POINTER_TYPE (string, STRING, "const char *");

struct frame { MEMORY (1) y; MEMORY (1) z; MEMORY (1) m; const char *text; };

static const struct __objmode_var vars[] = {
  ARRAY_OF (struct frame, y, i32, 1, IN | OUT),
  ARRAY_OF (struct frame, z, f32, 1, IN | OUT),
  ARRAY_OF (struct frame, m, boolean, 1, IN | OUT),
  SCALAR (struct frame, text, string, IN)
};

BLOCK (block, unit, vars, OBJMODE_BLOCK_REPORT,
       "def f(y, z, m, text):\n"
       "  import numpy\n"
       "  names = {'y': y, 'z': z, 'm': m, 'np': numpy}\n"
       "  del y, z, m\n"
       "  exec(text, names)\n"
       "  return names.pop('y'), names.pop('z'), names.pop('m')\n");

static int32_t y[3];
static float z[2];
static bool m[2];

/* Run TEXT on y = {1, 2, 3}, z = {4, 5}, m = {1, 0}.  */

static int
run (const char *text)
{
  struct frame frame = { { y, { 3 }, { 1 } }, { z, { 2 }, { 1 } },
			 { m, { 2 }, { 1 } }, text };

  y[0] = 1, y[1] = 2, y[2] = 3, z[0] = 4, z[1] = 5, m[0] = 1, m[1] = 0;
  return RUN (block, &frame);
}

static void
refuses (const char *text, const char *type, const char *message)
{
  CHECK (run (text) == OBJMODE_FAILED);
  CHECK (error_is (type, message));
  CHECK (y[0] == 1 && y[1] == 2 && y[2] == 3 && z[0] == 4 && z[1] == 5
	 && m[0] && !m[1]);
}

int
main (void)
{
  CHECK (run ("y = [7, 8, 9]; z = [1, 2.5]; m = [False, True]")
	 == OBJMODE_DONE);
  CHECK (y[0] == 7 && y[2] == 9 && z[1] == 2.5f && !m[0] && m[1]);
  CHECK (run ("y = y[::-1]; z = z + 0.5") == OBJMODE_DONE);
  CHECK (y[0] == 3 && y[1] == 2 && y[2] == 1 && z[0] == 4.5f);
  CHECK (run ("y = np.roll(y, 1).astype('>i8')") == OBJMODE_DONE);
  CHECK (y[0] == 3 && y[1] == 1);
  CHECK (run ("y = np.array([5, 6, 7], np.int32)") == OBJMODE_DONE);
  CHECK (y[0] == 5 && y[2] == 7);
  CHECK (run ("z = y[1:]; y[1] = 8") == OBJMODE_DONE);
  CHECK (y[1] == 8 && z[0] == 8 && z[1] == 3);
  CHECK (run ("z = np.array([1e300, 1]) * 0") == OBJMODE_DONE);

  refuses ("y = [1, 2]", "ValueError", "has shape (2,), not (3,)");
  refuses ("y = [[1, 2, 3]]", "ValueError", "shape");
  refuses ("y = [1, 2, 2**31]", "OverflowError",
	   "'y[2]' (C int32_t): 2147483648 does not fit");
  refuses ("y = [1, 2, 2**80]", "OverflowError", "does not fit");
  refuses ("y = [1.0, 2, 3]", "TypeError", "1.0 is not an integer");
  refuses ("y = ['1', '2', '3']", "TypeError", "");
  refuses ("y = [1, None, 3]", "TypeError", "");
  refuses ("y = None", "TypeError", "");
  refuses ("y = np.ma.array([1, 2, 3], mask=[0, 1, 0])", "TypeError",
	   "masked");
  refuses ("z = [1e300, 1]", "OverflowError", "does not fit");
  refuses ("z = [1j, 1]", "TypeError", "1j is not a real number");
  refuses ("m = [1, 0]", "TypeError", "1 is not a bool");
  refuses ("y = [4, 5, 6]; m = [1, 0]", "TypeError", "1 is not a bool");
  refuses ("y = [4, 5, 6]; z = 'ab'", "TypeError", "");
  return 0;
}
