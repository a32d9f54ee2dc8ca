/* stack.c - The stack of this thread, and which thread is the main one.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* These functions are about the calling thread, which may be any; they take
   no lock, and the GIL is not needed.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "libobjmode.h"

/* As pthread_self gives it, 0 if it is not known.  */
static pthread_t main_thread;

/* Note the main thread: the one that loads the program.  */

static void __attribute__ ((constructor))
note_main_thread (void)
{
  if (syscall (SYS_gettid) == getpid ())
    main_thread = pthread_self ();
}

/* Return it, or 0.  A child of fork that has been made by another thread has
   another one, but it starts Python in that one, or has started it.  */

unsigned long
ol_main_thread (void)
{
  return (unsigned long) main_thread;
}

/* Store where the stack of this thread begins and ends, 0 twice if that is
   not known.  Of the main thread glibc reads it from a file each time, so it is
   kept: a start asks twice.  */

void
ol_stack_bounds (uintptr_t *begin, uintptr_t *end)
{
  static _Thread_local uintptr_t bounds[2]
    __attribute__ ((tls_model ("initial-exec")));
  pthread_attr_t attributes;
  void *address;
  size_t size;

  if (bounds[1] == 0 && pthread_getattr_np (pthread_self (), &attributes) == 0)
    {
      if (pthread_attr_getstack (&attributes, &address, &size) == 0)
	{
	  bounds[0] = (uintptr_t) address;
	  bounds[1] = bounds[0] + size;
	}
      pthread_attr_destroy (&attributes);
    }
  *begin = bounds[0];
  *end = bounds[1];
}

/* Return how many bytes of stack a block needs: what OBJMODE_MIN_STACK says,
   or 512 KiB.  */

uintptr_t
ol_stack_reserve (void)
{
  const char *text = secure_getenv ("OBJMODE_MIN_STACK");
  unsigned long value;

  return text && ol_bytes (text, &value) ? value : 512 * 1024;
}

/* Return 1 if the stack that PLACE, a variable of the caller, is on has too
   little left for Python: this thread's own, or that of its signal handlers.
   Of others, those of coroutines, nothing is known.  */

int
ol_stack_low_p (const void *place)
{
  uintptr_t begin, end, here = (uintptr_t) place;
  stack_t handlers;

  ol_stack_bounds (&begin, &end);
  if (here - begin < end - begin)
    return here - begin < ol_stack_reserve ();
  if (sigaltstack (NULL, &handlers) != 0 || !(handlers.ss_flags & SS_ONSTACK))
    return 0;
  return here - (uintptr_t) handlers.ss_sp < ol_stack_reserve ();
}
