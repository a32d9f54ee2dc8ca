/* count.c - What the core measures if blocks are counted.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "values/record.h"
#include "run/run.h"

/* Return the bytes of the elements of ARRAY, of the type of SLOT.  */

static uint64_t
array_bytes (const struct om_slot *slot, PyObject *array)
{
  struct om_memory memory = om_numpy_memory (array);
  uint64_t bytes = slot->size;

  for (int i = 0; i < memory.ndim; i++)
    bytes *= memory.shape[i];
  return bytes;
}

/* Return the bytes of what output I of B stores to memory from VALUES.  */

static uint64_t
stored_bytes (const struct om_block *b, uint32_t i,
	      const union om_value *values)
{
  const struct om_slot *slot = &b->out[i];
  PyObject *source = values[i].array.source;

  if (!slot->is_array || slot->is_ndarray || !source)
    return 0;
  if (PyBytes_Check (source))
    return PyBytes_GET_SIZE (source);
  return (om_pending_p (source) ? om_pending_bytes (source)
	  : array_bytes (slot, values[i].array.target
			 ? values[i].array.target : source));
}

/* Return the bytes of the arrays of B that are copied: those that the text
   gets as its own, in VIEWS, the arguments, and those in VALUES.  */

uint64_t
om_copied_bytes (const struct om_block *b, PyObject **views,
		 const union om_value *values)
{
  uint64_t bytes = 0;

  for (uint32_t i = 0; i < b->n_in; i++)
    if (b->in[i].is_array && PyBytes_Check (views[i]))
      bytes += PyBytes_GET_SIZE (views[i]);
    else if (b->in[i].is_array && (b->in[i].var->flags & OBJMODE_VAR_COPY)
	     && om_numpy_array_p (views[i]))
      bytes += array_bytes (&b->in[i], views[i]);
  for (uint32_t i = 0; i < b->n_out; i++)
    bytes += stored_bytes (b, i, values);
  return bytes;
}
