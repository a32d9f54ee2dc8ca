/* Blocks print in order on a wide-oriented stdout, also in a child of fork
   that ends by _exit, and on one without a file.  */
/* { dg-do run } */
/* { dg-output "^1 wide\n2 py\n3 wide\n4 py, 5 wide\n6 child\n7 py\n8 wide\n" } */
/* { dg-output "9 bytes\n.+ in memory 20001\n10 py" } */
#include "check.h"
#include <locale.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

int
main (void)
{
  FILE *old = stdout;
  wchar_t *memory;
  size_t size, length;
  int rc;

  wprintf (L"1 wide\n");
  with_objmode (error (rc)) { R"py( print ("2 py") )py"; }
  CHECK_NUM (rc, 0);
  wprintf (L"3 wide\n");
  with_objmode () { R"py( print ("4 py", end=", ") )py"; }
  wprintf (L"5 wide\n");
  if (fork () == 0)
    {
      with_objmode () { R"py( print ("6 child") )py"; }
      _exit (0);
    }
  wait (NULL);
  with_objmode () { R"py( print ("7 py", flush=True) )py"; }
  wprintf (L"8 wide\n");
  with_objmode () { R"py( import sys; sys.stdout.buffer.write (b"9 bytes\n") )py"; }
  stdout = open_wmemstream (&memory, &size);
  CHECK (stdout && fwide (stdout, 0) > 0);
  with_objmode () { R"py( print ("µ" + 20000 * "x") )py"; }
  fclose (stdout);
  stdout = old;
  CHECK (memory[0] == 0xb5 && memory[20001] == L'\n');
  length = wcslen (memory);
  CHECK_NUM (length, 20002);
  with_objmode () { R"py( print ("µ in memory", length - 1) )py"; }
  with_objmode (error (rc)) {
    R"py(
      import os
      os.close (1)
      print ("lost")
    )py";
  }
  FAILS ("OSError", "Bad file descriptor");
  CHECK_NUM (dup2 (2, 1), 1);
  with_objmode () { R"py( print ("10 py") )py"; }
  free (memory);
  return 0;
}
