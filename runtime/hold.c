/* hold.c - OBJMODE_HOLD.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <pthread.h>
#include "libobjmode.h"

/* OBJMODE_HOLD at LINE of FILE in FUNCTION is entered: start Python if need be,
   and take the GIL unless this thread holds it.  If that cannot be, the blocks
   inside tell.  HOLD is for __objmode_hold_end.  */

OL_EXPORT void
__objmode_hold_begin (struct __objmode_hold *hold, const char *file,
		      const char *function, int line)
{
  const struct objmode_core *core = ol_core ();
  struct objmode_failure *failure = NULL;
  int saved_errno = errno, state;

  hold->file = file;
  hold->function = function;
  hold->line = line;
  if (!core)
    {
      pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
      if (ol_start (NULL, &failure) != 0)
	ol_free_failure (failure);
      pthread_setcancelstate (state, NULL);
      core = ol_core ();
    }
  hold->taken = core && core->hold_begin (hold);
  errno = saved_errno;
}

/* It is left.  */

OL_EXPORT void
__objmode_hold_end (struct __objmode_hold *hold)
{
  if (hold->taken)
    ol_core ()->hold_end (hold);
}
