/* block.c - Running a block.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A crossing enters Python, makes the objects of the inputs, calls the
   function that the text was compiled to, converts its results to all
   outputs, and only then stores them.  Any thread may be here, without the
   GIL; it is held between om_enter_x87 and om_leave.  No lock is taken
   besides.  Arguments and results belong to the crossing and are on its
   stack.  */

#include "values/numpy.h"
#include "run/crossing.h"
#include "run/inputs.h"
#include "run/outputs.h"
#include <stdlib.h>
#include <string.h>

/* End BLOCK because Python cannot be entered.  No GIL.  */

OM_COLD int
om_cannot_enter (struct __objmode_block *block)
{
  const char *message = om_self.refusal;
  char text[128];
  struct objmode_error_info info = {
    .type = "RuntimeError", .message = message, .traceback = text,
    .file = block->file, .function = block->function, .line = block->line
  };

  snprintf (text, sizeof text, "RuntimeError: %s\n", message);
  return om_request->fail (block, om_request->make_failure (&info));
}

/* Set the exception for a function that returns something else than the
   plugin has written.  Return -1.  */

OM_COLD int
om_not_outputs (void)
{
  PyErr_SetString (PyExc_SystemError,
		   "internal error: the function of the block did not return "
		   "its outputs");
  return -1;
}

/* Make OBJECTS of the inputs of B in FRAME, with their FLAGS, as om_make_inputs
   does.  The text of B may use any name, and those that it does not mention may
   have no value.  Return how many are made.  */

static uint32_t
make_all_inputs (struct om_block *b, void *frame, PyObject **objects,
		 int *flags)
{
  uint32_t n = 0;

  for (; n < b->n_in; n++)
    {
      struct om_slot *slot = &b->in[n];
      char *place = om_place_of (slot, frame);
      flags[n] = 0;
      objects[n] = (slot->var->flags & OBJMODE_VAR_UNSET
		    ? om_unset_input (slot, place)
		    : om_make_input (slot, slot->quick, place, &flags[n]));
      if (!objects[n])
	break;
    }
  return n;
}

/* Convert the ITEMS to the first N outputs of B in VALUES; VIEWS are the
   arguments.  Return 0; or -1 with the slot in *FAILED and nothing held in
   VALUES.  */

static inline int
convert_items (struct om_block *b, PyObject **items, uint32_t n,
	       PyObject **views, void *frame, union om_value *values,
	       const struct om_slot **failed)
{
  for (uint32_t i = 0; i < n; i++)
    if (om_convert_output (b, &b->out[i], items[i], views, frame,
			   &values[i]) != 0)
      {
	*failed = &b->out[i];
	om_drop_values (b, values, i);
	return -1;
      }
  return 0;
}

/* Do what convert_items does for a text that may use any name.  An output that
   is the very object which its input became is not to be stored: store in
   KEPT[I] whether output I is one.  Return 0 or -1.  */

static OM_COLD int
convert_changed (struct om_block *b, PyObject **items, uint32_t n,
		 PyObject **views, void *frame, union om_value *values,
		 char *kept, const struct om_slot **failed)
{
  for (uint32_t i = 0; i < n; i++)
    {
      struct om_slot *slot = &b->out[i];
      kept[i] = slot->input >= 0 && views[slot->input] == items[i];
      memset (&values[i], 0, sizeof values[i]);
      if (!kept[i]
	  && om_convert_output (b, slot, items[i], views, frame, &values[i])
	     != 0)
	{
	  *failed = slot;
	  om_drop_values (b, values, i);
	  return -1;
	}
    }
  return 0;
}

/* Store the outputs of B in VALUES in FRAME or the variables, except those that
   are KEPT.  */

static OM_COLD void
store_changed (struct om_block *b, void *frame, union om_value *values,
	       const char *kept)
{
  for (uint32_t i = 0; i < b->n_out; i++)
    if (!kept[i])
      om_store_output (&b->out[i], frame, &values[i]);
}

