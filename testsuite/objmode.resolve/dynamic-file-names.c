/* A text that calls eval or a debugger finds the variables and functions of the
   file, enumeration constants and macros.  They are read when they are asked
   for.  GCC does not say that they are unused.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra" } */
#include "check.h"
#include <unistd.h>

#define MAC 9
#define NAME "text"
#define HALF (1.0 / 2)
#define SQUARE(X) ((X) * (X))
struct s { int a; char *name; };
union u { int i; double d; };
enum { RED = 2 };
static int g = 5, unused;
static struct s gs = { 3, (char *) 8 }, ga[2] = { { 1, NULL }, { 2, NULL } };
static struct s *gp = &gs, *bad = (struct s *) 16;
double m[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
static const char *strings[3] = { "a", "b", NULL };
static char *text = "str", *dangling = (char *) 77;
static int (*fp) (int);
static union u either = { 1 }, *either_p = &either;
static OBJMODE_ARRAY (double, 1) kept, *kept_p;
static objmode_object *object;
static unsigned max = 7;
static _Atomic long counter = 8;
int lambda = 3;
extern int argp_err_exit_status, missing;
extern double missing_array[4];
static int hidden = 1;

static int
twice (int x)
{
  return 2 * x;
}

/* Names of the file that something in the function hides are not seen.  */

static void
check_hidden (void)
{
  struct s *hidden[2] = { NULL, NULL };
  int seen;

  with_objmode (seen) { R"py(
    try:
      seen = eval ('hidden')
    except NameError:
      seen = -1
  )py"; }
  CHECK (seen == -1 && !hidden[0]);
}

int
main (void)
{
  int y, rc;

  with_objmode (y) { "y = eval ('g + RED + MAC')"; }
  CHECK_NUM (y, 16);
  g = 6;
  with_objmode (y) { R"py(
    def see (name):
      return repr (eval (name))
    y = 0
    for name, value in {
        'g': '6', 'unused': '0', 'RED': '2', 'MAC': '9', 'NAME': "'text'",
        'HALF': '0.5', 'gs': 'struct s(a=3, name=<unreadable 0x8>)',
        'gp.a': '3', 'bad': '<unreadable 0x10>', 'm.tolist ()[1]':
        '[4.0, 5.0, 6.0]', "ga['a'].tolist ()": '[1, 2]',
        'strings': "['a', 'b', None]", 'text': "'str'",
        'dangling': '<unreadable 0x4d>', 'fp': 'None', 'kept.shape': '(0,)',
        'kept_p': 'None', 'object': 'None', 'max': '7', 'counter': '8',
        'min (1, 2)': '1', 'lambda_': '3', 'argp_err_exit_status': '64',
        'either[0]': '1', 'either_p[0]': '1',
        'twice (4)': '8', 'len (NAME)': '4'}.items ():
      assert see (name) == value, (name, see (name))
      y += 1
    # Code that was compiled on the way sees them too, and can import.
    exec ("import math\nclass X: pass\nassert math.pi > 3 and g == 6")
    for name in 'missing', 'missing_array', 'SQUARE', 'nothing':
      try:
        eval (name)
      except NameError:
        y += 1
    # Memory can be changed, as that of any view.
    eval ('m')[0, 2] = 33
  )py"; }
  CHECK_NUM (y, 31);
  CHECK (m[0][2] == 33);
  /* What ends with a failure leaves nothing behind, and other blocks do not
     find such names.  */
  with_objmode (error (rc)) { "eval ('1 / (g - 6)')"; }
  FAILS ("ZeroDivisionError", "");
  CHECK (rc != 0);
  with_objmode (error (rc)) { "import builtins; builtins.eval ('g')"; }
  FAILS ("NameError", "'g'");
  check_hidden ();
  return 0;
}
