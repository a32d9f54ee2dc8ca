/* plain.c - Running the blocks that most programs have.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The functions here do what run_text does, without the steps that a simple
   block cannot need; each is compiled for one combination of what it has to
   heed.  Any thread may be here, without the GIL, which it takes.  There are
   no locks.  */

#include "run/crossing.h"
#include "run/inputs.h"
#include "run/outputs.h"

/* Return 1 if SLOT is an output whose value is a few bytes that own
   nothing.  */

static int
plain_p (const struct om_slot *slot)
{
  return !slot->operations && slot->size <= 8;
}

/* Return 1 if B has one output, of a kind whose values are stored at once
   (`take' of struct om_operations).  */

static inline int
takes_p (const struct om_block *b)
{
  return b->n_out == 1 && b->out->operations && b->out->operations->take;
}

/* Return 1 if the block of B has few variables, and as outputs only what
   plain_p holds for, or one that is stored at once, and no view.  */

static int
all_plain_p (const struct om_block *b)
{
  if (b->n_in > OM_FEW || b->n_out > OM_FEW
      || (b->block->flags & OBJMODE_BLOCK_LEAVES))
    return 0;
  if (takes_p (b))
    return b->n_views + b->n_memories == 0;
  if (b->n_out > 1 && b->shared)
    return 0;
  for (uint32_t i = 0; i < b->n_out; i++)
    if (!plain_p (&b->out[i]))
      return 0;
  return 1;
}

/* Convert RESULT to the outputs of B, for which plain_p holds, in VALUES:
   several of them if SEVERAL, else one at most.  Return 0; or -1 with the slot
   in *FAILED.  */

static inline __attribute__ ((always_inline)) int
convert_plain (struct om_block *b, PyObject *result, int several,
	       union om_value *values, const struct om_slot **failed)
{
  struct om_slot *slot = b->out, *end;
  PyObject **items = &result;

  if (several)
    {
      if (!PyTuple_CheckExact (result)
	  || PyTuple_GET_SIZE (result) != b->n_out)
	return om_not_outputs ();
      items = PySequence_Fast_ITEMS (result);
    }
  end = slot + (several ? b->n_out : b->n_out != 0);
  for (; slot < end; slot++, items++, values++)
    if (om_convert_scalar (slot, slot->quick, *items, values) != 0)
      {
	*failed = slot;
	return -1;
      }
  return 0;
}

/* Store VALUES in the outputs of B, as convert_plain has made them, in
   FRAME.  */

static inline __attribute__ ((always_inline)) void
store_plain (struct om_block *b, int several, const union om_value *values,
	     void *frame)
{
  const struct om_slot *slot = b->out;
  const struct om_slot *end = slot + (several ? b->n_out : b->n_out != 0);

  for (; slot < end; slot++, values++)
    om_store_scalar (slot, slot->quick, om_place_if (slot, frame, !several),
		     values);
}

/* What block->run is from the second run on, of a block for which
   all_plain_p holds: run_text without what such a block cannot need.  OWNER
   says to whom the interpreter belongs, VIEWS that arrays are among the
   inputs, SEVERAL that there are several outputs.  Then no slot is shared.
   See objmode-abi.h.  */

static inline __attribute__ ((always_inline)) int
run_plain (struct __objmode_block *block, void *frame, enum om_owner owner,
	   int views, int several)
{
  struct om_block *b = block->state;
  const struct om_slot *failed = NULL;
  struct objmode_failure *failure = NULL;
  PyObject *args[OM_FEW + 1], *result = NULL;
  union om_value values[OM_FEW];
  int takes = !views && !several && takes_p (b);
  int flags[OM_FEW], ready, ok = 0;
  struct om_entry entry;
  uint32_t n;

  OM_NO_UNWIND ();
  if (!om_begin_crossing (block, &entry, views, owner, NULL))
    return om_cannot_enter (block);
  ready = !b->critical || PyErr_CheckSignals () == 0;
  n = (OM_LIKELY (ready)
       ? om_make_inputs (b, frame, views, !several, args + 1, flags) : 0);
  if (OM_UNLIKELY (!ready || n != b->n_in))
    failed = ready ? &b->in[n] : NULL;
  else
    {
      result = om_call (b, args + 1, n);
      if (OM_LIKELY (result != NULL))
	{
	  if (takes && OM_UNLIKELY (om_leases != NULL))
	    failure = om_check_views (b, NULL, NULL, NULL);
	  if (takes && OM_UNLIKELY (failure != NULL))
	    ;
	  else if (takes)
	    {
	      ok = (b->out->operations->take (b->out, &result,
					      om_place_of (b->out, frame))
		    == 0);
	      failed = b->out;
	    }
	  else
	    ok = convert_plain (b, result, several, values, &failed) == 0;
	  Py_XDECREF (result);
	}
    }
  if (OM_UNLIKELY (!ok) && !failure)
    failure = om_take_failure (block, failed, views);
  if (views && n == b->n_in)
    failure = om_check_views (b, args + 1, failure, NULL);
  else if (OM_UNLIKELY (om_leases != NULL))
    failure = om_check_views (b, NULL, failure, NULL);
  if (OM_LIKELY (!failure) && !takes)
    store_plain (b, several, values, frame);
  om_drop_inputs (b, frame, views, !several, args + 1, n, flags);
  return om_end_crossing (block, &entry, failure, OBJMODE_DONE, 1, owner,
			  NULL);
}

