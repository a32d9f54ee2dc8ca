/* inputs.h - The arguments of a block's function.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Inline, since every crossing comes here.

   The thread holds the GIL.  The objects belong to the crossing, which gives
   each of them to om_drop_input.  */

#ifndef OBJMODE_INPUTS_H
#define OBJMODE_INPUTS_H 1

#include "values/spare.h"
#include "run/run.h"

/* Call the function of B with its N arguments ARGS, before which is room for
   one.  What PyObject_Vectorcall does besides, to look for what a function
   always has and to check what the interpreter itself returns, is a part of a
   crossing that can be seen.  Return a new reference or NULL.  */

static inline PyObject *
om_call (const struct om_block *b, PyObject **args, size_t n)
{
  return ((PyFunctionObject *) b->function)->vectorcall
    (b->function, args, n | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
}

/* Release OBJECT, which is most likely new, so that this is its end.  */

static inline void
om_drop_new (PyObject *object)
{
  if (OM_LIKELY (Py_REFCNT (object) == 1))
    {
      Py_SET_REFCNT (object, 0);
      _Py_Dealloc (object);
    }
  else
    Py_DECREF (object);
}

/* Return the object of the input SLOT, whose value is at PLACE and whose
   `quick' is QUICK, or NULL.  Store in *FLAG what om_drop_input has to know of
   it.  */

static inline __attribute__ ((always_inline)) PyObject *
om_make_input (struct om_slot *slot, unsigned quick, const char *place,
	       int *flag)
{
  *flag = 0;
  if (quick == OM_QUICK_DOUBLE)
    return om_spare_double (slot, place);
  if (quick == OM_QUICK_INT64 || quick == OM_QUICK_INT32)
    return om_spare_int (slot, place, quick == OM_QUICK_INT32);
  if (quick == OM_QUICK_BOOL)
    return Py_NewRef (*place ? Py_True : Py_False);
  if (quick == OM_QUICK_TEXT || quick == OM_QUICK_CHARS)
    return om_spare_text (slot, place, quick == OM_QUICK_CHARS, flag);
  if (quick == OM_QUICK_MEMORY)
    return om_spare_view (slot, place, flag);
  return slot->to_python (slot, place);
}

/* Release OBJECT, what om_make_input has returned for SLOT, QUICK and PLACE,
   with FLAG, or keep it for the next run.  */

static inline __attribute__ ((always_inline)) void
om_drop_input (struct om_slot *slot, unsigned quick, const char *place,
	       PyObject *object, int flag)
{
  if (quick >= OM_QUICK_TEXT
      && OM_LIKELY (Py_REFCNT (object) == 1)
      && (quick == OM_QUICK_MEMORY ? om_keep_view (slot, place, object, flag)
	  : om_keep_text (slot, object, flag)))
    return;
  Py_DECREF (object);
}

/* Return the `quick' of SLOT; it is not OM_QUICK_MEMORY unless VIEWS.  */

static inline __attribute__ ((always_inline)) unsigned
om_quick_of (const struct om_slot *slot, int views)
{
  unsigned quick = slot->quick;

  if (!views && quick == OM_QUICK_MEMORY)
    __builtin_unreachable ();
  return quick;
}

/* Make OBJECTS of the inputs of B in FRAME, with their FLAGS.  VIEWS: there may
   be arrays; SHARED: slots may be shared.  Return how many are made: less than
   there are if one fails.  */

static inline __attribute__ ((always_inline)) uint32_t
om_make_inputs (struct om_block *b, void *frame, int views, int shared,
		PyObject **objects, int *flags)
{
  struct om_slot *slot = b->in;
  uint32_t n = 0, all = b->n_in;

#pragma GCC unroll 4
  for (; n < all; n++, slot++)
    {
      objects[n] = om_make_input (slot, om_quick_of (slot, views),
				  om_place_if (slot, frame, shared), &flags[n]);
      if (OM_UNLIKELY (!objects[n]))
	break;
    }
  return n;
}

/* Release the first N of what om_make_inputs has made, or keep them for the
   next run.  */

static inline __attribute__ ((always_inline)) void
om_drop_inputs (struct om_block *b, void *frame, int views, int shared,
		PyObject **objects, uint32_t n, const int *flags)
{
  struct om_slot *slot = b->in;

#pragma GCC unroll 4
  for (uint32_t i = 0; i < n; i++, slot++)
    om_drop_input (slot, om_quick_of (slot, views),
		   om_place_if (slot, frame, shared), objects[i], flags[i]);
}

#endif /* OBJMODE_INPUTS_H */
