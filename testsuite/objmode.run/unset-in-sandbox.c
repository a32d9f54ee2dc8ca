/* A sandbox may forbid process_vm_readv.  Then variables that were never set
   are read by way of a pipe.  */
/* { dg-do run } */
/* { dg-additional-options "-w" } */
#include "check.h"
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

struct pair { char *good, *bad; };

/* Let process_vm_readv fail with ERROR from now on.  */

static void
forbid (int error)
{
  struct sock_filter code[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_process_vm_readv, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
  };
  struct sock_fprog program = { sizeof code / sizeof *code, code };

  CHECK (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
  CHECK (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
}

/* Check what a block sees of strings.  TEXT ends at the end of a page behind
   which there is nothing, and is longer than a page.  */

static void
look (char *text)
{
  char *bad = text + 1, *end = text + strlen (text) + 1;
  struct pair pair = { text, (char *) 1 };
  long length, ok;

  with_objmode (length, ok) { R"py(
    all = dict (locals ())
    length = len (all['text'])
    ok = (repr (all['end']).startswith ('<unreadable 0x')
          and all['bad'] == all['text'][1:]
          and all['pair'].good == all['text']
          and repr (all['pair'].bad) == '<unreadable 0x1>')
  )py"; }
  CHECK_NUM (length, 5000);
  CHECK_NUM (ok, 1);
}

int
main (void)
{
  size_t size = 4 * 4096;
  char *map = mmap (NULL, size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  char *text = map + 3 * 4096 - 5001;

  CHECK (map != MAP_FAILED);
  CHECK (mprotect (map + 3 * 4096, 4096, PROT_NONE) == 0);
  memset (text, 'x', 5000);
  look (text);
  forbid (EPERM);
  errno = 0;
  CHECK (syscall (SYS_process_vm_readv, getpid (), NULL, 0, NULL, 0, 0) == -1
	 && errno == EPERM);
  errno = 7;
  look (text);
  CHECK_NUM (errno, 7);
  return 0;
}