/* Convert RESULT of the function of B to VALUES.  Return 0; or -1 with the
   slot in *FAILED and nothing held in VALUES.  */

static inline int
convert_outputs (struct om_block *b, PyObject *result, PyObject **views,
		 void *frame, union om_value *values,
		 const struct om_slot **failed)
{
  if (OM_LIKELY (b->n_out == 1))
    {
      *failed = b->out;
      return om_convert_output (b, b->out, result, views, frame, values);
    }
  if (!PyTuple_CheckExact (result) || PyTuple_GET_SIZE (result) != b->n_out)
    return om_not_outputs ();
  return convert_items (b, PySequence_Fast_ITEMS (result), b->n_out, views,
			frame, values, failed);
}

/* Do what convert_outputs does for a text that may use any name.  KEPT is as in
   convert_changed.  Return 0 or -1.  */

static OM_COLD int
convert_changed_outputs (struct om_block *b, PyObject *result,
			 PyObject **views, void *frame,
			 union om_value *values, char *kept,
			 const struct om_slot **failed)
{
  PyObject **items = &result;

  if (b->n_out != 1)
    {
      if (!PyTuple_CheckExact (result)
	  || PyTuple_GET_SIZE (result) != b->n_out)
	return om_not_outputs ();
      items = PySequence_Fast_ITEMS (result);
    }
  return convert_changed (b, items, b->n_out, views, frame, values, kept,
			  failed);
}

/* The slot of the value of a `return' with the line of that statement, which
   messages tell.  Other threads may run the block at the same time, and return
   elsewhere.  */
struct returned
{
  struct om_slot slot;
  struct __objmode_var var;
};

/* Let RETURNED be SLOT for a `return' at LINE.  */

static struct om_slot *
returned_at (struct returned *returned, const struct om_slot *slot, int line)
{
  returned->slot = *slot;
  returned->var = *slot->var;
  returned->var.line = line;
  returned->slot.var = &returned->var;
  return &returned->slot;
}

/* Convert RESULT of the function of B, a text that may leave the block, to
   VALUES.  RESULT is a list: an enum objmode_status and 8 times the line of the
   statement, the outputs, and the value of `return' if there is one.  Without
   one it is zero; what C does not take is dropped.  VIEWS are the arguments,
   and KEPT is as in convert_changed, or NULL.  Store the status in *STATUS.
   Return 0; or -1 with the slot in *FAILED, which may be in RETURNED, and
   nothing held in VALUES.  */

static int
convert_leave (struct om_block *b, PyObject *result, PyObject **views,
	       void *frame, union om_value *values, char *kept,
	       const struct om_slot **failed, int *status,
	       struct returned *returned)
{
  uint32_t n = b->n_out;
  PyObject **items;
  struct om_slot *slot;
  int has_value = 0;
  long end;

  if (!PyList_CheckExact (result) || PyList_GET_SIZE (result) < b->n_out
      || PyList_GET_SIZE (result) == 0)
    {
      PyErr_SetString (PyExc_SystemError,
		       "internal error: the function of the block did not "
		       "return how it ended");
      return -1;
    }
  end = PyLong_AsLong (PyList_GET_ITEM (result, 0));
  *status = (int) end & 7;
  items = PySequence_Fast_ITEMS (result) + 1;
  if (PyList_GET_SIZE (result) == n)
    memset (&values[--n], 0, sizeof values[n]);
  else if (n > 0 && b->returned)
    {
      has_value = 1;
      n--;
    }
  if (kept)
    memset (kept, 0, b->n_out);
  if ((kept ? convert_changed (b, items, n, views, frame, values, kept, failed)
       : convert_items (b, items, n, views, frame, values, failed)) != 0)
    return -1;
  if (!has_value)
    return 0;
  slot = returned_at (returned, &b->out[n], (int) (end >> 3));
  if (om_convert_output (b, slot, items[n], views, frame, &values[n]) == 0)
    return 0;
  *failed = slot;
  om_drop_values (b, values, n);
  return -1;
}