/* Define plain_HVS, which is run_plain for HOSTED, VIEWS and SEVERAL; each
   is 0 or 1.  */

#define PLAIN(HOSTED, VIEWS, SEVERAL)					\
  static int								\
  plain_##HOSTED##VIEWS##SEVERAL (struct __objmode_block *block,	\
				  void *frame)				\
  {									\
    return run_plain (block, frame, HOSTED ? OM_HOSTS : OM_OURS,	\
		      VIEWS, SEVERAL);					\
  }
PLAIN (0, 0, 0)
PLAIN (0, 0, 1)
PLAIN (0, 1, 0)
PLAIN (0, 1, 1)
PLAIN (1, 0, 0)
PLAIN (1, 0, 1)
PLAIN (1, 1, 0)
PLAIN (1, 1, 1)
#undef PLAIN

/* The functions that PLAIN has defined, by HOSTED, VIEWS and SEVERAL.  */
static __objmode_run_fn *const plain_runs[2][2][2] = {
  { { plain_000, plain_001 }, { plain_010, plain_011 } },
  { { plain_100, plain_101 }, { plain_110, plain_111 } }
};

/* End the entry ENTRY of BLOCK, whose input is *ARGUMENT or NULL, for FAILURE
   or, if that is NULL, because an exception is set; FAILED is the slot that is
   to blame, or NULL.  Return an enum objmode_status.  */

static OM_COLD int
fail_short (struct __objmode_block *block, const struct om_slot *failed,
	    PyObject **argument, struct objmode_failure *failure,
	    struct om_entry *entry)
{
  struct om_block *b = block->state;

  if (!failure)
    {
      failure = om_take_failure (block, failed, b->n_views != 0);
      if (*argument || om_leases)
	failure = om_check_views (b, *argument ? argument : NULL, failure,
				  NULL);
    }
  Py_XDECREF (*argument);
  return om_end_crossing (block, entry, failure, OBJMODE_DONE, 1, OM_ANYONES,
			  NULL);
}

/* Do what fail_short does for BLOCK, which has no input, with FAILURE: before
   RESULT of its text is stored, something holds what was reached through a
   pointer.  */

static OM_COLD int
fail_held (struct __objmode_block *block, PyObject *result,
	   struct objmode_failure *failure, struct om_entry *entry)
{
  PyObject *nothing = NULL;

  Py_DECREF (result);
  return fail_short (block, NULL, &nothing, failure, entry);
}

/* What run_short has in or out: an enum om_quick, or one of these.  */
enum
{
  NONE = OM_QUICKS,		/* There is no such variable.  */
  ANY,				/* It is looked up; not OM_QUICK_MEMORY.  */
  TAKEN,			/* An output that is stored at once.  */
  SORTS				/* How many there are.  */
};

/* Run BLOCK with FRAME.  The function all_plain_p holds for the block,
   which has at most one input and at most one output, so this is run_plain
   without its loops.  No slot is shared, unless OUT is TAKEN.  OWNER says
   to whom the interpreter belongs.  IN and OUT say what the variables are,
   so that each combination is compiled for itself.  Return an enum
   objmode_status.  Any thread may call this without the GIL, which is taken
   and given back.  */

