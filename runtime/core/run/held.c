/* held.c - Views that something holds after their block.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view must not be held after its block, since the memory may be gone
   then.  The count of its references tells whether it is, in one comparison;
   only then its holders are searched for.  The thread that crosses is here
   with the GIL; there are no locks.  */

#include "values/adapt.h"
#include "values/convert.h"
#include "values/follow.h"
#include "run/run.h"
#include "values/kind.h"

/* Return the index of an input of B that is a view which something but VIEWS
   holds, or -1.  */

static inline int
held_input (struct om_block *b, PyObject **views)
{
  for (uint32_t i = 0; i < b->n_in; i++)
    if (b->in[i].is_view && Py_REFCNT (views[i]) > 1 && views[i] != Py_None
	&& !om_unreadable_p (views[i]) && om_lent_p (&b->in[i], views[i]))
      return i;
  return -1;
}

/* Return what held_input does; or the number of inputs, which stands for the
   lease of the crossing, if something holds that.  If VIEWS is NULL, there is
   nothing but that.  */

static int
held_view (struct om_block *b, PyObject **views)
{
  PyObject *lease = om_leases ? om_find_lease () : NULL;
  int held = views ? held_input (b, views) : -1;

  return (held >= 0 || !lease
	  || (Py_REFCNT (lease) == 1 && !om_lent_view (lease, NULL)) ? held
	  : (int) b->n_in);
}

/* Return the object that HELD, a result of held_view, stands for, borrowed.  */

static PyObject *
view_of (struct om_block *b, PyObject **views, int held)
{
  PyObject *lease, *lent;

  if (held < (int) b->n_in)
    return views[held];
  lease = om_find_lease ();
  lent = om_lent_view (lease, NULL);
  return lent ? lent : lease;
}

/* Let the frames of B go, and the garbage of GENERATION and younger ones; 2 is
   all that the process has, which is counted if crossings are.  Return what
   held_view then says.  */

static OM_COLD int
collect (struct om_block *b, PyObject **views, int generation)
{
  PyObject *code = (b->function && PyFunction_Check (b->function)
		    ? PyFunction_GetCode (b->function) : Py_None);
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
	  && drop_exception (failure, view_of (b, views, held), 0))
	held = held_view (b, views);
    }
  if (held >= 0 && drop_exception (failure, view_of (b, views, held), 1))
    {
      held = held_view (b, views);
      if (held >= 0)
	held = collect (b, views, 2);
    }
  return held;
}

/* Release those among VIEWS, the arguments of B, that refer to the lease of the
   crossing themselves, as tuples do, or may refer to what it has lent.  */

static OM_COLD void
release_rows (struct om_block *b, PyObject **views)
{
  for (uint32_t i = 0; i < b->n_in; i++)
    if (b->in[i].var->levels || b->in[i].raw)
      Py_SETREF (views[i], Py_NewRef (Py_None));
}

/* Return what messages call BLOCK, which something is held after.  */

static const char *
name_of (const struct __objmode_block *block)
{
  return block->flags & OBJMODE_BLOCK_CALLBACK ? "call" : "block";
}

/* Set the exception that says that the input SLOT, which is VIEW, is held after
   BLOCK.  */

static void
held_error (const struct __objmode_block *block, const struct om_slot *slot,
	    PyObject *view)
{
  int call = (block->flags & OBJMODE_BLOCK_CALLBACK) != 0;
  const char *after = name_of (block);
  PyObject *holders = om_bootstrap_call ("holders", "([O])", view);

  if (!holders)
    PyErr_Clear ();
  if (om_kind_of (slot)->single)
    om_slot_error (slot, PyExc_BufferError,
		   "it is held after the %s by %V%s", after, holders, "?",
		   call ? "" : "; write 'static' in its type if it lasts as "
		   "long");
  else
    om_slot_error (slot, PyExc_BufferError,
		   "a view of it is held after the %s by %V; keep %s.copy () "
		   "instead%s", after, holders, "?", slot->var->name,
		   call ? "" : ", or write 'copy' or 'static' in its type");
  Py_XDECREF (holders);
}

/* VIEW, an input or the lease of a crossing, is held because something is that
   was reached from it through pointers: set the exception that says what, and
   return 1.  Return 0 if that is not the reason.  BLOCK is told of, and SLOT
   is the slot of VIEW, or NULL.  */

