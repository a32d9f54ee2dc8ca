/* hold.c - OBJMODE_HOLD.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The code that the plugin emits calls these functions at both ends of the
   statement, on the same thread.  They take no lock; the core takes the GIL,
   unless the thread holds it already, and gives it back.  The record belongs
   to the C function, on whose stack it is.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <pthread.h>
#include "libobjmode.h"

/* Enter the OBJMODE_HOLD that HOLD describes: start Python if need be, and
   take the GIL unless this thread holds it.  If that cannot be, or if the unit
   is of another ABI, take nothing; then the blocks inside say what is wrong.
   HOLD belongs to the caller, which passes it to __objmode_hold_leave.  */

OL_EXPORT void
__objmode_hold_enter (struct __objmode_hold *hold)
{
  const struct objmode_core *core = ol_core ();
  struct objmode_failure *failure = NULL;
  int saved_errno = errno, state;

  if (hold->unit->abi != OBJMODE_ABI)
    return;
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

/* Leave the OBJMODE_HOLD that HOLD describes, which __objmode_hold_enter has
   got: give the GIL back if that has taken it.  */

OL_EXPORT void
__objmode_hold_leave (struct __objmode_hold *hold)
{
  if (hold->unit->abi == OBJMODE_ABI && hold->taken)
    ol_core ()->hold_end (hold);
}
