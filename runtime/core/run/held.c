/* held.c - Views that something holds after their block.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view must not be held after its block, since the memory may be gone
   then.  The count of its references tells whether it is, in one comparison;
   only then its holders are searched for.  The thread that crosses is here
   with the GIL; there are no locks.  */

#include "run/run.h"

/* Return the index of an input of B that is a view which something but
   VIEWS holds, or -1.  */

static inline int
held_view (struct om_block *b, PyObject **views)
{
  for (uint32_t i = 0; i < b->n_in; i++)
    if (b->in[i].is_view && Py_REFCNT (views[i]) > 1 && views[i] != Py_None
	&& om_lent_p (&b->in[i], views[i]))
      return i;
  return -1;
}

/* Let the frames of B and the garbage go, and FAILURE's exception if that
   does not do.  Return what held_view then says.  */

static OM_COLD int
let_go (struct om_block *b, PyObject **views, struct objmode_failure *failure)
{
  PyObject *code = b->function ? PyFunction_GetCode (b->function) : Py_None;
  int held;

  Py_XDECREF (om_bootstrap_call ("let_go", "(O)", code));
  PyErr_Clear ();
  held = held_view (b, views);
  if (held >= 0 && failure && failure->exception)
    {
      Py_DECREF ((PyObject *) failure->exception);
      failure->exception = NULL;
      Py_XDECREF (om_bootstrap_call ("let_go", "(O)", code));
      PyErr_Clear ();
      held = held_view (b, views);
    }
  return held;
}

/* The text of B has ended, with FAILURE if not NULL.  Return FAILURE if
   nothing holds VIEWS, the arguments, any more; else a failure that says
   what does, in place of it.  */

struct objmode_failure *
om_check_views (struct om_block *b, PyObject **views,
		struct objmode_failure *failure)
{
  const struct om_slot *slot;
  PyObject *holders;
  int held = held_view (b, views);

  if (OM_LIKELY (held < 0) || (held = let_go (b, views, failure)) < 0)
    return failure;
  slot = &b->in[held];
  holders = om_bootstrap_call ("holders", "([O])", views[held]);
  if (!holders)
    PyErr_Clear ();
  om_slot_error (slot, PyExc_BufferError,
		 "a view of it is held after the block by %V; keep %s.copy () "
		 "instead, or write 'copy' or 'static' in its type",
		 holders, "?", slot->var->name);
  Py_XDECREF (holders);
  if (failure)
    om_request->free_failure (failure);
  return om_take_failure (b->block, slot->var, 0);
}
