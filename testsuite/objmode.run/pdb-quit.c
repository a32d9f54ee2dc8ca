/* The command `quit' of the debugger, and the end of its input, end a block as
   SystemExit (1) does, however the debugger was entered.  */
/* { dg-do run } */
#include "check.h"
#include <sys/wait.h>
#include <unistd.h>

/* Let COMMANDS be what the user types.  */

static void
type (const char *commands)
{
  int fds[2];

  CHECK (pipe (fds) == 0 && dup2 (fds[0], 0) == 0);
  CHECK (write (fds[1], commands, strlen (commands))
	 == (ssize_t) strlen (commands));
  close (fds[0]);
  close (fds[1]);
}

/* Stop in the debugger.  */

static int
inner (int n)
{
  with_objmode (n) { "breakpoint (); n += 1"; }
  return n;
}

/* The ways into the debugger.  Each block fails with SystemExit.  */

static void
with_error (void)
{
  int rc = 0, y = 3;

  type ("q\n");
  with_objmode (y, error (rc)) { "y = 4; breakpoint (); y = 5"; }
  FAILS ("SystemExit", "1");
  CHECK (rc != 0 && y == 3);
  type ("up\np y\nquit\n");
  with_objmode (y, error (rc)) { R"py(
    import pdb
    def f ():
      pdb.set_trace ()
      return 1
    y = f ()
  )py"; }
  FAILS ("SystemExit", "1");
  CHECK (rc != 0 && y == 3);
  /* The end of the input.  */
  type ("");
  with_objmode (y, error (rc)) { "import pdb; pdb.Pdb ().set_trace (); y = 5"; }
  FAILS ("SystemExit", "1");
  CHECK_NUM (y, 3);
  /* Nothing is left to be ended after the fact.  */
  type ("q\n");
  with_objmode (y, error (rc)) { R"py(
    import pdb
    try:
      1 / 0
    except ZeroDivisionError as error:
      pdb.post_mortem (error.__traceback__)
    y = 6
  )py"; }
  CHECK (rc == 0 && y == 6);
  /* The debugger can be entered again.  */
  type ("p y + 1\nc\n");
  with_objmode (y, error (rc)) { "breakpoint (); y += 1"; }
  CHECK (rc == 0 && y == 7);
}

/* Run at the end of the process.  */

static void
at_end (void)
{
  puts ("at end");
}

/* Check that a process that quits in FN, with N, ends with the status 1 and
   that its output is complete.  */

static void
check_process (int (*fn) (int), int n)
{
  char text[4096];
  size_t length = 0;
  ssize_t got;
  int fds[2], status;

  fflush (NULL);
  CHECK (pipe (fds) == 0);
  pid_t pid = fork ();
  CHECK (pid >= 0);
  if (pid == 0)
    {
      dup2 (fds[1], 1);
      close (fds[0]);
      close (fds[1]);
      atexit (at_end);
      type ("q\n");
      printf ("begin ");
      exit (100 + fn (n));
    }
  close (fds[1]);
  while ((got = read (fds[0], text + length, sizeof text - 1 - length)) > 0)
    length += got;
  text[length] = '\0';
  close (fds[0]);
  CHECK (waitpid (pid, &status, 0) == pid);
  CHECK (WIFEXITED (status) && WEXITSTATUS (status) == 1);
  CHECK (strncmp (text, "begin ", 6) == 0 && strstr (text, "(Pdb)"));
  CHECK (strstr (text, "\nat end\n") || strstr (text, " at end\n"));
}

/* Call inner from a text.  */

static int
outer (int n)
{
  with_objmode (n) { "n = inner (n)"; }
  return n;
}

int
main (void)
{
  with_error ();
  check_process (inner, 1);
  check_process (outer, 1);
  puts ("end");
  return 0;
}
/* { dg-output "end\n$" } */
