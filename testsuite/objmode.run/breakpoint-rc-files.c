/* breakpoint () obeys .pdbrc of the home directory, but not that of the working
   directory; other arguments of it are as ever.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^head\n.'home', 41.\n> \[^\n\]*rc-files.c.\[0-9\]+.main..\n-> \[^\n\]*\n.Pdb. end\n$" } */
#include "check.h"
#include <sys/stat.h>
#include <unistd.h>

/* Write TEXT to the file .pdbrc in DIRECTORY, which is made.  */

static void
write_rc (const char *directory, const char *text)
{
  char name[200];
  FILE *file;

  mkdir (directory, 0777);
  snprintf (name, sizeof name, "%s/.pdbrc", directory);
  file = fopen (name, "w");
  CHECK (file && fputs (text, file) >= 0 && fclose (file) == 0);
}

int
main (void)
{
  static const char commands[] = "c\n";
  char top[] = "/tmp/objmode-pdbrc-XXXXXX", here[300];
  int x = 41, fds[2], rc;

  CHECK (pipe (fds) == 0 && dup2 (fds[0], 0) == 0);
  CHECK (write (fds[1], commands, sizeof commands - 1) > 0);
  close (fds[1]);
  CHECK (mkdtemp (top) && chdir (top) == 0);
  write_rc ("home", "p 'home', x\n");
  write_rc ("work", "p 'work', x\n");
  CHECK (getcwd (here, sizeof here - 5));
  setenv ("HOME", strcat (here, "/home"), 1);
#ifdef BREAKPOINT
  setenv ("PYTHONBREAKPOINT", BREAKPOINT, 1);
#else
  unsetenv ("PYTHONBREAKPOINT");
#endif
  CHECK (chdir ("work") == 0);
  with_objmode (x, error (rc)) {
    R"py(
      breakpoint (header="head")
      x += 1
    )py";
  }
  CHECK_NUM (rc, 0);
  CHECK (unlink (".pdbrc") == 0 && unlink ("../home/.pdbrc") == 0);
  CHECK (rmdir ("../home") == 0 && rmdir ("../work") == 0 && rmdir (top) == 0);
  puts ("end");
  return 0;
}
