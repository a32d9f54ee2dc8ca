/* errno, the locale, signals and the environment are left alone.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
#include "check.h"
#include <errno.h>
#include <fenv.h>
#include <locale.h>
#include <signal.h>
extern char **environ;

int
main (void)
{
  int y = 0, count = 0, before = 0;
  struct sigaction s;
  for (char **e = environ; *e; e++)
    before++;
  errno = 77;
  with_objmode (y) { "import os, locale\ntry: os.stat ('/nonexistent')\nexcept OSError: y = 1"; }
  CHECK (errno == 77 && y == 1);
  sigaction (SIGINT, NULL, &s);
  CHECK (s.sa_handler == SIG_DFL);
  sigaction (SIGPIPE, NULL, &s);
  CHECK (s.sa_handler == SIG_DFL);
  CHECK_STR (setlocale (LC_ALL, NULL), "C");
  for (char **e = environ; *e; e++)
    count++;
  CHECK (count == before);
  return 0;
}
