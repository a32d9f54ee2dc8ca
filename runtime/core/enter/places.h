/* places.h - The words of CPython that each entry looks at.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Where OM_HAS_PLACES, the words are read in place of calling the functions of
   CPython that return them.  Any thread reads them, with or without the
   GIL.  */

#ifndef OBJMODE_PLACES_H
#define OBJMODE_PLACES_H 1

#include "base/base.h"

#pragma GCC visibility push (hidden)

/* places.c */
extern void om_find_places (void);
#if OM_HAS_PLACES
/* Where the current thread state and the interpreter that was made last are;
   else both are NULL and OM_NO_PLACES is set.  */
extern PyThreadState *const *om_current_place;
extern PyInterpreterState *const *om_head_place;
#endif

/* Return the thread state that is current, or NULL, as om_current_state does.
   OM_NO_PLACES is not set.  GIL not needed.  */

static inline PyThreadState *
om_current_at_place (void)
{
#if OM_HAS_PLACES
  return __atomic_load_n (om_current_place, __ATOMIC_RELAXED);
#else
  return om_current_state ();
#endif
}

/* Return the interpreter that was made last, as PyInterpreterState_Head does.
   OM_NO_PLACES is not set.  GIL not needed.  */

static inline PyInterpreterState *
om_head_at_place (void)
{
#if OM_HAS_PLACES
  return __atomic_load_n (om_head_place, __ATOMIC_RELAXED);
#else
  return PyInterpreterState_Head ();
#endif
}

#pragma GCC visibility pop

#endif /* OBJMODE_PLACES_H */
