/* error.c - The last error of each thread, the handler, the end.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A failure belongs to the thread in which its block failed, until the next
   failure of that thread, objmode_clear_error or the end of the thread frees
   it; but not before the error handler that was given it has returned.  So
   there is no lock; only the handler, which is the process's, is an atomic
   word.  The GIL is not needed: a reference to an exception is given
   up by the core, which takes it.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "libobjmode.h"

#define OL_EARLY							\
  "a block was reached while the same thread was starting Python"

/* The classes of a RuntimeError, which libobjmode makes itself.  */
#define OL_RUNTIME_ERROR "RuntimeError\nException\nBaseException\nobject\n"

static objmode_error_handler *handler;

/* What this thread's objmode_error returns.  */
static _Thread_local struct objmode_failure *last
  __attribute__ ((tls_model ("initial-exec")));

/* The failure that this thread's innermost handler was given, or NULL.  */
static _Thread_local struct objmode_failure *handled
  __attribute__ ((tls_model ("initial-exec")));

/* Its destructor frees LAST and HANDLED when the thread ends.  */
static pthread_key_t key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;

/* For when there is no memory for another one.  It may get an exception, as
   any failure.  */
static _Thread_local struct objmode_failure no_memory
  __attribute__ ((tls_model ("initial-exec"))) = {
  .info = { .type = "MemoryError", .message = "out of memory",
	    .traceback = "MemoryError: out of memory\n",
	    .text = "out of memory",
	    .types = "MemoryError\nException\nBaseException\nobject\n" }
};

/* For a block that a thread reaches while it starts Python, possibly in a
   signal handler that has interrupted malloc.  */
static _Thread_local struct objmode_failure early
  __attribute__ ((tls_model ("initial-exec"))) = {
  .info = { .type = "RuntimeError", .message = OL_EARLY,
	    .traceback = "RuntimeError: " OL_EARLY "\n", .text = OL_EARLY,
	    .types = OL_RUNTIME_ERROR }
};

/* Free FAILURE.  If DEFERRED its exception is released by a later block,
   because this thread is ending.  */

static void
free_failure (struct objmode_failure *failure, int deferred)
{
  if (!failure)
    return;
  if (failure->exception)
    {
      const struct objmode_core *core = ol_core ();
      if (core && deferred)
	core->release_later (failure->exception);
      else if (core)
	core->release (failure->exception);
    }
  if (failure != &no_memory && failure != &early)
    free (failure);
  else
    {
      failure->exception = NULL;
      failure->exits = 0;
      failure->info.line = failure->info.column = 0;
    }
}

/* Return the failure of BLOCK, or NULL, that this thread has reached while it
   starts Python.  No memory is needed, and no lock.  */

struct objmode_failure *
ol_early_failure (const struct __objmode_block *block)
{
  early.info.file = block ? block->file : NULL;
  early.info.function = block ? block->function : NULL;
  early.info.line = block ? block->line : 0;
  return &early;
}

/* Free FAILURE, whose exception is gone.  */

void
ol_free_failure (struct objmode_failure *failure)
{
  free_failure (failure, 0);
}

/* The innermost handler of this thread has ended: forget its failure and free
   it, DEFERRED as in free_failure, unless it is the thread's last.  */

static void
leave_handler (int deferred)
{
  struct objmode_failure *failure = handled;

  handled = failure->outer;
  failure->handled_by = NULL;
  if (failure != last)
    free_failure (failure, deferred);
}

/* Forget the failures of handlers that were left by longjmp or an exception of
   C++: their frames are not around FRAME, the caller's, or are that one.  The
   frames of other stacks, those of coroutines and signals, are not judged.  */

static void
forget_left_handlers (const void *frame)
{
  uintptr_t begin, end, here = (uintptr_t) frame;
  stack_t handlers;

  if (!handled || sigaltstack (NULL, &handlers) != 0
      || (handlers.ss_flags & SS_ONSTACK))
    return;
  ol_stack_bounds (&begin, &end);
  while (handled && here - begin < end - begin
	 && (uintptr_t) handled->handled_by - begin < end - begin
	 && (uintptr_t) handled->handled_by <= here)
    leave_handler (0);
}

/* The destructor of KEY, whose value is of no interest: the thread ends.  */

static void
end_thread (void *unused)
{
  struct objmode_failure *failure = last;

  (void) unused;
  last = NULL;
  while (handled)
    if (handled == failure)
      {
	handled->handled_by = NULL;
	handled = handled->outer;
      }
    else
      leave_handler (1);
  free_failure (failure, 1);
}

/* Make KEY.  */

static void
make_key (void)
{
  pthread_key_create (&key, end_thread);
}

/* Copy TEXT to *END, which advances; return the copy, NULL for NULL.  */

static const char *
put (char **end, const char *text)
{
  char *start = *end;

  if (!text)
    return NULL;
  *end = stpcpy (start, text) + 1;
  return start;
}

