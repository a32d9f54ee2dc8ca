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

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <pthread.h>
#include "libobjmode.h"

/* OBJMODE_HOLD at LINE of FILE in FUNCTION is entered: start Python if need be,
   and take the GIL unless this thread holds it.  If that cannot be, the blocks
   inside tell.  HOLD is for __objmode_hold_end.  */

OM_EXPORT void
__objmode_hold_begin (struct __objmode_hold *hold, const char *file,
		      const char *function, int line)
{
  const struct objmode_core *core = om_core ();
  struct objmode_failure *failure = NULL;
  int saved_errno = errno, state;

  hold->file = file;
  hold->function = function;
  hold->line = line;
  if (!core)
    {
      pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
      if (om_start (NULL, &failure) != 0)
	om_free_failure (failure);
      pthread_setcancelstate (state, NULL);
      core = om_core ();
    }
  hold->taken = core && core->hold_begin (hold);
  errno = saved_errno;
}

/* It is left.  */

OM_EXPORT void
__objmode_hold_end (struct __objmode_hold *hold)
{
  if (hold->taken)
    om_core ()->hold_end (hold);
}
