/* hold.c - OBJMODE_HOLD.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#include "gil.h"

/* Take the GIL for HOLD, which om_hold_end gives back on the same thread.
   Return 1; or 0 if this thread holds the GIL already, or cannot enter Python,
   which the blocks inside will report.  Between the blocks C code runs as
   outside of Python, so that only the GIL differs.  */

int
om_hold_begin (struct __objmode_hold *hold)
{
  struct om_thread *self = &om_self;
  struct om_entry entry;

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
