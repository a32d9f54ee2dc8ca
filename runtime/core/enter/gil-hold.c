/* hold.c - OBJMODE_HOLD.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Any thread may be here, on its way into the statement or out of it; there
   are no locks.  Between the two functions the thread holds the GIL, and the
   record of the statement, which is on its stack, is what om_self.held
   points to.  */

#include "enter/enter.h"

/* Take the GIL for HOLD, which om_hold_end gives back on the same thread.
   Return 1; or 0 if this thread holds the GIL already, or cannot enter Python,
   which the blocks inside will report.  Between the blocks C code runs as
   outside of Python, so that only the GIL differs.  */

int
om_hold_begin (struct __objmode_hold *hold)
{
  struct om_thread *self = &om_self;
  struct om_entry entry;

  if (self->held == hold)
    om_hold_was_left (hold);
  if (!om_enter_x87 (&entry, NULL, 0))
    return 0;
  if (entry.undo & OM_NESTED)
    {
      om_leave (&entry);
      return 0;
    }
  hold->reserved[0] = om_current_state ();
  __atomic_store_n (&self->held, hold, __ATOMIC_RELEASE);
  entry.undo |= OM_NESTED;
  om_leave (&entry);
  return 1;
}

/* Give back the GIL, which HOLD has taken.  */

void
om_hold_end (struct __objmode_hold *hold)
{
  int saved_errno = errno;

  (void) hold;
  __atomic_store_n (&om_self.held, NULL, __ATOMIC_RELEASE);
  if (om_current_state ())
    PyEval_SaveThread ();
  errno = saved_errno;
}
