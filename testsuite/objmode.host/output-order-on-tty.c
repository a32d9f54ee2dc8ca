/* On a terminal, a pipe and a file: a hundred lines of C and Python in turns
   keep their order, so do those of a child that ends by _exit; pdb in a block
   leaves the terminal as it was.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^good\n$" } */

#include "check.h"
#include <fcntl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { LINES = 100 };

static char text[1 << 16];

/* C and Python print in turns, and so does a child.  */

static void
print_lines (void)
{
  int status;
  pid_t pid;

  for (int i = 0; i < LINES; i++)
    {
      printf ("c %d\n", i);
      with_objmode () { R"py( print('py', i) )py"; }
    }
  fflush (stdout);
  pid = fork ();
  if (pid == 0)
    {
      printf ("c child\n");
      with_objmode () { R"py( print('py child') )py"; }
      _exit (0);
    }
  waitpid (pid, &status, 0);
  printf ("c end\n");
}

/* TEXT must be what print_lines prints.  */

static void
check_lines (void)
{
  const char *p = text;
  char line[80];

  for (int i = 0; i < LINES; i++)
    {
      int n = sprintf (line, "c %d\npy %d\n", i, i);
      CHECK (strncmp (p, line, n) == 0);
      p += n;
    }
  CHECK_STR (p, "c child\npy child\nc end\n");
}

/* A child with its standard input and output at FD does WHAT.  */

static pid_t
start (int fd, void (*what) (void))
{
  pid_t pid = fork ();

  CHECK (pid >= 0);
  if (pid == 0)
    {
      setsid ();
      dup2 (fd, 0);
      dup2 (fd, 1);
      what ();
      exit (0);
    }
  close (fd);
  return pid;
}

/* Read what comes from FD, without carriage returns, until the end.  */

static void
read_all (int fd)
{
  size_t n = 0;
  char c;

  while (n < sizeof text - 1 && read (fd, &c, 1) == 1)
    if (c != '\r')
      text[n++] = c;
  text[n] = '\0';
}

/* Wait for PID, which must succeed.  */

static void
finish (pid_t pid)
{
  int status;

  CHECK (waitpid (pid, &status, 0) == pid && status == 0);
}

/* Open a terminal.  Return its master and store the slave in *SLAVE.  */

static int
terminal (int *slave)
{
  int master = posix_openpt (O_RDWR | O_NOCTTY);

  CHECK (master >= 0 && grantpt (master) == 0 && unlockpt (master) == 0);
  *slave = open (ptsname (master), O_RDWR | O_NOCTTY);
  CHECK (*slave >= 0);
  return master;
}

/* A block in which the debugger is called.  */

static void
debug (void)
{
  struct termios before, after;
  int y = 0;

  memset (&before, 0, sizeof before);
  memset (&after, 0, sizeof after);
  CHECK (tcgetattr (0, &before) == 0);
  with_objmode (y) {
    R"py(
      try: import readline
      except ImportError: pass
      y = 41
      breakpoint()
      y += 1
    )py";
  }
  CHECK (tcgetattr (0, &after) == 0);
  CHECK (memcmp (&before, &after, sizeof before) == 0);
  printf ("ended %d\n", y);
}

int
main (void)
{
  int fd[2], slave, master;
  pid_t pid;
  FILE *f;

  CHECK (pipe (fd) == 0);
  pid = start (fd[1], print_lines);
  read_all (fd[0]);
  finish (pid);
  check_lines ();

  master = terminal (&slave);
  pid = start (slave, print_lines);
  read_all (master);
  finish (pid);
  close (master);
  check_lines ();

  f = tmpfile ();
  CHECK (f);
  finish (start (dup (fileno (f)), print_lines));
  rewind (f);
  read_all (fileno (f));
  check_lines ();

  master = terminal (&slave);
  pid = start (slave, debug);
  CHECK (write (master, "p y + 1000\nc\n", 13) == 13);
  read_all (master);
  finish (pid);
  CHECK (strstr (text, "1041\n") && strstr (text, "ended 42\n"));
  printf ("good\n");
  return 0;
}
