/* A block that longjmp has left by way of a C function that its text called:
   the next block or callable of the thread tells of it, wherever its frame is.
   The same for coroutines that end blocks out of order.  Each case is a
   process.  If HOSTED, as in host.exp, libobjmode sees no longjmp, and the
   cases are those that are seen all the same.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-timeout 60 } */
/* { dg-output "^30 cases\n$" } */

#include "check.h"
#include <alloca.h>
#include <dlfcn.h>
#include <setjmp.h>
#include <signal.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

static sigjmp_buf top;

/* How a case jumps to TOP: any function of C, or one that libobjmode cannot
   see.  */
extern void __longjmp_chk (struct __jmp_buf_tag *, int)
  __attribute__ ((noreturn));
static void (*jump) (struct __jmp_buf_tag *, int) = siglongjmp;

static void
fatal (int k)
{
  jump (top, k);
}

static __attribute__ ((noinline)) int
answer (void)
{
  int a = 0;

  with_objmode (a) { R"py( a = 42 )py"; }
  return a;
}

/* Leave a block in a function whose frame is SIZE bytes deeper.  */

static __attribute__ ((noinline)) void
leave (int size)
{
  char *volatile room = alloca (size);

  room[0] = 0;
  with_objmode () { R"py( fatal(1) )py"; }
}

/* A block in a frame that is SIZE bytes deeper.  */

static __attribute__ ((noinline)) int
deep_answer (int size)
{
  char *volatile room = alloca (size);

  room[0] = 0;
  return answer () + room[0];
}

static void
first_run (void)
{
  if (setjmp (top) == 0)
    leave (1);
  answer ();
}

static void
later_run (void)
{
  answer ();
  first_run ();
}

static void
above (void)
{
  answer ();
  if (setjmp (top) == 0)
    leave (20000);
  answer ();
}

/* Overwrite what is left on the stack of calls that have ended.  */

static __attribute__ ((noinline)) void
overwrite (void)
{
  volatile char room[60000];

  memset ((char *) room, 0x5a, sizeof room);
  __asm__ volatile ("" : : "r" (room) : "memory");
}

static void
overwritten (void)
{
  answer ();
  if (setjmp (top) == 0)
    leave (1);
  overwrite ();
  answer ();
}

static void
below (void)
{
  answer ();
  if (setjmp (top) == 0)
    leave (1);
  deep_answer (20000);
}

static void fail (int n) { if (n > 1) jump (top, 1); }

static __attribute__ ((noinline)) void
step (int n)
{
  with_objmode () { R"py( fail(n) )py"; }
}

static void
retried (void)
{
  for (volatile int i = 0; i < 4; i++)
    if (setjmp (top) == 0)
      step (i);
}

static void
handler (const objmode_error_info *info)
{
  (void) info;
  jump (top, 1);
}

static void fails (void) { with_objmode () { R"py( 1 / 0 )py"; } }

static __attribute__ ((noinline)) void
leave_by_handler (void)
{
  with_objmode () { R"py( fails() )py"; }
}

static void
in_handler (void)
{
  answer ();
  objmode_set_error_handler (handler);
  if (setjmp (top) == 0)
    leave_by_handler ();
  answer ();
}

static void
in_handler_below (void)
{
  answer ();
  objmode_set_error_handler (handler);
  if (setjmp (top) == 0)
    leave_by_handler ();
  deep_answer (20000);
}

static __attribute__ ((noinline)) void
leave_by_ctypes (void)
{
  void *address = (void *) fatal;

  with_objmode () {
    R"py(
      import ctypes
      ctypes.PYFUNCTYPE(None, ctypes.c_int)(address)(1)
    )py";
  }
}

static void
gil_kept_below (void)
{
  answer ();
  if (setjmp (top) == 0)
    leave_by_ctypes ();
  deep_answer (20000);
}

static void
on_alarm (int number)
{
  fatal (number);
}

static __attribute__ ((noinline)) void
leave_by_signal (void)
{
  with_objmode () { R"py( while True: pass )py"; }
}

static void
in_signal_handler (void)
{
  answer ();
  signal (SIGALRM, on_alarm);
  ualarm (50000, 0);
  if (sigsetjmp (top, 1) == 0)
    leave_by_signal ();
  deep_answer (20000);
}

/* From a C function that was called by Python, to another one: its end, in
   Python, tells.  */

static void
inner (void)
{
  if (setjmp (top) == 0)
    leave (1);
}

static void
outer (void)
{
  with_objmode () { R"py( inner() )py"; }
}

static void
to_callable (void)
{
  outer ();
}

static void
to_gil_kept (void)
{
  void *address = (void *) inner;

  with_objmode () {
    R"py(
      import ctypes
      ctypes.PYFUNCTYPE(None)(address)()
    )py";
  }
}

/* OBJMODE_HOLD.  */

static __attribute__ ((noinline)) void
leave_hold (void)
{
  OBJMODE_HOLD { fatal (1); }
}

static void
hold (void)
{
  answer ();
  if (setjmp (top) == 0)
    leave_hold ();
  deep_answer (20000);
}

/* Left, and then Python calls C.  */

static void nothing (void) {}