static int
reached_error (const struct __objmode_block *block, const struct om_slot *slot,
	       PyObject *view)
{
  PyObject *text, *type, *thing = om_reached (view, &text, &type), *holders;
  struct __objmode_type c_type = { .size = sizeof (void *) };
  struct __objmode_var var = { .type = &c_type };
  struct om_slot named = { .var = &var, .block = block };

  if (!thing)
    {
      PyErr_Clear ();
      return 0;
    }
  holders = om_bootstrap_call ("holders", "([O])", thing);
  if (!holders)
    PyErr_Clear ();
  var.name = var.c_name = PyUnicode_AsUTF8 (text);
  var.line = slot ? slot->var->line : block->line;
  c_type.name = PyUnicode_AsUTF8 (type);
  om_slot_error (&named, PyExc_BufferError,
		 "a view of what it points to is held after the %s by %V; "
		 "keep %U.copy () instead, or write 'static' in its extents",
		 name_of (block), holders, "?", text);
  Py_XDECREF (holders);
  Py_DECREF (text);
  Py_DECREF (type);
  Py_DECREF (thing);
  return 1;
}

/* Set the exception that says that VIEW, of which the adapter of SLOT has made
   an object, is held after BLOCK.  */

static void
lent_error (const struct __objmode_block *block, const struct om_slot *slot,
	    PyObject *view)
{
  PyObject *holders = om_bootstrap_call ("holders", "([O])", view);

  if (!holders)
    PyErr_Clear ();
  om_slot_error (slot, PyExc_BufferError,
		 "a view of it is held after the %s by %V; let '%s', of "
		 "objmode_adapt, copy what it keeps", name_of (block), holders,
		 "?", slot->adapter->to_name);
  Py_XDECREF (holders);
}

/* Return NULL if the strings that the text of B may have stored to in VIEWS,
   its arguments, end with a null character, or a failure that says which one
   does not.  */

static OM_COLD struct objmode_failure *
check_strings (struct om_block *b, PyObject **views)
{
  for (uint32_t i = 0; i < b->n_in; i++)
    if (views[i] && om_check_strings (&b->in[i], views[i]) != 0)
      return om_take_failure (b->block, &b->in[i], 0);
  return NULL;
}

/* Do what om_check_views does: something may be held, or strings are to be
   looked at.  */

static OM_COLD struct objmode_failure *
check_with_care (struct om_block *b, PyObject **views,
		 struct objmode_failure *failure, int *collected)
{
  const struct om_slot *slot = NULL, *its = NULL;
  PyObject *view, *lent = NULL;
  int held;

  if (OM_UNLIKELY (om_leases != NULL) && views)
    release_rows (b, views);
  held = held_view (b, views);
  if (OM_LIKELY (held < 0))
    goto done;
  if (collected)
    *collected = 1;
  held = let_go (b, views, held, failure);
  if (held < 0)
    goto done;
  if (held < (int) b->n_in)
    slot = &b->in[held];
  else
    lent = om_lent_view (om_find_lease (), &its);
  view = Py_NewRef (view_of (b, views, held));
  if (lent)
    lent_error (b->block, its, view);
  else if (!reached_error (b->block, slot, view))
    {
      if (slot)
	held_error (b->block, slot, view);
      else
	PyErr_Format (PyExc_BufferError, "a view of what a pointer points to "
		      "is held after the %s", name_of (b->block));
    }
  Py_DECREF (view);
  if (failure)
    om_request->free_failure (failure);
  failure = om_take_failure (b->block, slot, 0);
 done:
  if (OM_UNLIKELY (b->strings) && views && !failure)
    failure = check_strings (b, views);
  if (OM_UNLIKELY (om_leases != NULL))
    om_end_lease ();
  return failure;
}

/* The text of B has ended, with FAILURE if not NULL.  Return FAILURE if nothing
   holds VIEWS, the arguments, or what was reached through pointers, any more;
   else a failure that says what does, in place of it.  VIEWS may be NULL if
   there is a lease.  Set *COLLECTED, unless COLLECTED is NULL, if code may have
   run to find that out.  */

struct objmode_failure *
om_check_views (struct om_block *b, PyObject **views,
		struct objmode_failure *failure, int *collected)
{
  if (OM_LIKELY (!om_leases && !b->strings && held_input (b, views) < 0))
    return failure;
  return check_with_care (b, views, failure, collected);
}
