/* api.c - The functions of objmode.h that are about objects and the start.
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
#include <string.h>
#include "libobjmode.h"

/* Start Python with CONFIG, NULL being the defaults.  Return 0, or -1 and
   objmode_error says why.  */

OM_EXPORT int
objmode_start (const objmode_config *config)
{
  struct objmode_failure *failure = NULL;
  int saved_errno = errno, state;
  int result;

  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  result = om_core () ? 0 : om_start (config, &failure);
  pthread_setcancelstate (state, NULL);
  if (result != 0)
    om_store_failure (failure);
  errno = saved_errno;
  return result;
}

/* Return OBJECT with a reference more; NULL for NULL.  */

OM_EXPORT objmode_object *
objmode_retain (objmode_object *object)
{
  const struct objmode_core *core = om_core ();

  if (object && core)
    core->retain (object);
  return object;
}

/* Give up a reference to OBJECT, which may be NULL.  */

OM_EXPORT void
objmode_release (objmode_object *object)
{
  const struct objmode_core *core = om_core ();

  if (object && core)
    core->release (object);
}

/* Give up the reference of the OBJMODE_ARRAY of SIZE bytes at ARRAY, which
   may be NULL, and clear it.  */

OM_EXPORT void
objmode_release_array (void *array, size_t size)
{
  objmode_object *owner;

  if (!array)
    return;
  memcpy (&owner, array, sizeof owner);
  memset (array, 0, size);
  objmode_release (owner);
}

/* The variable at P, whose first word is an objmode_object *, goes out of
   scope.  */

OM_EXPORT void
objmode_release_scoped (void *p)
{
  objmode_object *object;

  memcpy (&object, p, sizeof object);
  objmode_release (object);
}
