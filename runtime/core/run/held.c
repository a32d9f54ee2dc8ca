/* held.c - Views that something holds after their block.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view must not be held after its block, since the memory may be gone
   then.  The count of its references tells whether it is, in one comparison;
   only then its holders are searched for.  The thread that crosses is here
   with the GIL; there are no locks.  */

#include "values/convert.h"
#include "run/run.h"
#include "values/kind.h"

/* Return the index of an input of B that is a view which something but
   VIEWS holds, or -1.  */

static inline int
held_view (struct om_block *b, PyObject **views)
{
  for (uint32_t i = 0; i < b->n_in; i++)
    if (b->in[i].is_view && Py_REFCNT (views[i]) > 1 && views[i] != Py_None
	&& !om_unreadable_p (views[i]) && om_lent_p (&b->in[i], views[i]))
      return i;
  return -1;
}

/* Let the frames of B go, and the garbage of GENERATION and younger ones; 2 is
   all that the process has, which is counted if crossings are.  Return what
   held_view then says.  */

static OM_COLD int
collect (struct om_block *b, PyObject **views, int generation)
{
  PyObject *code = b->function ? PyFunction_GetCode (b->function) : Py_None;
  int64_t start = om_now ();

  Py_XDECREF (om_bootstrap_call ("let_go", "(Oi)", code, generation));
  PyErr_Clear ();
  if (generation == 2 && om_request->count_collection)
    om_request->count_collection (b->block, om_now () - start);
  return held_view (b, views);
}

/* Give up the exception of FAILURE if that is what holds VIEW, or if it may be
   since ANYHOW is set.  Return 1 if it has been given up.  */

static int
drop_exception (struct objmode_failure *failure, PyObject *view, int anyhow)
{
  PyObject *reached;
  int drop = anyhow;

  if (!failure || !failure->exception)
    return 0;
  if (!drop)
    {
      reached = om_bootstrap_call ("reaches", "(O[O])",
				   (PyObject *) failure->exception, view);
      drop = reached == Py_True;
      PyErr_Clear ();
      Py_XDECREF (reached);
    }
  if (drop)
    {
      Py_DECREF ((PyObject *) failure->exception);
      failure->exception = NULL;
    }
  return drop;
}

/* Let go what is no longer in use and holds one of VIEWS, of which HELD is the
   index: garbage and frames of B, then FAILURE's exception.  What is young is
   looked at first, since to look at everything may take half a second.  Return
   what held_view then says.  */

static OM_COLD int
let_go (struct om_block *b, PyObject **views, int held,
	struct objmode_failure *failure)
{
  for (int generation = 0; held >= 0 && generation <= 2; generation++)
    {
      held = collect (b, views, generation);
      if (held >= 0 && generation < 2
	  && drop_exception (failure, views[held], 0))
	held = held_view (b, views);
    }
  if (held >= 0 && drop_exception (failure, views[held], 1))
    {
      held = held_view (b, views);
      if (held >= 0)
	held = collect (b, views, 2);
    }
  return held;
}

/* The text of B has ended, with FAILURE if not NULL.  Return FAILURE if
   nothing holds VIEWS, the arguments, any more; else a failure that says
   what does, in place of it.  Set *COLLECTED, unless COLLECTED is NULL, if code
   may have run to find that out.  */

struct objmode_failure *
om_check_views (struct om_block *b, PyObject **views,
		struct objmode_failure *failure, int *collected)
{
  const struct om_slot *slot;
  PyObject *holders;
  int held = held_view (b, views);

  if (OM_LIKELY (held < 0))
    return failure;
  if (collected)
    *collected = 1;
  held = let_go (b, views, held, failure);
  if (held < 0)
    return failure;
  slot = &b->in[held];
  holders = om_bootstrap_call ("holders", "([O])", views[held]);
  if (!holders)
    PyErr_Clear ();
  if (om_kind_of (slot)->single)
    om_slot_error (slot, PyExc_BufferError,
		   "it is held after the block by %V; write 'static' in its "
		   "type if it lasts as long", holders, "?");
  else
    om_slot_error (slot, PyExc_BufferError,
		   "a view of it is held after the block by %V; keep "
		   "%s.copy () instead, or write 'copy' or 'static' in its "
		   "type",
		   holders, "?", slot->var->name);
  Py_XDECREF (holders);
  if (failure)
    om_request->free_failure (failure);
  return om_take_failure (b->block, slot, 0);
}
