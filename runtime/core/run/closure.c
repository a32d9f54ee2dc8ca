/* closure.c - What C functions do that are Python functions.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* C calls a function pointer that was made of a Python function, and libffi
   calls a function of this file, on any thread, with or without the GIL.  The
   function takes the GIL as a block does.  It converts the arguments as inputs
   of a block, and the result as an output.  What fails is raised by the C
   function that a text has called, if there is one on this thread, and else is
   a failed block.  There are no locks.  */

#include "values/adapt.h"
#include "values/closure.h"
#include "values/follow.h"
#include "run/crossing.h"
#include "run/inputs.h"
#include <string.h>

/* One call of a closure.  */
struct call
{
  struct om_closure *closure;
  PyObject **objects;		/* Of the arguments.  */
  uint32_t n;			/* How many of them are there.  */
};

/* Let RESULT, of functions of TYPE, be zero.  */

static void
give_zero (const struct om_closure_type *type, void *result)
{
  if (type->give)
    memset (result, 0, type->result_size);
}

/* Look at the views that CALL was given.  If something holds one, return the
   failure that says so.  Else return that of the exception which is set if
   FAILED, or NULL.  */

static OM_COLD struct objmode_failure *
end_views (const struct call *call, int failed)
{
  const struct om_closure_type *type = call->closure->type;
  struct objmode_failure *failure = NULL;
  struct om_block b = {
    .function = call->closure->function, .block = &call->closure->block,
    .in = (struct om_slot *) type->in, .n_in = call->n,
    .n_views = type->n_views
  };

  if (failed)
    failure = om_take_failure (&call->closure->block, NULL, 1);
  return om_check_views (&b, call->objects, failure, NULL);
}

/* Set an exception of the class KIND, or if that cannot be a RuntimeError, with
   the message of FAILURE, whose own exception was given up since it held a
   view.  */

static OM_COLD void
set_again (PyObject *kind, const struct objmode_failure *failure)
{
  PyObject *exception
    = (kind ? PyObject_CallFunction (kind, "s", failure->info.message)
       : NULL);

  PyErr_Clear ();
  if (exception && PyExceptionInstance_Check (exception))
    PyErr_SetObject (kind, exception);
  else
    PyErr_Format (PyExc_RuntimeError, "%s: %s", failure->info.type,
		  failure->info.message);
  Py_XDECREF (exception);
}

/* Let the C function that a text has called, in CALL, raise the exception of
   FAILURE, which is freed and was of the class KIND, or if FAILURE is NULL the
   one that is set.  */

static OM_COLD void
raise_later (struct om_call *call, struct objmode_failure *failure,
	     PyObject *kind)
{
  PyObject *exception, *result;

  if (failure && !failure->exception)
    {
      set_again (kind, failure);
      om_request->free_failure (failure);
      failure = NULL;
    }
  if (failure)
    {
      exception = (PyObject *) failure->exception;
      failure->exception = NULL;
      om_request->free_failure (failure);
    }
  else
    exception = om_take_exception ();
  if (!call->exception)
    {
      call->exception = exception;
      return;
    }
  result = om_bootstrap_call ("note_later", "(OO)", call->exception,
			      exception);
  PyErr_Clear ();
  Py_XDECREF (result);
  Py_DECREF (exception);
}

/* CALL, which ENTRY was made for, has failed: an exception is set, because SLOT
   could not be converted if that is not NULL.  Or FAILED is not set, and
   something may hold a view.  Return the failure that is to end the call when
   the GIL has been given up.  Return NULL if nothing has failed, or if the text
   that has called C raises the exception; then set *RAISED.  */

static OM_COLD struct objmode_failure *
end_badly (const struct call *call, const struct om_entry *entry,
	   const struct om_slot *slot, int failed, int *raised)
{
  struct objmode_failure *failure = NULL;
  int in_text = !entry->outer && om_self.calls;
  PyObject *kind;

  if (failed && slot)
    om_place_error (slot);
  kind = Py_XNewRef (PyErr_Occurred ());
  if ((call->closure->type->n_views > 0 && call->n > 0) || om_leases)
    {
      failure = end_views (call, failed);
      if (!failure)
	{
	  Py_XDECREF (kind);
	  return NULL;
	}
    }
  else if (!in_text)
    failure = om_take_failure (&call->closure->block, NULL, 0);
  *raised = in_text;
  if (in_text)
    {
      raise_later (om_self.calls, failure, kind);
      failure = NULL;
    }
  Py_XDECREF (kind);
  return failure;
}

/* Return the place at which the slot of the parameter number I, of functions of
   TYPE, looks for its value; *ARGUMENT is where libffi has put that, and MEMORY
   is as in om_closure_memory.  */

static inline const char *
place_of (const struct om_closure_type *type, uint32_t i, void **argument,
	  const ptrdiff_t *memory)
{
  if (OM_UNLIKELY (type->words[i]))
    return (const char *) (memory + type->words[i] - 1);
  return (const char *) (type->by_address[i] ? argument : *argument);
}

