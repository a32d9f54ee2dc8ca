/* count.c - What the core measures if blocks are counted.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The thread that crosses is here with the GIL, and only if crossings are
   counted.  There are no locks.  */

#include "run/run.h"

/* Return the bytes of the arrays of B that are copied: those that the text
   gets as its own, in VIEWS, the arguments, and those in VALUES.  */

uint64_t
om_copied_bytes (const struct om_block *b, PyObject **views,
		 const union om_value *values)
{
  uint64_t bytes = 0;

  for (uint32_t i = 0; i < b->n_in; i++)
    {
      const struct om_slot *slot = &b->in[i];
      if (slot->operations && slot->operations->bytes_in)
	bytes += slot->operations->bytes_in (slot, views[i]);
    }
  for (uint32_t i = 0; i < b->n_out; i++)
    {
      const struct om_slot *slot = &b->out[i];
      if (slot->operations && slot->operations->bytes_out)
	bytes += slot->operations->bytes_out (slot, &values[i]);
    }
  return bytes;
}
