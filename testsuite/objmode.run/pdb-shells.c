/* The debugger and shells see all names, by whatever name they are called: the
   variables of the function, also parameters that are declared as arrays, and
   the names of the file.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Wno-nonnull" } */
#include "check.h"
#include <unistd.h>

static int state = 11;
enum { BLUE = 4 };

objmode_module {
  R"py(
    from code import interact
    import code as shell
  )py";
}

/* Let COMMANDS be what the user types.  */

static void
type (const char *commands)
{
  int fds[2];

  fflush (stdout);
  CHECK (pipe (fds) == 0 && dup2 (fds[0], 0) == 0);
  CHECK (write (fds[1], commands, strlen (commands))
	 == (ssize_t) strlen (commands));
  close (fds[0]);
  close (fds[1]);
}

/* Parameters that are arrays, which may be null pointers.  */

static int
count (int n, double a[static 10], double b[n], float c[][2], int d[2][3])
{
  int seen;

  with_objmode (seen) { R"py(
    all = locals ()
    seen = sum (10 ** i * len (all[k].shape)
                for i, k in enumerate (('a', 'b', 'd'))
                if all[k] is not None) + 1000 * ('c' in all)
  )py"; }
  (void) c;
  return seen;
}

int
main (void)
{
  double a[10] = { 0 };
  int d[2][3] = { { 0 } }, y = 1;

  CHECK_NUM (count (2, a, a, NULL, d), 211);
  CHECK_NUM (count (2, a, NULL, NULL, d), 201);
  type ("p state + BLUE, d.shape, y\n!y = state\nc\n");
  with_objmode (y) { "import pdb as p; p.set_trace ()"; }
  CHECK_NUM (y, 11);
  type ("print (state, y)\n");
  with_objmode (y) { R"py(
    interact (banner="", exitmsg="", local=globals () | locals ())
  )py"; }
  type ("print (state, d.shape)\n");
  with_objmode () { R"py(
    shell.interact (banner="", exitmsg="", local=globals () | locals ())
  )py"; }
  type ("print (a.shape, y)\n");
  with_objmode () { R"py(
    from code import interact as look
    look (banner="", exitmsg="", local=locals ())
  )py"; }
  puts ("end");
  return 0;
}
/* { dg-output "15, \\(2, 3\\), 1.*11 11.*11 \\(2, 3\\).*\\(10,\\) 11.*end\n$" } */