/* Call FUNCTION, of Python, with its N arguments ARGS, before which is room for
   one.  Return a new reference or NULL.  */

static inline PyObject *
call_function (PyObject *function, PyObject **args, size_t n)
{
  n |= PY_VECTORCALL_ARGUMENTS_OFFSET;
  /* See om_call in inputs.h.  */
  if (OM_LIKELY (PyFunction_Check (function)))
    return ((PyFunctionObject *) function)->vectorcall (function, args, n,
							NULL);
  return PyObject_Vectorcall (function, args, n, NULL);
}

/* Convert OBJECT by the adapter of the result of TYPE to RESULT.  Return 0 or
   -1.  */

static OM_COLD int
give_adapted (const struct om_closure_type *type, PyObject *object,
	      void *result)
{
  PyObject *raw = om_adapter_from (type->result, object);
  int status = raw ? type->give (type, raw, result) : -1;

  Py_XDECREF (raw);
  return status;
}

/* Convert OBJECT to RESULT, of a function of TYPE.  Return 0 or -1.  */

static inline int
give_result (const struct om_closure_type *type, PyObject *object,
	     void *result)
{
  if (!type->give)
    return 0;
  if (OM_UNLIKELY (type->result->adapter != NULL))
    return give_adapted (type, object, result);
  if (type->result->quick == OM_QUICK_DOUBLE
      && OM_LIKELY (PyFloat_CheckExact (object)))
    {
      memcpy (result, &((PyFloatObject *) object)->ob_fval, sizeof (double));
      return 0;
    }
  return type->give (type, object, result);
}

/* Return 1 if something but OBJECTS, the N arguments of a function of TYPE,
   may hold a view among them, or what was reached through a pointer.  */

static inline int
held_p (const struct om_closure_type *type, PyObject **objects, uint32_t n)
{
  if (OM_UNLIKELY (om_leases != NULL))
    return 1;
  if (OM_LIKELY (type->n_views == 0))
    return 0;
  for (uint32_t i = 0; i < n; i++)
    if (type->in[i].is_view && Py_REFCNT (objects[i]) > 1
	&& objects[i] != Py_None)
      return 1;
  return 0;
}

/* Run CLOSURE with ARGUMENTS, the GIL held by ENTRY; RESULT is where the result
   is to be.  OBJECTS has room for one argument more than there are, FLAGS for
   what om_make_input stores, MEMORY for what om_closure_memory does.  Return
   NULL, or the failure of a block.  */

static inline __attribute__ ((always_inline)) struct objmode_failure *
run (struct om_closure *closure, const struct om_entry *entry, void *result,
     void **arguments, PyObject **objects, int *flags, ptrdiff_t *memory)
{
  const struct om_closure_type *type = closure->type;
  struct om_slot *in = (struct om_slot *) type->in;
  const struct om_slot *slot = NULL;
  uint32_t i = 0, n = type->function->n_parameters;
  PyObject *object = NULL;
  struct objmode_failure *failure = NULL;
  int ok = 0, bad = 0;

  if (OM_UNLIKELY (type->n_words > 0))
    om_closure_memory (type, arguments, memory);
  for (; i < n; i++)
    {
      objects[i + 1] = om_make_input (&in[i], in[i].quick,
				      place_of (type, i, &arguments[i],
						memory), &flags[i]);
      if (OM_UNLIKELY (!objects[i + 1]))
	break;
    }
  if (OM_UNLIKELY (i < n))
    slot = &in[i];
  else
    {
      object = call_function (closure->function, objects + 1, n);
      if (OM_LIKELY (object != NULL))
	{
	  ok = give_result (type, object, result) == 0;
	  slot = ok ? NULL : type->result;
	}
      Py_XDECREF (object);
    }
  if (OM_UNLIKELY (!ok) || held_p (type, objects + 1, i))
    {
      struct call call = { closure, objects + 1, i };
      failure = end_badly (&call, entry, slot, !ok, &bad);
      if (!ok || failure || bad)
	give_zero (type, result);
    }
  while (i-- > 0)
    om_drop_input (&in[i], in[i].quick,
		   place_of (type, i, &arguments[i], memory), objects[i + 1],
		   flags[i]);
  return failure;
}

/* Call CLOSURE as run_closure does.  Its Python function may raise flags of
   the x87 that no parameter shows: look at them, once.  */

static inline __attribute__ ((always_inline)) struct objmode_failure *
run_once (struct om_closure *closure, const struct om_entry *entry,
	  void *result, void **arguments, PyObject **objects, int *flags,
	  ptrdiff_t *memory)
{
  struct objmode_failure *failure;
  PyObject *function = closure->function;
  unsigned x87 = 0;

  /* It may release itself.  */
  Py_INCREF (function);
  closure->running++;
  if (OM_UNLIKELY (closure->careful) && !closure->x87)
    x87 = om_clear_x87 ();
  failure = run (closure, entry, result, arguments, objects, flags, memory);
  if (OM_UNLIKELY (closure->careful) && !closure->x87)
    {
      closure->x87 = om_end_x87 (x87);
      closure->careful = closure->x87 || !PyFunction_Check (function);
    }
  closure->running--;
  Py_DECREF (function);
  return failure;
}

