/* A callback that longjmp has left is told of by the next block or callback of
   the thread, in each of the ways in which C reaches it.  Each case is a
   process.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^5 cases\n$" } */
#include "check.h"
#include <setjmp.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
typedef int (*fn) (int);
static jmp_buf top, middle;
static fn leaves, harmless;
static int cases;
static void out (int n) { longjmp (top, n); }
static void to_middle (void) { longjmp (middle, 1); }
static int call (fn f) { return setjmp (middle) ? 3 : f (1); }
static int block (void) { int y = 0; with_objmode (y) { "y = 1"; } return y; }

/* Run BODY in a child, which must abort with a message that has WANT.  */
static void
expect (void (*body) (void), const char *want)
{
  char text[400] = "";
  int fd[2], status;
  size_t n = 0;
  ssize_t more;
  fflush (stdout);
  CHECK (pipe (fd) == 0);
  if (fork () == 0)
    {
      dup2 (fd[1], 2);
      body ();
      _exit (3);
    }
  close (fd[1]);
  while (n < sizeof text - 1 && (more = read (fd[0], text + n, sizeof text - 1 - n)) > 0)
    n += more;
  close (fd[0]);
  CHECK (wait (&status) > 0);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGABRT || !strstr (text, want))
    fprintf (stderr, "case %d: status %x, %s\n", cases, status, text);
  CHECK (WIFSIGNALED (status) && WTERMSIG (status) == SIGABRT && strstr (text, want));
  cases++;
}

static void
then_block (void)
{
  if (!setjmp (top))
    leaves (1);
  block ();
}
static void
then_callback (void)
{
  if (!setjmp (top))
    leaves (1);
  harmless (1);
}
static void
in_text_then_block (void)
{
  if (!setjmp (top))
    with_objmode () { "call (leaves)"; }
  block ();
}
static void
back_to_c_of_text (void)
{
  int y = 0;
  with_objmode (y) { "y = call (lambda x: to_middle () or 1)"; }
}
static void
callback_in_callback (void)
{
  if (!setjmp (top))
    with_objmode () { "call (lambda x: call (leaves))"; }
  harmless (1);
}

int
main (void)
{
  with_objmode (leaves, harmless) { R"(
    leaves = lambda n: out (n)
    harmless = lambda n: n
  )"; }
  CHECK (block () == 1 && harmless (2) == 2);
  expect (then_block, "was left by longjmp");
  expect (then_callback, "was left by longjmp");
  expect (in_text_then_block, "was left by longjmp");
  expect (back_to_c_of_text, "was left by longjmp");
  expect (callback_in_callback, "was left by longjmp");
  printf ("%d cases\n", cases);
  return 0;
}
