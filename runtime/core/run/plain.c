/* plain.c - Running the blocks that most programs have.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "enter/enter.h"
#include "enter/quiet.h"
#include "run/inputs.h"
#include "run/outputs.h"

/* Return 1 if SLOT is an output whose value is a few bytes that own
   nothing.  */

static int
plain_p (const struct om_slot *slot)
{
  int kind = slot->var->type->kind;

  return (!slot->is_array && !slot->is_bits && slot->size <= 8
	  && (kind == OBJMODE_KIND_BOOL || kind == OBJMODE_KIND_INT
	      || (kind == OBJMODE_KIND_FLOAT && slot->size >= 4)));
}

/* Return 1 if the only output of B is an OBJMODE_ARRAY.  */

static inline int
only_ndarray_p (const struct om_block *b)
{
  return b->n_out == 1 && b->out->is_ndarray;
}

/* Return 1 if the block of B has few variables, and as outputs only what
   plain_p holds for, or one OBJMODE_ARRAY and no view.  */

static int
all_plain_p (const struct om_block *b)
{
  if (b->n_in > OM_FEW || b->n_out > OM_FEW
      || (b->block->flags & OBJMODE_BLOCK_LEAVES))
    return 0;
  if (only_ndarray_p (b))
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

/* What block->run is from the second run on, of a block for which all_plain_p
   holds: run_text without what such a block cannot need.  HOSTED: the
   interpreter is the host's; VIEWS: among its inputs are arrays; SEVERAL: it
   has several outputs, and no slot is shared.  See objmode-abi.h.  */

static inline __attribute__ ((always_inline)) int
run_plain (struct __objmode_block *block, void *frame, int hosted, int views,
	   int several)
{
  struct om_block *b = block->state;
  const struct om_slot *failed = NULL;
  struct objmode_failure *failure = NULL;
  PyObject *args[OM_FEW + 1], *result = NULL;
  union om_value values[OM_FEW];
  int ndarray = !views && !several && only_ndarray_p (b);
  int flags[OM_FEW], ready, ok = 0;
  struct om_entry entry;
  uint32_t n;

  OM_NO_UNWIND ();
  if (OM_UNLIKELY (!om_enter_hosted (&entry, block, views, hosted)))
    return om_cannot_enter (block);
  if (hosted)
    om_output_before ();
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
	  if (ndarray)
	    {
	      ok = om_ndarray_take (b->out, &result,
				    om_place_of (b->out, frame)) == 0;
	      failed = b->out;
	    }
	  else
	    ok = convert_plain (b, result, several, values, &failed) == 0;
	  Py_XDECREF (result);
	}
    }
  if (OM_UNLIKELY (!ok))
    failure = om_take_failure (block, failed ? failed->var : NULL, views);
  if (views && n == b->n_in)
    failure = om_check_views (b, args + 1, failure);
  if (OM_LIKELY (!failure) && !ndarray)
    store_plain (b, several, values, frame);
  om_drop_inputs (b, frame, views, !several, args + 1, n, flags);
  if (hosted)
    om_output_after ();
  om_leave (&entry);
  return (OM_LIKELY (!failure) ? OBJMODE_DONE
	  : om_request->fail (block, failure));
}

/* It for each kind of block, and for either kind of interpreter.  */

#define PLAIN(NAME, HOSTED, VIEWS, SEVERAL)				\
  static int								\
  NAME (struct __objmode_block *block, void *frame)			\
  {									\
    return run_plain (block, frame, HOSTED, VIEWS, SEVERAL);		\
  }
PLAIN (run_simple, 0, 0, 0)
PLAIN (run_several, 0, 0, 1)
PLAIN (run_views, 0, 1, 0)
PLAIN (run_views_several, 0, 1, 1)
PLAIN (run_simple_hosted, 1, 0, 0)
PLAIN (run_several_hosted, 1, 0, 1)
PLAIN (run_views_hosted, 1, 1, 0)
PLAIN (run_views_several_hosted, 1, 1, 1)
#undef PLAIN

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
      failure = om_take_failure (block, failed ? failed->var : NULL,
				 b->n_views != 0);
      if (*argument)
	failure = om_check_views (b, argument, failure);
    }
  Py_XDECREF (*argument);
  if (om_adopted)
    om_output_after ();
  om_leave (entry);
  return om_request->fail (block, failure);
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

/* The `quick' of the variable that run_short has in or out.  */
enum { NONE = 100, ANY = 101, NDARRAY = 102 };

/* The same as run_plain of a block that has at most one variable in, and at
   most one out, of which none is shared.  IN and OUT are their `quick', NONE if
   there is none, ANY if it is not known but is no OM_QUICK_MEMORY; or OUT is
   NDARRAY, an OBJMODE_ARRAY, which may be shared.  */

