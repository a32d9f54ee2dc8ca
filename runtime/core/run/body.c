/* body.c - Blocks with a C body.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* What block->run and frame->leave are from the second run of such a block
   on, see struct __objmode_body.  Between them the thread holds the GIL, and
   what the entry saved is in the frame.

   Any thread may be here; there are no locks.  The objects of the variables
   belong to the frame until the block is left.  */

#include "run/crossing.h"
#include "run/outputs.h"
#include <frameobject.h>
#include <string.h>

/* What is kept in the `entry' of struct __objmode_body.  */
struct entry
{
  struct om_entry entry;
  struct objmode_times times;	/* If crossings are counted.  */
};

_Static_assert (sizeof (struct entry) <= OBJMODE_ENTRY_WORDS * sizeof (void *),
		"struct entry fits into struct __objmode_body");

/* Return what FRAME keeps.  */

static inline struct entry *
entry_of (struct __objmode_body *frame)
{
  return (struct entry *) (void *) frame->entry;
}

/* Return where the times of the crossing E are kept, or NULL if crossings are
   not counted.  */

static inline struct objmode_times *
times_of (struct entry *e)
{
  return OM_UNLIKELY (om_request->count != NULL) ? &e->times : NULL;
}

/* End the crossing E of BLOCK, of which FAILURE is the failure or NULL.  Return
   an enum objmode_status.  GIL held, given back.  */

static int
leave (struct __objmode_block *block, struct entry *e,
       struct objmode_failure *failure)
{
  return om_end_crossing (block, &e->entry, failure, OBJMODE_DONE, 1,
			  OM_ANYONES, times_of (e));
}

/* Convert OBJECTS, those of the variables of B, to its outputs in VALUES;
   VIEWS and FRAME are as in convert_output.  Return 0; or -1 with the slot in
   *FAILED and nothing held in VALUES.  */

static int
convert_objects (struct om_block *b, PyObject **objects, PyObject **views,
		 void *frame, union om_value *values,
		 const struct om_slot **failed)
{
  uint32_t n = 0;

  for (uint32_t i = 0; i < b->block->n_vars; i++)
    {
      if (!(b->block->vars[i].flags & OBJMODE_VAR_OUT))
	continue;
      *failed = &b->out[n];
      if (!objects[i])
	om_slot_error (*failed, PyExc_SystemError,
		       "OBJ (%s) is NULL at the end of the block without an "
		       "exception set", b->block->vars[i].name);
      if (!objects[i]
	  || om_convert_output (b, &b->out[n], objects[i], views, frame,
				&values[n]) != 0)
	{
	  om_drop_values (b, values, n);
	  return -1;
	}
      n++;
    }
  return 0;
}

/* The C body of B has ended, with FAILURE if not NULL.  Release OBJECTS, those
   of its variables; before that, convert and then store its outputs.  VIEWS
   are those among the inputs, by their numbers, in other references; FRAME
   is the block's.  Store in *COPIED, unless that is NULL, the bytes that were
   copied.  Return NULL, or FAILURE or another one: then nothing is stored.  */

static struct objmode_failure *
finish (struct om_block *b, PyObject **objects, PyObject **views,
		void *frame, struct objmode_failure *failure, uint64_t *copied)
{
  union om_value values[b->n_out + 1];
  const struct om_slot *failed = NULL;

  if (!failure
      && convert_objects (b, objects, views, frame, values, &failed) != 0)
    failure = om_take_failure (b->block, failed, b->n_views != 0);
  if (copied && !failure)
    *copied = om_copied_bytes (b, views, values);
  for (uint32_t i = 0; i < b->block->n_vars; i++)
    Py_CLEAR (objects[i]);
  failure = om_finish_outputs (b, views, frame, values, failure);
  if (!failure)
    {
      om_store_outputs (b, frame, values);
      om_drop_values (b, values, b->n_out);
    }
  return failure;
}

/* Put a frame of the C function of BLOCK, at LINE, in front of the traceback
   of the exception that is set.  */

