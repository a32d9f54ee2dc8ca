/* Nothing that is ours starts a process: where fork and exec are killed,
   Python starts, and blocks of many kinds run.  */
/* { dg-do run { target x86_64-*-linux* } } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-require-effective-target numpy } */

#include "check.h"
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOAD(WHAT)							\
  BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, WHAT))
#define IF_CALL(NUMBER, ACTION)						\
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, NUMBER, 0, 1),			\
  BPF_STMT (BPF_RET | BPF_K, ACTION)

enum { SHARES_MEMORY = 0x100 };	/* CLONE_VM.  */

/* From now on what makes a process kills this one.  The C library tries clone
   where there is no clone3, whose flags cannot be seen.  */

static void
forbid_processes (void)
{
  static struct sock_filter filter[] = {
    LOAD (nr),
    IF_CALL (SYS_fork, SECCOMP_RET_KILL_PROCESS),
    IF_CALL (SYS_vfork, SECCOMP_RET_KILL_PROCESS),
    IF_CALL (SYS_execve, SECCOMP_RET_KILL_PROCESS),
    IF_CALL (SYS_execveat, SECCOMP_RET_KILL_PROCESS),
    IF_CALL (435, SECCOMP_RET_ERRNO | ENOSYS),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
    LOAD (args[0]),
    BPF_JUMP (BPF_JMP | BPF_JSET | BPF_K, SHARES_MEMORY, 1, 0),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
  };
  struct sock_fprog program = { sizeof filter / sizeof *filter, filter };
  struct rlimit no_core = { 0, 0 };

  setrlimit (RLIMIT_CORE, &no_core);
  CHECK (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
  CHECK (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0);
}

static void *
blocks (void *unused)
{
  double x[3] = { 1, 2, 3 }, sum = 0;
  int rc;

  with_objmode (sum) { R"py( sum = float(x.sum()) )py"; }
  with_objmode (error (rc)) { R"py( 1 / 0 )py"; }
  CHECK (sum == 6 && rc != 0);
  with_objmode () { R"py( print('printed', flush=True) )py"; }
  return unused;
}

int
main (void)
{
  pthread_t thread;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      forbid_processes ();
      blocks (NULL);
      CHECK (pthread_create (&thread, NULL, blocks, NULL) == 0);
      CHECK (pthread_join (thread, NULL) == 0);
      exit (0);
    }
  CHECK (waitpid (child, &status, 0) == child && status == 0);
  /* A control: a block that does it is killed.  */
  child = fork ();
  if (child == 0)
    {
      forbid_processes ();
      with_objmode () { R"py( import os; os.fork() )py"; }
      exit (0);
    }
  CHECK (waitpid (child, &status, 0) == child);
  CHECK (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS);
  return 0;
}
/* { dg-output "^printed\nprinted\n$" } */
