/* Where memory of libffi's is shared with the parent, a child makes no closure
   and says why.  */
/* { dg-do run } */
#define _GNU_SOURCE
#include "check.h"
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
int
main (void)
{
  int (*f) (int) = NULL, (*g) (int) = NULL;
  int rc = 0, status;
  int fd = memfd_create ("libffi", 0);
  CHECK (fd >= 0 && ftruncate (fd, 4096) == 0);
  with_objmode (f) { "f = lambda x: x + 1"; }
  void *memory = mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_SHARED, fd, 0);
  CHECK (memory != MAP_FAILED);
  /* The parent is no child.  */
  with_objmode (g) { "g = lambda x: x + 2"; }
  CHECK (g (1) == 3);
  if (fork () == 0)
    {
      with_objmode (g, error (rc)) { "g = lambda x: x + 3"; }
      CHECK (rc != 0 && g (1) == 3 && f (1) == 2);
      CHECK_STR (objmode_error ()->type, "RuntimeError");
      CHECK (strstr (objmode_error ()->message, "cannot be a Python function in a process that was forked, since libffi shares its memory with the parent"));
      _exit (0);
    }
  CHECK (wait (&status) > 0 && status == 0);
  return 0;
}
