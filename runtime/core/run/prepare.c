/* prepare.c - From a block's descriptor to what is run.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* This is done once for each block, by the thread that reaches it first,
   with the GIL.  Two threads may prepare a block at the same time, because
   Python code runs meanwhile; om_first_run keeps the one that is ready
   first.  */

#include "values/adapt.h"
#include "values/callable.h"
#include "values/convert.h"
#include "values/follow.h"
#include "values/record.h"
#include "run/run.h"
#include <stdlib.h>

/* Fill in SLOT for VAR of BLOCK as it is without an adapter; OUTPUT says which
   direction.  Return 0 or -1.  */

static int
make_raw_slot (struct om_slot *slot, const struct __objmode_block *block,
	   const struct __objmode_var *var, int output)
{
  const struct om_kind *kind;

  slot->var = var;
  slot->block = block;
  slot->size = var->type->size;
  slot->input = -1;
  kind = om_kind_of (slot);
  if (om_array_p (slot) || kind->by_address)
    {
      slot->offset = var->in;
      return (!om_array_p (slot) ? om_choose_value (slot)
	      : var->levels ? om_choose_rows (slot)
	      : kind->choose_array ? kind->choose_array (slot)
	      : om_choose_array (slot));
    }
  slot->shared = (var->flags & OBJMODE_VAR_SHARED) != 0;
  slot->offset = slot->shared ? var->addr : output ? var->out : var->in;
  if (slot->offset < 0)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the "
			  "variable has no place in the frame");
  return (var->flags & OBJMODE_VAR_BITS ? om_choose_bits (slot)
	  : om_choose_value (slot));
}

/* Fill in SLOT for VAR of BLOCK; OUTPUT says which direction.  Return 0 or
   -1.  */

static int
make_slot (struct om_slot *slot, const struct __objmode_block *block,
	   const struct __objmode_var *var, int output)
{
  return (make_raw_slot (slot, block, var, output) == 0 ? om_adapt (slot)
	  : -1);
}

/* Return 1 if the values of SLOT, or its elements, are of a type for which
   there is only the x87.  */

static int
wide_p (const struct om_slot *slot)
{
  size_t narrow = om_kind_of (slot)->narrow_size;

  return narrow != 0 && slot->var->type->size > narrow;
}

/* SLOT cannot be prepared.  If the text does not name it, let it be one that
   cannot be read, and return 0.  Otherwise keep the exception and return
   -1.  */

static int
give_up (struct om_slot *slot)
{
  if (!(slot->var->flags & OBJMODE_VAR_UNSET))
    return -1;
  PyErr_Clear ();
  slot->to_python = NULL;
  slot->is_view = 0;
  slot->quick = OM_QUICK_NOT;
  return 0;
}

/* Fill in SLOT for the input VAR of BLOCK.  Return 0 or -1.  */

int
om_make_input_slot (struct om_slot *slot, const struct __objmode_block *block,
		    const struct __objmode_var *var)
{
  return (make_slot (slot, block, var, 0) == 0 ? 0 : give_up (slot));
}

/* If the text of B may store strings in elements of the input SLOT, see to it
   that they are looked at when it has ended.  Return 0 or -1.  */

static int
note_strings (struct om_block *b, struct om_slot *slot)
{
  int strings = om_stores_strings_p (slot);

  if (strings <= 0)
    return strings;
  b->strings = 1;
  /* Views are there until the end.  */
  b->n_views += !slot->is_view;
  slot->quick = OM_QUICK_NOT;
  return 0;
}

/* Fill in the slots of B.  Return 0 or -1.  */