/* Run B with FRAME, the GIL held.  ARGS has room for an argument more than
   there are inputs, FLAGS for what om_make_inputs stores, VALUES for the
   outputs.  Return NULL when all is stored, or a failure, with the outputs
   untouched.  If the text may leave the block, STATUS is where to store how it
   ended, else NULL.  If the text may use any name, KEPT has room for a byte for
   each output, else it is NULL.  TIMES is filled in unless it is NULL.  */

static inline __attribute__ ((always_inline)) struct objmode_failure *
run_text (struct om_block *b, void *frame, PyObject **args, int *flags,
	  union om_value *values, int *status, char *kept,
	  struct objmode_times *times)
{
  struct objmode_failure *failure = NULL;
  const struct om_slot *failed = NULL;
  struct returned returned;
  PyObject *result;
  uint32_t n = 0;
  int ok = !b->critical || PyErr_CheckSignals () == 0;

  if (OM_LIKELY (ok))
    {
      n = (kept ? make_all_inputs (b, frame, args + 1, flags)
	   : om_make_inputs (b, frame, 1, 1, args + 1, flags));
      ok = n == b->n_in;
      failed = ok ? NULL : &b->in[n];
    }
  if (times)
    times->called = times->returned = om_now ();
  if (OM_LIKELY (ok))
    {
      PyObject *before = (kept && b->names ? om_show_names (b->names)
			  : NULL);
      result = om_call (b, args + 1, n);
      if (kept && b->names)
	om_hide_names (b->names, before);
      if (times)
	times->returned = om_now ();
      ok = (result != NULL
	    && (status
		? convert_leave (b, result, args + 1, frame, values, kept,
				 &failed, status, &returned) == 0
		: b->n_out == 0
		|| (kept
		    ? convert_changed_outputs (b, result, args + 1, frame,
					       values, kept, &failed)
		    : convert_outputs (b, result, args + 1, frame, values,
				       &failed)) == 0));
      Py_XDECREF (result);
    }
  if (OM_UNLIKELY (!ok))
    failure = om_take_failure (b->block, failed, b->n_views != 0);
  else if (times)
    times->copied = om_copied_bytes (b, args + 1, values);
  failure = om_finish_outputs (b, n == b->n_in ? args + 1 : NULL, frame,
			       values, failure);
  if (OM_LIKELY (!failure) && kept)
    store_changed (b, frame, values, kept);
  else if (OM_LIKELY (!failure))
    om_store_outputs (b, frame, values);
  om_drop_inputs (b, frame, 1, 1, args + 1, n, flags);
  if (OM_LIKELY (!failure))
    om_drop_values (b, values, b->n_out);
  return failure;
}

/* Run BLOCK with FRAME.  ARGS, FLAGS, VALUES, KEPT and TIMES are as in
   run_text.  LEAVES: the text may leave the block.  Return an enum
   objmode_status.  Any thread, GIL taken.  */

static inline __attribute__ ((always_inline)) int
run_with (struct __objmode_block *block, void *frame, PyObject **args,
	  int *flags, union om_value *values, int leaves, char *kept,
	  struct objmode_times *times)
{
  int status = OBJMODE_DONE;
  struct om_block *b = block->state;
  struct objmode_failure *failure;
  struct om_entry entry;

  OM_NO_UNWIND ();
  if (!om_begin_crossing (block, &entry, b->x87, OM_ANYONES, times))
    return om_cannot_enter (block);
  failure = run_text (b, frame, args, flags, values,
		      leaves ? &status : NULL, kept, times);
  return om_end_crossing (block, &entry, failure, status, 1, OM_ANYONES,
			  times);
}

/* Run BLOCK, which has at most OM_FEW inputs and outputs, with FRAME.  Return
   an enum objmode_status.  Any thread, GIL taken.  */

static int
run_few (struct __objmode_block *block, void *frame)
{
  PyObject *args[OM_FEW + 1];
  union om_value values[OM_FEW];
  int flags[OM_FEW];

  return run_with (block, frame, args, flags, values, 0, NULL, NULL);
}