static void
next_callable (void)
{
  int (*ensure) (void);
  int (*run) (const char *);

  with_objmode () {
    R"py(
      import sys
      sys.nothing = nothing
    )py";
  }
  ensure = (int (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Ensure");
  run = (int (*) (const char *)) dlsym (RTLD_DEFAULT, "PyRun_SimpleString");
  if (setjmp (top) == 0)
    leave_hold ();
  ensure ();
  run ("import sys; sys.nothing()");
}

/* Coroutines: STACK's enters a block and changes to main in it.  */

static ucontext_t here, there;
static char stack[2][1 << 20];

static void yields (void) { swapcontext (&there, &here); }
static void resumes (void) { swapcontext (&here, &there); }

static void
coroutine (void)
{
  with_objmode () { R"py( yields() )py"; }
  swapcontext (&there, &here);
}

static void
start_coroutine (void)
{
  getcontext (&there);
  there.uc_stack.ss_sp = stack[0];
  there.uc_stack.ss_size = sizeof stack[0];
  there.uc_link = &here;
  makecontext (&there, coroutine, 0);
  swapcontext (&here, &there);
}

static void
out_of_order (void)
{
  start_coroutine ();
  with_objmode () { R"py( resumes() )py"; }
}

static void
out_of_order_gil_kept (void)
{
  void *address = (void *) resumes;

  start_coroutine ();
  with_objmode () {
    R"py(
      import ctypes
      ctypes.PYFUNCTYPE(None)(address)()
    )py";
  }
}

static __attribute__ ((noinline)) void
leave_and_exit (void)
{
  if (setjmp (top) == 0)
    leave (1);
  exit (0);
}

/* What is allowed.  */

static void
jumps_inside (void)
{
  jmp_buf env;

  if (setjmp (env) == 0)
    longjmp (env, 1);
  answer ();
  if (setjmp (env) == 0)
    {
      answer ();
      longjmp (env, 1);
    }
}

static void
allowed (void)
{
  answer ();
  for (int i = 0; i < 3; i++)
    {
      jumps_inside ();
      with_objmode () { R"py( jumps_inside() )py"; }
      OBJMODE_HOLD
	{
	  jumps_inside ();
	  with_objmode () { R"py( jumps_inside() )py"; }
	}
    }
  CHECK_NUM (answer (), 42);
}

static void
allowed_handler (void)
{
  objmode_set_error_handler (handler);
  for (volatile int i = 0; i < 3; i++)
    if (setjmp (top) == 0)
      fails ();
  CHECK_NUM (answer (), 42);
}

static void
allowed_coroutine (void)
{
  start_coroutine ();
  CHECK_NUM (answer (), 42);
  resumes ();
  CHECK_NUM (answer (), 42);
}

static int cases;

/* Run FUNCTION in a child, which is to abort with a message that BLOCK was
   left; or to end well, if that is NULL.  */

static void
try (int line, void (*function) (void), const char *block)
{
  char text[4000] = "";
  size_t n = 0;
  ssize_t got;
  int ends[2], status;
  pid_t pid;

  CHECK (pipe (ends) == 0);
  pid = fork ();
  if (pid == 0)
    {
      dup2 (ends[1], STDERR_FILENO);
      close (ends[0]);
      close (ends[1]);
      function ();
      exit (0);
    }
  close (ends[1]);
  while (n < sizeof text - 1
	 && (got = read (ends[0], text + n, sizeof text - 1 - n)) > 0)
    n += got;
  close (ends[0]);
  CHECK (waitpid (pid, &status, 0) == pid);
  cases++;
  if (block ? (WIFSIGNALED (status) && WTERMSIG (status) == SIGABRT
	       && strstr (text, block) && strstr (text, "' was left by longjmp")
	       && strstr (text, __FILE__) == text + strlen ("libobjmode: "))
      : WIFEXITED (status) && WEXITSTATUS (status) == 0 && !text[0])
    return;
  fprintf (stderr, "case of line %d: status %#x, %s\n", line, status, text);
  exit (1);
}

#define TRY(FUNCTION, BLOCK) try (__LINE__, FUNCTION, BLOCK)

int
main (void)
{
  static void (*const jumps[]) (struct __jmp_buf_tag *, int)
    = { longjmp, _longjmp, __longjmp_chk };

  TRY (first_run, "the block in 'leave'");
  TRY (later_run, "the block in 'leave'");
  TRY (above, "the block in 'leave'");
  TRY (below, "the block in 'leave'");
  TRY (overwritten, "the block in 'leave'");
  TRY (retried, "the block in 'step'");
  TRY (in_handler, "the block in 'leave_by_handler'");
  TRY (in_handler_below, "the block in 'leave_by_handler'");
  TRY (gil_kept_below, "the block in 'leave_by_ctypes'");
  TRY (in_signal_handler, "the block in 'leave_by_signal'");
  TRY (to_callable, "the block in 'leave'");
  TRY (out_of_order, "the block in 'out_of_order'");
  TRY (out_of_order_gil_kept, "the block in 'out_of_order_gil_kept'");
  for (int i = 0; i < 3; i++)
    {
      jump = jumps[i];
      TRY (below, "the block in 'leave'");
    }
  jump = siglongjmp;
  TRY (allowed, NULL);
  TRY (allowed_handler, NULL);
  TRY (allowed_coroutine, NULL);

#ifndef HOSTED
  TRY (to_gil_kept, "the block in 'leave'");
  TRY (next_callable, "the OBJMODE_HOLD in 'leave_hold'");
  TRY (hold, "the OBJMODE_HOLD in 'leave_hold'");
  TRY (leave_and_exit, "the block in 'leave'");

  /* One that libobjmode does not see.  */
  jump = (void (*) (struct __jmp_buf_tag *, int))
    dlsym (dlopen ("libc.so.6", RTLD_NOW), "siglongjmp");
  CHECK (jump && jump != siglongjmp);
  TRY (first_run, "the block in 'leave'");
  TRY (above, "the block in 'leave'");
  TRY (overwritten, "the block in 'leave'");
  TRY (retried, "the block in 'step'");
  TRY (in_handler, "the block in 'leave_by_handler'");
  TRY (to_callable, "the block in 'leave'");
  TRY (gil_kept_below, "the block in 'leave_by_ctypes'");
#endif
  printf ("%d cases\n", cases);
  return 0;
}