static int
make_slots (struct om_block *b)
{
  const struct __objmode_block *block = b->block;

  for (uint32_t i = 0; i < block->n_vars; i++)
    {
      const struct __objmode_var *var = &block->vars[i];
      int input = -1;

      if (var->flags & OBJMODE_VAR_IN)
	{
	  input = b->n_in++;
	  if (om_make_input_slot (&b->in[input], block, var) != 0)
	    return -1;
	  if (note_strings (b, &b->in[input]) != 0)
	    return -1;
	  b->n_views += b->in[input].is_view;
	  b->n_memories += b->in[input].quick == OM_QUICK_MEMORY;
	  b->shared |= b->in[input].shared;
	  b->x87 |= b->in[input].is_view || wide_p (&b->in[input]);
	}
      if (var->flags & OBJMODE_VAR_OUT)
	{
	  struct om_slot *slot = &b->out[b->n_out++];
	  if (make_slot (slot, block, var, 1) != 0)
	    return -1;
	  slot->input = input;
	  b->returned = (var->flags & OBJMODE_VAR_RETURNED) != 0;
	  b->critical |= slot->shared;
	  b->shared |= slot->shared;
	  b->x87 |= wide_p (slot);
	}
    }
  b->rechecks = (b->n_out > 1
		 || (block->flags & (OBJMODE_BLOCK_C_BODY
				     | OBJMODE_BLOCK_LEAVES)));
  /* Nothing that was read can be out of date.  */
  if (b->n_in == 0)
    b->critical = 0;
  return 0;
}

/* Free what SLOT holds.  */

void
om_free_slot (struct om_slot *slot)
{
  Py_XDECREF (slot->descr);
  om_record_release (slot->record);
  om_unadapt (slot);
}

/* Free B, which no block has.  NULL is allowed.  */

void
om_free_block (struct om_block *b)
{
  if (!b)
    return;
  for (uint32_t i = 0; b->in && i < b->n_in; i++)
    om_free_slot (&b->in[i]);
  for (uint32_t i = 0; b->out && i < b->n_out; i++)
    om_free_slot (&b->out[i]);
  Py_XDECREF (b->function);
  om_free_names (b->names);
  free (b->in);
  free (b->out);
  free (b);
}

/* Return the function of B, with the module of UNIT as globals.  */

static PyObject *
make_function (const struct om_block *b, struct om_unit *unit)
{
  const struct __objmode_block *block = b->block;
  PyObject *table = om_positions (block->positions, block->source_line);
  PyObject *function;

  if (!table)
    return NULL;
  function = om_bootstrap_call ("make_function", "(sOO&sOii)", block->source,
				table, om_file_name, block->file,
				block->function,
				PyModule_GetDict (unit->module),
				(block->flags & OBJMODE_BLOCK_LEAVES) != 0,
				b->critical);
  Py_DECREF (table);
  return function;
}

/* Check that BLOCK, if it has a C body, was compiled for this Python.  Return 0
   or -1.  */

static int
check_version (const struct __objmode_block *block)
{
  int major = block->python >> 24, minor = block->python >> 16 & 0xff;

  if (block->python == 0
      || (major == PY_MAJOR_VERSION && minor == PY_MINOR_VERSION))
    return 0;
  PyErr_Format (PyExc_RuntimeError, "the C body of the block was compiled "
		"with <Python.h> of Python %d.%d, but this is Python %d.%d; "
		"compile %s with the headers of this Python, or define "
		"Py_LIMITED_API",
		major, minor, PY_MAJOR_VERSION, PY_MINOR_VERSION,
		block->file);
  return -1;
}

/* Make ready what BLOCK needs to run: its unit's module, its conversions,
   its function.  Return it, to be freed by om_free_block, or NULL.  */

struct om_block *
om_prepare (struct __objmode_block *block)
{
  struct om_unit *unit
    = check_version (block) == 0 ? om_unit_ready (block->unit) : NULL;
  struct om_block *b;
  int ready = 0;

  if (!unit)
    return NULL;
  b = calloc (1, sizeof *b);
  if (b)
    {
      b->block = block;
      b->in = calloc (block->n_vars + 1, sizeof *b->in);
      b->out = calloc (block->n_vars + 1, sizeof *b->out);
    }
  if (!b || !b->in || !b->out)
    PyErr_NoMemory ();
  else if (make_slots (b) == 0
	   && om_add_functions (unit->module, block->functions) == 0)
    {
      if (!(block->flags & OBJMODE_BLOCK_C_BODY))
	b->function = make_function (b, unit);
      if (b->function)
	b->names = om_make_names (block, unit);
      ready = ((b->function || (block->flags & OBJMODE_BLOCK_C_BODY))
	       && !PyErr_Occurred ());
    }
  if (!ready)
    {
      om_free_block (b);
      return NULL;
    }
  return b;
}