/* Return a new failure with copies of the strings of INFO; see core.h.  */

struct objmode_failure *
ol_make_failure (const struct objmode_error_info *info)
{
  struct objmode_error_info full = *info;
  const char **const all[] = {
    &full.type, &full.message, &full.traceback, &full.file, &full.function,
    &full.variable, &full.text, &full.path, &full.types
  };
  size_t size = sizeof (struct objmode_failure);
  struct objmode_failure *failure;
  char *end;

  if (!full.text)
    full.text = full.message;
  if (!full.types)
    full.types = (strcmp (full.type, "RuntimeError") == 0 ? OL_RUNTIME_ERROR
		  : full.type);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (*all[i])
      size += strlen (*all[i]) + 1;
  failure = malloc (size);
  if (!failure)
    {
      /* It may still be the last.  */
      free_failure (&no_memory, 0);
      return &no_memory;
    }
  memset (failure, 0, sizeof *failure);
  end = (char *) (failure + 1);
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    *all[i] = put (&end, *all[i]);
  failure->info = full;
  return failure;
}

/* Make FAILURE the last failure of this thread, which owns it from then on.
   NULL means that the thread has no last failure.  The previous one is freed,
   unless an error handler is still using it.  */

void
ol_store_failure (struct objmode_failure *failure)
{
  struct objmode_failure *old = last;

  pthread_once (&key_once, make_key);
  last = failure;
  pthread_setspecific (key, failure ? failure : handled);
  if (old && old != failure && !old->handled_by)
    free_failure (old, 0);
}

/* End the process because of INFO: print it and abort, or exit if
   OBJMODE_ON_ERROR says so and MUST_ABORT does not forbid.  */

static _Noreturn void
end_process (const struct objmode_error_info *info, int must_abort)
{
  const char *wish = secure_getenv ("OBJMODE_ON_ERROR");

  fflush (stdout);
  if (info->traceback)
    ol_complain ("%s", info->traceback);
  else
    ol_complain ("%s: %s\n", info->type, info->message);
  fflush (stderr);
  if (!must_abort && wish && strcmp (wish, "exit") == 0)
    exit (1);
  abort ();
}

/* Call FUNCTION, the handler, with FAILURE, this thread's last, which lives
   until FUNCTION returns whatever fails in it.  */

static void
call_handler (objmode_error_handler *function,
	      struct objmode_failure *failure)
{
  /* A static record may already be that of a handler around this one.  */
  if (failure->handled_by)
    {
      function (&failure->info);
      return;
    }
  failure->handled_by = __builtin_frame_address (0);
  failure->outer = handled;
  handled = failure;
  function (&failure->info);
  while (handled != failure)
    leave_handler (0);
  leave_handler (0);
}

/* End BLOCK with FAILURE as core.h says of `fail'.  */

int
ol_fail (const struct __objmode_block *block, struct objmode_failure *failure)
{
  objmode_error_handler *function;

  forget_left_handlers (__builtin_frame_address (0));
  ol_store_failure (failure);
  if (block->flags & OBJMODE_BLOCK_REPORT)
    return OBJMODE_FAILED;
  function = __atomic_load_n (&handler, __ATOMIC_ACQUIRE);
  if (function)
    {
      call_handler (function, failure);
      return OBJMODE_FAILED;
    }
  if (failure->exits)
    exit (failure->exit_status);
  if (block->flags & OBJMODE_BLOCK_RETURN_OK)
    return OBJMODE_FAILED;
  end_process (&failure->info, block->flags & OBJMODE_BLOCK_ABORT);
}

/* Return this thread's last error, or NULL.  */

OL_EXPORT const objmode_error_info *
objmode_error (void)
{
  return last ? &last->info : NULL;
}

/* Forget it.  */

OL_EXPORT void
objmode_clear_error (void)
{
  if (last)
    ol_store_failure (NULL);
}

/* Return 1 if INFO, or NULL, is about an exception of the class NAME or of one
   that is derived from it.  */

OL_EXPORT int
objmode_error_is (const objmode_error_info *info, const char *name)
{
  size_t length = name ? strlen (name) : 0;
  const char *line = info && length ? info->types : NULL;

  while (line && *line)
    {
      size_t n = strcspn (line, "\n");
      if (n == length && memcmp (line, name, n) == 0)
	return 1;
      line += n + (line[n] != '\0');
    }
  return 0;
}

/* Return a new reference to its exception, or NULL.  */

OL_EXPORT objmode_object *
objmode_error_exception (void)
{
  return last ? objmode_retain (last->exception) : NULL;
}

/* Make FUNCTION the handler of failed blocks, NULL being the default, and
   return the old one.  */

OL_EXPORT objmode_error_handler *
objmode_set_error_handler (objmode_error_handler *function)
{
  return __atomic_exchange_n (&handler, function, __ATOMIC_ACQ_REL);
}