/* C calls CLOSURE: call its Python function with ARGUMENTS, and let RESULT be
   what it returns, or zero if it fails.  OWNER says to whom the interpreter
   belongs.  */

static inline __attribute__ ((always_inline)) void
run_closure (struct om_closure *closure, enum om_owner owner, void *result,
	     void **arguments)
{
  uint32_t n = closure->type->function->n_parameters;
  int x87 = closure->x87;
  PyObject *objects[n + 1];
  int flags[n + 1];
  ptrdiff_t memory[closure->type->n_words + 1];
  struct objmode_failure *failure;
  struct om_entry entry;

  OM_NO_UNWIND ();
  if (!om_begin_crossing (&closure->block, &entry, x87, owner, NULL))
    {
      give_zero (closure->type, result);
      om_cannot_enter (&closure->block);
      return;
    }
  if (OM_UNLIKELY (!closure->function))
    om_closure_was_released (closure);
  failure = run_once (closure, &entry, result, arguments, objects, flags,
		      memory);
  om_end_crossing (&closure->block, &entry, failure, 0, x87, owner, NULL);
}

/* What libffi calls for the closure DATA in an interpreter of ours, and in that
   of a host; see run_closure.  CIF is not needed.  */

static void
run_ours (ffi_cif *cif, void *result, void **arguments, void *data)
{
  (void) cif;
  run_closure (data, OM_OURS, result, arguments);
}

static void
run_hosted (ffi_cif *cif, void *result, void **arguments, void *data)
{
  (void) cif;
  run_closure (data, OM_HOSTS, result, arguments);
}

/* Return 1 if functions of TYPE get one double and return one.  */

static int
one_double_p (const struct om_closure_type *type)
{
  return (type->function->n_parameters == 1 && !type->by_address[0]
	  && type->in[0].quick == OM_QUICK_DOUBLE && type->give
	  && type->result->quick == OM_QUICK_DOUBLE
	  && !type->result->adapter);
}

/* Do what run_closure does for a function that one_double_p holds for, and that
   is a function of Python's.  This is what integrators and root finders call a
   million times, so it has no loops.  */

static inline __attribute__ ((always_inline)) void
run_double (struct om_closure *closure, enum om_owner owner, double *result,
	    void **arguments)
{
  struct om_slot *in = (struct om_slot *) closure->type->in;
  const struct om_slot *slot = in;
  PyObject *objects[2], *object, *function;
  struct objmode_failure *failure = NULL;
  struct om_entry entry;
  int ok = 0, bad = 0;

  OM_NO_UNWIND ();
  if (OM_UNLIKELY (closure->careful)
      || OM_UNLIKELY (!om_begin_crossing (&closure->block, &entry, 0, owner,
					  NULL)))
    {
      run_closure (closure, owner, result, arguments);
      return;
    }
  function = closure->function;
  if (OM_UNLIKELY (!function))
    om_closure_was_released (closure);
  Py_INCREF (function);
  closure->running++;
  objects[1] = om_spare_double (in, arguments[0]);
  if (OM_LIKELY (objects[1] != NULL))
    {
      slot = NULL;
      object = ((PyFunctionObject *) function)->vectorcall
	(function, objects + 1, 1 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
      if (OM_LIKELY (object != NULL))
	{
	  ok = give_result (closure->type, object, result) == 0;
	  slot = closure->type->result;
	  om_drop_new (object);
	}
    }
  if (OM_UNLIKELY (!ok) || OM_UNLIKELY (om_leases != NULL))
    {
      struct call call = { closure, objects + 1, objects[1] != NULL };
      failure = end_badly (&call, &entry, slot, !ok, &bad);
      if (!ok || failure || bad)
	give_zero (closure->type, result);
    }
  Py_XDECREF (objects[1]);
  closure->running--;
  Py_DECREF (function);
  om_end_crossing (&closure->block, &entry, failure, 0, 0, owner, NULL);
}

/* What libffi calls for the closure DATA of such a function; see run_ours and
   run_hosted.  */

static void
double_ours (ffi_cif *cif, void *result, void **arguments, void *data)
{
  (void) cif;
  run_double (data, OM_OURS, result, arguments);
}

static void
double_hosted (ffi_cif *cif, void *result, void **arguments, void *data)
{
  (void) cif;
  run_double (data, OM_HOSTS, result, arguments);
}

/* Return what libffi is to call for closures of TYPE.  */

om_closure_fn *
om_choose_closure (const struct om_closure_type *type)
{
  if (one_double_p (type))
    return om_adopted ? double_hosted : double_ours;
  return om_adopted ? run_hosted : run_ours;
}
