/* places.c - Where CPython 3.11 has what each entry looks at.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Two functions of CPython that return a word of _PyRuntime cost a twentieth
   of a short block.  Where the words are, the internal headers say for the
   CPython that the core was built for; that the one which runs, of the same
   minor version, has them there too is tried.

   The thread that starts Python looks once, with the GIL.  Afterwards the
   places are constant, and any thread reads them without it.  */

#define Py_BUILD_CORE 1
#include "enter/enter.h"

#if OM_HAS_PLACES
# include <internal/pycore_runtime.h>

PyThreadState *const *om_current_place;
PyInterpreterState *const *om_head_place;

/* Return 1 if *PLACE is STATE.  */

static int
current_p (PyThreadState *const *place, const PyThreadState *state)
{
  return __atomic_load_n (place, __ATOMIC_RELAXED) == state;
}

/* Let OM_CURRENT_PLACE and OM_HEAD_PLACE be where they are, and clear
   OM_NO_PLACES, unless they are elsewhere.  The GIL is held, and given up for a
   moment.  */

void
om_find_places (void)
{
  PyThreadState *state = PyThreadState_Get ();
  PyThreadState *const *current
    = (PyThreadState *const *) &_PyRuntime.gilstate.tstate_current;
  PyInterpreterState *const *head = &_PyRuntime.interpreters.head;
  int found = current_p (current, state) && *head == PyInterpreterState_Head ();

  PyEval_SaveThread ();
  found &= !current_p (current, state);
  PyEval_RestoreThread (state);
  if (found && current_p (current, state))
    {
      om_current_place = current;
      om_head_place = head;
      __atomic_fetch_and (&om_caution, ~OM_NO_PLACES, __ATOMIC_RELEASE);
    }
}
#else

/* Do nothing: this CPython has no such places.  */

void
om_find_places (void)
{
}
#endif