static inline __attribute__ ((always_inline)) int
run_short (struct __objmode_block *block, void *frame, int hosted,
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
  if (OM_UNLIKELY (!om_enter_hosted (&entry, block, view, hosted)))
    return om_cannot_enter (block);
  if (hosted)
    om_output_before ();
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
  output = b->out;
  if (out == ANY)
    out = om_quick_of (output, 0);
  if (out == NDARRAY
      ? om_ndarray_take (output, &result, om_place_of (output, frame)) != 0
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
  if (view && OM_UNLIKELY (Py_REFCNT (args[1]) != 1))
    {
      failure = om_check_views (b, args + 1, NULL);
      if (failure)
	return fail_short (block, NULL, args + 1, failure, &entry);
    }
  if (out != NONE && out != NDARRAY)
    om_store_scalar (output, out, (char *) frame + output->offset, &value);
  if (in != NONE)
    om_drop_input (input, in, place, args[1], flag);
  if (hosted)
    om_output_after ();
  om_leave_x87 (&entry, view);
  return OBJMODE_DONE;
}

/* It for each pair of kinds that is worth it.  */

#define SHORT(IN, OUT)							\
  static int								\
  short_##IN##_##OUT (struct __objmode_block *block, void *frame)	\
  {									\
    return run_short (block, frame, 0, IN, OUT);			\
  }									\
  static int								\
  hosted_##IN##_##OUT (struct __objmode_block *block, void *frame)	\
  {									\
    return run_short (block, frame, 1, IN, OUT);			\
  }
#define EACH_OUT(IN)							\
  SHORT (IN, NONE) SHORT (IN, OM_QUICK_DOUBLE)				\
  SHORT (IN, OM_QUICK_INT64) SHORT (IN, ANY)
EACH_OUT (NONE) SHORT (NONE, NDARRAY)
EACH_OUT (OM_QUICK_DOUBLE)
EACH_OUT (OM_QUICK_INT64)
EACH_OUT (OM_QUICK_TEXT)
EACH_OUT (OM_QUICK_MEMORY)
EACH_OUT (ANY)
#undef SHORT
#undef EACH_OUT

/* Return the one for a block whose variable in is of kind IN.  */
#define EITHER(IN, OUT)							\
  (om_adopted ? hosted_##IN##_##OUT : short_##IN##_##OUT)
#define FOR_OUT(IN, OUT)						\
  (OUT == NONE ? EITHER (IN, NONE)					\
   : OUT == OM_QUICK_DOUBLE ? EITHER (IN, OM_QUICK_DOUBLE)		\
   : OUT == OM_QUICK_INT64 ? EITHER (IN, OM_QUICK_INT64)		\
   : EITHER (IN, ANY))

/* Return the function that is to run the block of B, which is one for
   run_short.  */

static __objmode_run_fn *
choose_short (const struct om_block *b)
{
  unsigned out = b->n_out == 1 ? b->out->quick : NONE;

  if (b->n_in == 0)
    return (only_ndarray_p (b) ? EITHER (NONE, NDARRAY) : FOR_OUT (NONE, out));
  switch (b->in->quick)
    {
    case OM_QUICK_DOUBLE: return FOR_OUT (OM_QUICK_DOUBLE, out);
    case OM_QUICK_INT64: return FOR_OUT (OM_QUICK_INT64, out);
    case OM_QUICK_TEXT: return FOR_OUT (OM_QUICK_TEXT, out);
    case OM_QUICK_MEMORY: return FOR_OUT (OM_QUICK_MEMORY, out);
    default: return FOR_OUT (ANY, out);
    }
}

/* Return the function that is to run the block of B, or NULL if it is none of
   these.  */

__objmode_run_fn *
om_choose_plain (const struct om_block *b)
{
  if (!all_plain_p (b) || (b->x87 && b->n_views + b->n_memories == 0))
    return NULL;
  if (b->n_in <= 1 && b->n_out <= 1
      && (only_ndarray_p (b) ? b->n_in == 0 : !b->shared)
      && (b->n_in == 0 || !b->in->is_array
	  || b->in->quick == OM_QUICK_MEMORY))
    return choose_short (b);
  if (b->n_views + b->n_memories != 0)
    {
      if (om_adopted)
	return b->n_out > 1 ? run_views_several_hosted : run_views_hosted;
      return b->n_out > 1 ? run_views_several : run_views;
    }
  if (om_adopted)
    return b->n_out > 1 ? run_several_hosted : run_simple_hosted;
  return b->n_out > 1 ? run_several : run_simple;
}