static inline __attribute__ ((always_inline)) int
run_short (struct __objmode_block *block, void *frame, enum om_owner owner,
	   unsigned in, unsigned out)
{
  int view = in == OM_QUICK_MEMORY, flag = 0;
  struct om_block *b = block->state;
  struct om_slot *input, *output;
  const char *place;
  PyObject *args[2], *result;
  struct objmode_failure *failure;
  union om_value value;
  struct om_entry entry;

  OM_NO_UNWIND ();
  if (!om_begin_crossing (block, &entry, view, owner, NULL))
    return om_cannot_enter (block);
  input = b->in;
  place = (char *) frame + input->offset;
  args[1] = NULL;
  if (in == ANY)
    in = om_quick_of (input, 0);
  if (in != NONE)
    {
      args[1] = om_make_input (input, in, place, &flag);
      if (OM_UNLIKELY (!args[1]))
	return fail_short (block, input, args + 1, NULL, &entry);
    }
  result = om_call (b, args + 1, in != NONE);
  if (OM_UNLIKELY (!result))
    return fail_short (block, NULL, args + 1, NULL, &entry);
  if (out == TAKEN && OM_UNLIKELY (om_leases != NULL)
      && (failure = om_check_views (b, NULL, NULL, NULL)))
    return fail_held (block, result, failure, &entry);
  output = b->out;
  if (out == ANY)
    out = om_quick_of (output, 0);
  if (out == TAKEN
      ? output->operations->take (output, &result,
				  om_place_of (output, frame)) != 0
      : out != NONE
      && om_convert_scalar (output, out, result, &value) != 0)
    {
      Py_DECREF (result);
      return fail_short (block, output, args + 1, NULL, &entry);
    }
  if (out == OM_QUICK_DOUBLE)
    om_drop_new (result);
  else
    Py_XDECREF (result);
  if ((view && OM_UNLIKELY (Py_REFCNT (args[1]) != 1))
      || OM_UNLIKELY (om_leases != NULL))
    {
      failure = om_check_views (b, view ? args + 1 : NULL, NULL, NULL);
      if (failure)
	return fail_short (block, NULL, args + 1, failure, &entry);
    }
  if (out != NONE && out != TAKEN)
    om_store_scalar (output, out, (char *) frame + output->offset, &value);
  if (in != NONE)
    om_drop_input (input, in, place, args[1], flag);
  return om_end_crossing (block, &entry, NULL, OBJMODE_DONE, view, owner,
			  NULL);
}

/* Call the macro X with each IN and OUT for which there is a run_short of its
   own: those that are frequent.  */

#define EACH_OUT(X, IN)							\
  X (IN, NONE) X (IN, OM_QUICK_DOUBLE) X (IN, OM_QUICK_INT64) X (IN, ANY)
#define EACH_SHORT(X)							\
  EACH_OUT (X, NONE)							\
  EACH_OUT (X, OM_QUICK_DOUBLE)						\
  EACH_OUT (X, OM_QUICK_INT64)						\
  EACH_OUT (X, OM_QUICK_TEXT)						\
  EACH_OUT (X, OM_QUICK_CHARS)						\
  EACH_OUT (X, OM_QUICK_MEMORY)						\
  EACH_OUT (X, ANY)							\
  X (NONE, TAKEN)

/* Define short_IN_OUT and hosted_IN_OUT, for either kind of interpreter.  */

#define DEFINE(IN, OUT)							\
  static int								\
  short_##IN##_##OUT (struct __objmode_block *block, void *frame)	\
  {									\
    return run_short (block, frame, OM_OURS, IN, OUT);			\
  }									\
  static int								\
  hosted_##IN##_##OUT (struct __objmode_block *block, void *frame)	\
  {									\
    return run_short (block, frame, OM_HOSTS, IN, OUT);			\
  }
EACH_SHORT (DEFINE)
#undef DEFINE

/* The functions that DEFINE has defined, by IN, OUT and HOSTED.  Where
   there is none, that for ANY does.  */
#define ENTRY(IN, OUT)							\
  [IN][OUT] = { short_##IN##_##OUT, hosted_##IN##_##OUT },
static __objmode_run_fn *const short_runs[SORTS][SORTS][2] = {
  EACH_SHORT (ENTRY)
};
#undef ENTRY
#undef EACH_SHORT
#undef EACH_OUT

/* Return 1 if the block of B is one for run_short.  */

static int
short_p (const struct om_block *b)
{
  if (b->n_in > 1 || b->n_out > 1)
    return 0;
  if (b->strings)
    return 0;
  if (takes_p (b))
    return b->n_in == 0;
  return (!b->shared
	  && (b->n_in == 0 || !b->in->is_view
	      || b->in->quick == OM_QUICK_MEMORY));
}

/* Return the function that is to run the block of B, for which short_p
   holds.  */

static __objmode_run_fn *
choose_short (const struct om_block *b)
{
  unsigned in = b->n_in == 1 ? b->in->quick : NONE;
  unsigned out = takes_p (b) ? TAKEN : b->n_out == 1 ? b->out->quick : NONE;

  if (!short_runs[in][NONE][0])
    in = ANY;
  if (!short_runs[NONE][out][0])
    out = ANY;
  return short_runs[in][out][om_adopted];
}

/* Return the function that is to run the block of B, or NULL if it is none of
   these.  */

__objmode_run_fn *
om_choose_plain (const struct om_block *b)
{
  int views = b->n_views + b->n_memories != 0;

  if (!all_plain_p (b) || (b->x87 && !views))
    return NULL;
  if (short_p (b))
    return choose_short (b);
  return plain_runs[om_adopted][views][b->n_out > 1];
}
