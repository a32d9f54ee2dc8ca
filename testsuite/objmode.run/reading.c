/* What blocks read from sys.stdin and what C reads from stdin is in order, and
   nothing is lost, from a pipe and from a file.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
#include "check.h"
#include <fcntl.h>
#include <stdio_ext.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

static const char text[] = "1\nline two\n3\nfour, 5 6\nsieben µµµ abc\n8\n"
  "nine\nten\n11\nraw 12\n13\nlast\n";

/* Read TEXT in turns.  */

static void
read_in_turns (void)
{
  char s[80], line[80];
  int a, b, c, rc;
  objmode_object *lines = NULL;

  CHECK_NUM (scanf ("%d\n", &a), 1);
  CHECK_NUM (a, 1);
  with_objmode (s) { R"py( s = input () )py"; }
  CHECK_STR (s, "line two");
  CHECK_NUM (scanf ("%d ", &b), 1);
  CHECK_NUM (b, 3);
  /* A part of a line, and what is left of it.  */
  with_objmode (s) { R"py( import sys; s = sys.stdin.read (5) )py"; }
  CHECK_STR (s, "four,");
  CHECK_NUM (scanf ("%d", &c), 1);
  CHECK_NUM (c, 5);
  with_objmode (s) { R"py( import sys; s = sys.stdin.readline () )py"; }
  CHECK_STR (s, " 6\n");
  /* Characters of more than one byte.  */
  with_objmode (s) { R"py( import sys; s = sys.stdin.read (9) )py"; }
  CHECK_STR (s, "sieben µµ");
  CHECK (fgets (line, sizeof line, stdin));
  CHECK_STR (line, "µ abc\n");
  with_objmode (a) { R"py( import sys; a = int (next (sys.stdin)) )py"; }
  CHECK_NUM (a, 8);
  with_objmode (s) { R"py( import sys; s = sys.stdin.readline (2) )py"; }
  CHECK_STR (s, "ni");
  CHECK (fgets (line, sizeof line, stdin));
  CHECK_STR (line, "ne\n");
  with_objmode (s) { R"py( import sys; s = sys.stdin.buffer.peek (1)[:1].decode () )py"; }
  CHECK_STR (s, "t");
  CHECK (fgets (line, sizeof line, stdin));
  CHECK_STR (line, "ten\n");
  with_objmode (a) { R"py( import sys; a = int (sys.stdin.buffer.readline ()) )py"; }
  CHECK_NUM (a, 11);
  with_objmode (s) { R"py( import sys; s = sys.stdin.buffer.read (4).decode () )py"; }
  CHECK_STR (s, "raw ");
  CHECK_NUM (scanf ("%d ", &c), 1);
  CHECK_NUM (c, 12);
  with_objmode (a) {
    R"py(
      import sys
      into = bytearray (2)
      sys.stdin.buffer.readinto (into)
      a = int (into)
    )py";
  }
  CHECK_NUM (a, 13);
  with_objmode (lines) { R"py( import sys; lines = list (sys.stdin) )py"; }
  with_objmode (a, lines) { R"py( a = lines == ["\n", "last\n"] )py"; }
  CHECK_NUM (a, 1);
  objmode_release (lines);
  CHECK_NUM (getchar (), EOF);
  with_objmode (error (rc)) { R"py( input () )py"; }
  FAILS ("EOFError", "");
  with_objmode (s) { R"py( import sys; s = sys.stdin.read () )py"; }
  CHECK_STR (s, "");
}

int
main (void)
{
  int fds[2], file = memfd_create ("text", 0);
  size_t length = sizeof text - 1;
  char s[80];
  FILE *old = stdin;
  int a, rc;

  CHECK (write (file, text, length) == (ssize_t) length && dup2 (file, 0) == 0);
  rewind (stdin);
  read_in_turns ();
  /* A file can be read again from its beginning.  */
  with_objmode (s, a) {
    R"py(
      import sys
      sys.stdin.seek (0)
      sys.stdin.readline ()
      s = sys.stdin.readline ()
      a = sys.stdin.tell ()
    )py";
  }
  CHECK_STR (s, "line two\n");
  CHECK_NUM (a, 11);
  CHECK (fgets (s, sizeof s, stdin));
  CHECK_STR (s, "3\n");
  CHECK (pipe (fds) == 0 && dup2 (fds[0], 0) == 0);
  CHECK_NUM (write (fds[1], text, length), length);
  close (fds[1]);
  __fpurge (stdin);
  read_in_turns ();
  clearerr (stdin);
  CHECK (dup2 (file, 0) == 0);
  /* Without a buffer.  */
  rewind (stdin);
  setvbuf (stdin, NULL, _IONBF, 0);
  read_in_turns ();
  /* Memory.  */
  stdin = fmemopen ((void *) text, length, "r");
  read_in_turns ();
  fclose (stdin);
  stdin = old;
  /* Wide characters.  */
  rewind (stdin);
  CHECK (freopen ("/proc/self/fd/0", "r", stdin) == stdin);
  CHECK (fwide (stdin, 1) > 0);
  CHECK_NUM (wscanf (L"%d\n", &a), 1);
  with_objmode (s) { R"py( s = input () )py"; }
  CHECK_STR (s, "line two");
  CHECK_NUM (wscanf (L"%d\n", &a), 1);
  CHECK_NUM (a, 3);
  /* An error of the file.  */
  old = freopen ("/", "r", stdin);
  CHECK (old == stdin);
  with_objmode (error (rc)) { R"py( input () )py"; }
  FAILS ("IsADirectoryError", "");
  return 0;
}