/* Run BLOCK, with any number of variables, with FRAME.  Return an enum
   objmode_status.  Any thread, GIL taken.  */

static int
run_many (struct __objmode_block *block, void *frame)
{
  PyObject *args[block->n_vars + 1];
  union om_value values[block->n_vars + 1];
  int flags[block->n_vars + 1];

  return run_with (block, frame, args, flags, values, 0, NULL, NULL);
}

/* Run BLOCK, whose text may leave it, with FRAME.  Return an enum
   objmode_status.  Any thread, GIL taken.  */

static int
run_leaving (struct __objmode_block *block, void *frame)
{
  PyObject *args[block->n_vars + 1];
  union om_value values[block->n_vars + 1];
  int flags[block->n_vars + 1];

  return run_with (block, frame, args, flags, values, 1, NULL, NULL);
}

/* Run BLOCK with FRAME.  Its text may use any name, or its costs are counted,
   or both.  Return an enum objmode_status.  Any thread, GIL taken.  */

static int
run_any (struct __objmode_block *block, void *frame)
{
  PyObject *args[block->n_vars + 1];
  union om_value values[block->n_vars + 1];
  int flags[block->n_vars + 1];
  char kept[block->n_vars + 1];
  struct objmode_times times = { 0 };

  return run_with (block, frame, args, flags, values,
		   (block->flags & OBJMODE_BLOCK_LEAVES) != 0,
		   block->flags & OBJMODE_BLOCK_ALL_NAMES ? kept : NULL,
		   om_request->count ? &times : NULL);
}

/* Return the function that is to run the block of B.  */

static __objmode_run_fn *
choose_run (const struct om_block *b)
{
  __objmode_run_fn *plain;

  if (b->block->flags & OBJMODE_BLOCK_C_BODY)
    return om_run_body;
  if (om_request->count || (b->block->flags & OBJMODE_BLOCK_ALL_NAMES))
    return run_any;
  if (b->block->flags & OBJMODE_BLOCK_LEAVES)
    return run_leaving;
  plain = om_choose_plain (b);
  if (plain)
    return plain;
  return b->block->n_vars <= OM_FEW ? run_few : run_many;
}

/* Run BLOCK, which was prepared, with FRAME for the first time.  If flags of
   the x87 are raised, the next runs heed it too: the text has numbers of
   NumPy's that no variable shows.  Return an enum objmode_status.  Any thread,
   GIL taken.  */

static int
run_first (struct __objmode_block *block, void *frame)
{
  struct om_block *b = block->state;
  unsigned flags;
  int status;

  /* That of a C body does not end here.  */
  if (b->x87 || (block->flags & OBJMODE_BLOCK_C_BODY))
    return block->run (block, frame);
  flags = om_clear_x87 ();
  status = block->run (block, frame);
  if (om_end_x87 (flags))
    {
      b->x87 = 1;
      __atomic_store_n (&block->run, choose_run (b), __ATOMIC_RELEASE);
    }
  return status;
}

/* Prepare BLOCK unless another thread has, and run it with FRAME.  Return
   an enum objmode_status.  Any thread, GIL taken.  */

int
om_first_run (struct __objmode_block *block, void *frame)
{
  struct om_entry entry;
  struct om_block *b;
  struct objmode_failure *failure = NULL;
  int first = 0;

  if (!om_enter_x87 (&entry, block, 1))
    return om_cannot_enter (block);
  b = om_prepare (block);
  if (!b)
    failure = om_take_failure (block, NULL, 0);
  else if (block->state)
    om_free_block (b);
  else
    {
      block->state = b;
      __atomic_store_n (&block->run, choose_run (b), __ATOMIC_RELEASE);
      first = 1;
    }
  if (om_leases)
    om_end_lease ();
  om_leave (&entry);
  if (failure)
    return om_request->fail (block, failure);
  return (first ? run_first (block, frame)
	  : __atomic_load_n (&block->run, __ATOMIC_ACQUIRE) (block, frame));
}
