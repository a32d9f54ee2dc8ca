/* api.c - The functions of objmode.h that are about objects and the start.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* These functions are what programs call by name.  Any thread may call them,
   with or without the GIL, before Python has started and after it has ended;
   what needs Python is handed over to the core.  There are no locks.  The
   caller owns each reference that objmode_retain has returned.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include "libobjmode.h"

/* Start Python with CONFIG, NULL being the defaults.  Return 0, or -1 and
   objmode_error says why.  */

OL_EXPORT int
objmode_start (const objmode_config *config)
{
  struct objmode_failure *failure = NULL;
  int saved_errno = errno, state;
  int result;

  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &state);
  result = ol_core () ? 0 : ol_start (config, &failure);
  pthread_setcancelstate (state, NULL);
  if (result != 0)
    ol_store_failure (failure);
  errno = saved_errno;
  return result;
}

/* Return OBJECT with a reference more; NULL for NULL.  */

OL_EXPORT objmode_object *
objmode_retain (objmode_object *object)
{
  const struct objmode_core *core = ol_core ();

  if (object && core)
    core->retain (object);
  return object;
}

/* Give up a reference to OBJECT, which may be NULL.  */

OL_EXPORT void
objmode_release (objmode_object *object)
{
  const struct objmode_core *core = ol_core ();

  if (object && core)
    core->release (object);
}

/* Give up the reference of the OBJMODE_ARRAY of SIZE bytes at ARRAY, which
   may be NULL, and clear it.  */

OL_EXPORT void
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

OL_EXPORT void
objmode_release_scoped (void *p)
{
  objmode_object *object;

  memcpy (&object, p, sizeof object);
  objmode_release (object);
}

/* Give up a reference to FUNCTION, if that is a Python function that a block
   has given to C.  */

OL_EXPORT void
objmode_callback_release (const void *function)
{
  const struct objmode_core *core = ol_core ();

  if (function && core)
    core->callback_release (function);
}

/* Return 1 if FUNCTION is a Python function that a block has given to C and
   that was not released, else 0.  */

OL_EXPORT int
objmode_callback_p (const void *function)
{
  const struct objmode_core *core = ol_core ();

  return function && core ? core->callback_p (function) : 0;
}