static OM_COLD void
add_traceback (const struct __objmode_block *block, int line)
{
  struct om_unit *unit;
  PyObject *type, *value, *traceback;
  PyCodeObject *code;
  PyFrameObject *frame = NULL;

  PyErr_Fetch (&type, &value, &traceback);
  unit = om_unit_ready (block->unit);
  code = PyCode_NewEmpty (block->file, block->function, line);
  if (unit && code)
    frame = PyFrame_New (PyThreadState_Get (), code,
			 PyModule_GetDict (unit->module), NULL);
  PyErr_Clear ();
  PyErr_Restore (type, value, traceback);
  if (frame)
    PyTraceBack_Here (frame);
  Py_XDECREF (code);
  Py_XDECREF (frame);
}

/* End BLOCK with FRAME: see struct __objmode_body.  GIL held, given back.  */

static int
leave_body (struct __objmode_block *block, void *frame)
{
  struct __objmode_body *body = frame;
  struct om_block *b = block->state;
  PyObject **objects = (PyObject **) body->objects;
  PyObject **views = objects + block->n_vars;
  struct entry *e = entry_of (body);
  struct objmode_failure *failure = NULL;
  struct objmode_times *times = times_of (e);

  if (times)
    times->returned = om_now ();
  if (OM_UNLIKELY (PyErr_Occurred () != NULL))
    {
      add_traceback (block, body->line ? (int) body->line : block->line);
      failure = om_take_failure (block, NULL, b->n_views != 0);
    }
  failure = finish (b, objects, views, frame, failure,
			    times ? &times->copied : NULL);
  for (uint32_t i = 0; i < b->n_in; i++)
    Py_XDECREF (views[i]);
  return leave (block, e, failure);
}

/* The input SLOT of BLOCK has no object, and an exception is set: release those
   that FRAME has, and the GIL.  Return an enum objmode_status.  */

static OM_COLD int
fail_to_begin (struct __objmode_block *block, struct __objmode_body *frame,
	       const struct om_slot *slot)
{
  struct objmode_failure *failure = om_take_failure (block, slot, 1);

  for (uint32_t i = 0; i < 2 * block->n_vars; i++)
    Py_XDECREF ((PyObject *) frame->objects[i]);
  if (om_leases)
    om_end_lease ();
  return leave (block, entry_of (frame), failure);
}

/* Begin BLOCK with FRAME: see struct __objmode_body.  Return an enum
   objmode_status.  Any thread, GIL taken.  */

int
om_run_body (struct __objmode_block *block, void *frame)
{
  struct __objmode_body *body = frame;
  struct om_block *b = block->state;
  PyObject **objects = (PyObject **) body->objects;
  PyObject **views = objects + block->n_vars;
  struct entry *e = entry_of (body);
  struct objmode_times *times = times_of (e);
  uint32_t n = 0;

  if (times)
    memset (times, 0, sizeof *times);
  if (!om_begin_crossing (block, &e->entry, 1, OM_ANYONES, times))
    return om_cannot_enter (block);
  e->entry.undo |= OM_IN_BODY;
  e->entry.stack = (uintptr_t) __builtin_dwarf_cfa ();
  body->leave = leave_body;
  body->line = 0;
  for (uint32_t i = 0; i < 2 * block->n_vars; i++)
    objects[i] = NULL;
  for (uint32_t i = 0; i < block->n_vars; i++)
    if (block->vars[i].flags & OBJMODE_VAR_IN)
      {
	const struct om_slot *slot = &b->in[n];
	objects[i] = slot->to_python (slot, om_place_of (slot, frame));
	if (OM_UNLIKELY (!objects[i]))
	  return fail_to_begin (block, body, slot);
	if (slot->is_view || (times && slot->operations
			      && slot->operations->bytes_in))
	  views[n] = Py_NewRef (objects[i]);
	n++;
      }
  if (times)
    times->called = om_now ();
  return OBJMODE_DONE;
}
