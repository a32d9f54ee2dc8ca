/* How a name is resolved: rules 1 to 4 of the manual.  */
/* { dg-do run } */
/* { dg-additional-options "-DFROM_COMMAND=12 -DTEXT_MACRO=\"abc\"" } */
#include "check.h"
#include <errno.h>
#define LIMIT (3 * 4 + 1)
#define REAL 2.5
#define LETTER 'A'
#define FUNCTION_LIKE(X) X
#define NOT_CONSTANT rand ()
#define NEGATIVE -7
#define SHIFTED (1u << 4 | 3)
#define WORDS "two " "words"
enum color { RED, GREEN = 7 };
static int file_scope = 5;
int external = 6;
static const double pi = 3.25;

objmode_module {
  R"py(
    counter = 0
    len_of = len
    EPERM = 'the module'
    def bump (): 
        global counter
        counter += 1
        return counter
  )py";
}

int
main (int argc, char **argv)
{
  int y, local = 3;
  /* Rule 1: declared global.  */
  int counter = 100;
  with_objmode (y) { R"(
    global counter
    counter = 40
    y = bump ()
  )"; }
  CHECK (y == 41 && counter == 100);
  /* Rule 2: variables, parameters, enumeration constants, macros.  */
  with_objmode (y) { "y = local + argc + file_scope + external + GREEN + RED"; }
  CHECK (y == 3 + 1 + 5 + 6 + 7);
  with_objmode (y) { R"(
    assert LIMIT == 13 and REAL == 2.5 and NEGATIVE == -7 and SHIFTED == 19
    assert WORDS == 'two words' and pi == 3.25 and FROM_COMMAND == 12
    assert LETTER == 65, LETTER
    y = 1
  )"; }
  /* The assignment stays in Python.  */
  with_objmode (y) { "for local in range (5): pass\ny = local"; }
  CHECK (y == 4 && local == 3);
  /* Rule 3: a Python local, per block.  */
  with_objmode (y) { "fresh = 5; y = fresh"; }
  with_objmode (y) { R"(
    try: fresh
    except NameError: y = 1
    else: y = 0
  )"; }
  CHECK_NUM (y, 1);
  /* Rule 4: a name of the module, then a builtin.  */
  with_objmode (y) { "y = len_of ([1, 2]) + abs (-1)"; }
  CHECK_NUM (y, 3);
  /* Macros and names of system headers are not seen.  */
  with_objmode (y) { "y = EPERM == 'the module'"; }
  CHECK_NUM (y, 1);
  with_objmode (y) { R"(
    try: FUNCTION_LIKE, NOT_CONSTANT, stderr
    except NameError: y = 2
  )"; }
  CHECK_NUM (y, 2);
  with_objmode (y) { "y = __func__ == 'main'"; }
  CHECK_NUM (y, 1);
  (void) argv;
  return 0;
}
/* { dg-prune-output "is undefined" } */
/* { dg-prune-output "makes it an input|call 'FUNCTION_LIKE' in a clause" } */
