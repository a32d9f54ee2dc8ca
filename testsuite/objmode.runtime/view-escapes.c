/* Views that are held after the block are found; copies are not.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "escape", NULL);
TYPE (f64, FLOAT, double);
POINTER_TYPE (string, STRING, "const char *");

struct frame { const char *text; MEMORY (1) a; };

#define VARS(FLAGS)							\
  { SCALAR (struct frame, text, string, IN),				\
    ARRAY_OF (struct frame, a, f64, 1, IN | FLAGS) }
#define SOURCE								\
  "def f(text, a):\n"							\
  "  import numpy as np\n"						\
  "  global keep\n"							\
  "  keep = None\n"							\
  "  exec(text, globals(), {'a': a, 'np': np})\n"

static const struct __objmode_var vars[] = VARS (0);
BLOCK (block, unit, vars, OBJMODE_BLOCK_REPORT, SOURCE);
static const struct __objmode_var static_vars[] = VARS (OBJMODE_VAR_STATIC);
BLOCK (lasting, unit, static_vars, OBJMODE_BLOCK_REPORT, SOURCE);
static const struct __objmode_var copy_vars[] = VARS (OBJMODE_VAR_COPY);
BLOCK (copied, unit, copy_vars, OBJMODE_BLOCK_REPORT, SOURCE);
static const struct __objmode_var const_vars[] = VARS (OBJMODE_VAR_CONST);
BLOCK (constant, unit, const_vars, OBJMODE_BLOCK_REPORT, SOURCE);

static double a[3] = { 1, 2, 3 };

static int
run (struct __objmode_block *b, const char *text)
{
  struct frame frame = { text, { a, { 3 }, { 1 } } };

  return b->run (b, &frame);
}

int
main (void)
{
  static const char *const held[] = {
    "global keep; keep = a", "global keep; keep = [a]",
    "global keep; keep = a[1:]", "global keep; keep = memoryview(a)",
    "global keep; keep = a.flat", "global keep; keep = np.ma.array(a)",
    "global keep; keep = (lambda b=a: b)",
    "global keep; keep = ValueError(a); raise keep",
    "global keep; keep = a.reshape(3, 1).T"
  };
  static const char *const fine[] = {
    "a += 1", "global keep; keep = a.copy()", "global keep; keep = a[0]",
    "global keep; keep = a + 1", "global keep; keep = a.tobytes()",
    "x = [a]; x.append(x)",
    "try:\n  raise KeyError(a)\nexcept KeyError as e:\n  err = e"
  };

  for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
    CHECK (run (&block, fine[i]) == OBJMODE_DONE);
  for (size_t i = 0; i < sizeof held / sizeof *held; i++)
    {
      CHECK (run (&block, held[i]) == OBJMODE_FAILED);
      CHECK (error_is ("BufferError", "'a'"));
      CHECK (strstr (objmode_error ()->message, "a.copy ()"));
      CHECK (run (&constant, held[i]) == OBJMODE_FAILED);
      CHECK (error_is ("BufferError", "'a'"));
    }
  CHECK (run (&block, held[1]) == OBJMODE_FAILED);
  CHECK (error_is ("BufferError", "by list"));
  CHECK_STR (objmode_error ()->variable, "a");

  /* Frames of a traceback do not count, nor does the error's own.  */
  CHECK (run (&block, "a[7]") == OBJMODE_FAILED);
  CHECK (error_is ("IndexError", "out of bounds"));
  CHECK (run (&block, "raise ValueError(a)") == OBJMODE_FAILED);
  CHECK (error_is ("ValueError", ""));

  for (size_t i = 0; i < 3; i++)
    {
      CHECK (run (&lasting, held[i]) == OBJMODE_DONE);
      CHECK (run (&copied, held[i]) == OBJMODE_DONE);
    }
  CHECK (run (&copied, "a[0] = 99") == OBJMODE_DONE);
  CHECK_NUM (a[0], 2);
  return 0;
}
