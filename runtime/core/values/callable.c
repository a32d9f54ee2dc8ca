/* callable.c - C functions as Python callables.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* There is one callable for each address and prototype as long as something
   refers to it.  The thread that crosses calls these functions and holds the
   GIL; there are no locks.  While the C function runs the thread has given
   up the GIL, and counts as outside of Python.  */

#include "enter/enter.h"
#include "enter/quiet.h"
#include "values/adapt.h"
#include "values/callable.h"
#include "values/convert.h"
#include "values/record.h"
#include <stdalign.h>
#include <string.h>
#include <structmember.h>

#define N_BUCKETS 256

/* All callables that live, by their addresses.  */
static struct om_function *callables[N_BUCKETS];
static PyTypeObject *function_type;

/* Return the bucket of ADDRESS.  */

static struct om_function **
bucket_of (void *address)
{
  return &callables[((uintptr_t) address >> 4) % N_BUCKETS];
}

/* Call the thunk of SELF with FRAME, without the GIL.  The callee finds
   Python as a block that was left, and Python finds its rounding mode
   again.  CALLER is the function that this one is inlined into.  Return NULL,
   or the exception of a Python function that the callee has called by a
   function pointer.  */

static inline __attribute__ ((always_inline)) PyObject *
call_thunk (struct om_function *self, void *frame,
	    const void *caller)
{
  const struct __objmode_hold *held;
  PyThreadState *state;
  struct om_control control;
  struct om_call call;

  OM_NO_UNWIND ();
  if (OM_UNLIKELY (om_adopted))
    om_output_after ();
  om_save_control (&control);
  state = PyEval_SaveThread ();
  om_begin_call (&call, caller);
  self->signature->function->thunk (self->address, frame);
  held = om_end_call (&call);
  om_take_gil (state);
  om_self.held = held;
  om_restore_control (&control);
  if (OM_UNLIKELY (om_adopted))
    om_output_before ();
  return call.exception;
}

/* Return the object of the result in FRAME of a function of S, which had the
   arguments ARGS, as it is without an adapter.  */

static PyObject *
raw_result (const struct om_signature *s, PyObject *const *args, char *frame)
{
  if (!s->function->result)
    Py_RETURN_NONE;
  if (s->result.operations && s->result.operations->result)
    return s->result.operations->result (s, args, frame);
  return s->result.to_python (&s->result, frame + s->result.offset);
}

/* Return the object of the result in FRAME of a function of S, which had the
   arguments ARGS.  */

static PyObject *
take_result (const struct om_signature *s, PyObject *const *args, char *frame)
{
  PyObject *raw = raw_result (s, args, frame);

  return OM_UNLIKELY (s->result.adapter != NULL)
	 ? om_adapter_to (&s->result, raw, 0) : raw;
}

/* A Python function that C has called raised EXCEPTION, whose reference is
   taken over: let the call whose result is RESULT, or NULL, raise it.  RESULT
   is dropped.  Return NULL.  */

static OM_COLD PyObject *
raise_instead (PyObject *exception, PyObject *result)
{
  PyErr_Clear ();
  Py_XDECREF (result);
  PyErr_Restore (Py_NewRef ((PyObject *) Py_TYPE (exception)), exception,
		 PyException_GetTraceback (exception));
  return NULL;
}

/* Call SELF with as many arguments ARGS as it has parameters.  */

static PyObject * __attribute__ ((noinline))
call_ordered (struct om_function *self, PyObject *const *args)
{
  struct om_signature *s = self->signature;
  uint32_t n = s->function->n_parameters;
  max_align_t frame[s->function->frame_size / sizeof (max_align_t) + 1];
  struct om_hold holds[s->n_holds > 0 ? n : 1];
  PyObject *result = NULL, *exception;

  if (om_put_arguments (s, args, (char *) frame, holds) == 0
      && Py_EnterRecursiveCall (" while calling a C function") == 0)
    {
      exception = call_thunk (self, frame, (const void *) call_ordered);
      Py_LeaveRecursiveCall ();
      result = take_result (s, args, (char *) frame);
      if (OM_UNLIKELY (exception != NULL))
	result = raise_instead (exception, result);
    }
  if (OM_UNLIKELY (om_release_arguments (s, args, holds) != 0))
    Py_CLEAR (result);
  return result;
}

/* Put the keyword arguments KEYWORDS, whose values are ARGS, into ORDERED, of
   as many arguments as S has parameters.  Return 0 or -1.  */

static int
place_keywords (const struct om_signature *s, PyObject *const *args,
		PyObject *keywords, PyObject **ordered)
{
  const char *name = s->function->name;

  for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE (keywords); k++)
    {
      PyObject *keyword = PyTuple_GET_ITEM (keywords, k);
      uint32_t i = 0;
      while (i < s->function->n_parameters
	     && PyTuple_GET_ITEM (s->names, i) != keyword
	     && PyUnicode_Compare (PyTuple_GET_ITEM (s->names, i), keyword))
	i++;
      if (PyErr_Occurred ())
	return -1;
      if (i == s->function->n_parameters || ordered[i])
	{
	  PyErr_Format (PyExc_TypeError, i == s->function->n_parameters
			? "%s() got an unexpected keyword argument '%U'"
			: "%s() got multiple values for argument '%U'",
			name, keyword);
	  return -1;
	}
      ordered[i] = args[k];
    }
  return 0;
}

/* Set the exception for a call of a function of S with GIVEN arguments by
   position, which are too many, in CPython's words.  */

static OM_COLD PyObject *
too_many (const struct om_signature *s, Py_ssize_t given)
{
  unsigned n = s->function->n_parameters;

  PyErr_Format (PyExc_TypeError,
		"%s() takes %u positional argument%s but %zd %s given",
		s->function->name, n, n == 1 ? "" : "s", given,
		given == 1 ? "was" : "were");
  return NULL;
}

/* Set the exception for a call of a function of S without arguments where
   ORDERED is NULL, in CPython's words.  */

static OM_COLD PyObject *
too_few (const struct om_signature *s, PyObject *const *ordered)
{
  PyObject *missing = PyList_New (0), *names = NULL;

  for (uint32_t i = 0; missing && i < s->function->n_parameters; i++)
    if (!ordered[i]
	&& PyList_Append (missing, PyTuple_GET_ITEM (s->names, i)) != 0)
      Py_CLEAR (missing);
  if (missing)
    names = om_bootstrap_call ("names_of", "(O)", missing);
  if (names)
    PyErr_Format (PyExc_TypeError,
		  "%s() missing %zd required positional argument%s: %U",
		  s->function->name, PyList_GET_SIZE (missing),
		  PyList_GET_SIZE (missing) == 1 ? "" : "s", names);
  Py_XDECREF (names);
  Py_XDECREF (missing);
  return NULL;
}

/* The vectorcall of SELF with GIVEN arguments by position that are not all
   there are, or with some by KEYWORDS; see `call'.  */

static PyObject *
call_reordered (struct om_function *self, PyObject *const *args,
		Py_ssize_t given, PyObject *keywords)
{
  struct om_signature *s = self->signature;
  uint32_t n = s->function->n_parameters;
  PyObject *ordered[n + 1];

  for (uint32_t i = 0; i < n; i++)
    ordered[i] = i < given ? args[i] : NULL;
  if (keywords && place_keywords (s, args + given, keywords, ordered) != 0)
    return NULL;
  if (given > n)
    return too_many (s, given);
  for (uint32_t i = 0; i < n; i++)
    if (!ordered[i])
      return too_few (s, ordered);
  return call_ordered (self, ordered);
}

/* The vectorcall of SELF.  */

static PyObject *
call (PyObject *self, PyObject *const *args, size_t nargsf, PyObject *keywords)
{
  struct om_function *f = (struct om_function *) self;
  Py_ssize_t given = PyVectorcall_NARGS (nargsf);

  if (OM_LIKELY (given == f->signature->function->n_parameters
		 && (!keywords || PyTuple_GET_SIZE (keywords) == 0)))
    return call_ordered (f, args);
  return call_reordered (f, args, given, keywords);
}

/* Make ready the slot SLOT of VAR of FUNCTION.  Return 0 or -1.  A pointer to
   memory has a conversion only if it may be an address.  */

static int
make_slot (struct om_slot *slot, const struct __objmode_function *function,
	   const struct __objmode_var *var)
{
  const struct om_kind *kind;

  slot->var = var;
  slot->function = function;
  slot->size = var->type->size;
  slot->offset = var->in;
  slot->input = -1;
  kind = om_kind_of (slot);
  if (om_set_adapter (slot, var->adapter) != 0)
    return -1;
  if (kind->choose_passed)
    return kind->choose_passed (slot);
  return om_array_p (slot) && !kind->untyped ? 0 : om_choose_value (slot);
}

/* Free what the slots of S hold, S and its names.  */

static void
free_signature (struct om_signature *s)
{
  for (uint32_t i = 0; i < s->function->n_parameters; i++)
    om_record_release (s->parameters[i].record);
  om_record_release (s->result.record);
  Py_XDECREF (s->names);
  PyMem_Free (s);
}

/* Return the state of FUNCTION, made if need be, or NULL.  */

struct om_signature *
om_signature_of (struct __objmode_function *function)
{
  uint32_t n = function->n_parameters;
  struct om_signature *s;
  int ok;

  if (function->state)
    return function->state;
  s = PyMem_Calloc (1, sizeof *s + n * sizeof s->parameters[0]);
  if (!s)
    return (struct om_signature *) PyErr_NoMemory ();
  s->function = function;
  s->names = PyTuple_New (n);
  ok = s->names != NULL;
  for (uint32_t i = 0; ok && i < n; i++)
    {
      PyObject *name
	= PyUnicode_InternFromString (function->parameters[i].name);
      ok = name != NULL;
      if (ok)
	PyTuple_SET_ITEM (s->names, i, name);
      ok = ok && make_slot (&s->parameters[i], function,
			    &function->parameters[i]) == 0;
      s->n_holds += ok && om_slot_holds_p (&s->parameters[i]);
    }
  if (ok && function->result)
    ok = make_slot (&s->result, function, function->result) == 0;
  if (ok && !function->state)
    {
      function->state = s;
      return s;
    }
  /* An error, or another thread was faster while Python code ran.  */
  free_signature (s);
  return ok ? function->state : NULL;
}

/* Return the callable for FUNCTION at ADDRESS, in the module of the name
   MODULE: the one that there is, if any.  */

PyObject *
om_callable_at (struct __objmode_function *function, void *address,
		PyObject *module)
{
  struct om_function **bucket = bucket_of (address);
  struct om_function *f;
  struct om_signature *s = om_signature_of (function);

  if (!s)
    return NULL;
  for (f = *bucket; f; f = f->next)
    if (f->address == address
	&& strcmp (f->signature->function->key, function->key) == 0)
      return Py_NewRef ((PyObject *) f);
  f = PyObject_New (struct om_function, function_type);
  if (!f)
    return NULL;
  f->vectorcall = call;
  f->weak = NULL;
  f->signature = s;
  f->address = address;
  f->module = Py_NewRef (module);
  f->lowlevel = f->ufunc = NULL;
  f->looping = NULL;
  f->next = *bucket;
  *bucket = f;
  return (PyObject *) f;
}

/* Return the key of the prototype of OBJECT, and store the address of its C
   function in *ADDRESS.  Return NULL, without an exception, if OBJECT is not a
   C function.  */

const char *
om_callable_key (PyObject *object, void **address)
{
  struct om_function *f = (struct om_function *) object;

  if (Py_TYPE (object) != function_type)
    return NULL;
  *address = f->address;
  return f->signature->function->key;
}

/* The end of SELF.  */

static void
dealloc (PyObject *self)
{
  struct om_function *f = (struct om_function *) self;
  struct om_function **p = bucket_of (f->address);
  PyTypeObject *type = Py_TYPE (self);

  if (f->weak)
    PyObject_ClearWeakRefs (self);
  while (*p != f)
    p = &(*p)->next;
  *p = f->next;
  Py_DECREF (f->module);
  Py_XDECREF (f->lowlevel);
  Py_XDECREF (f->ufunc);
  PyObject_Free (self);
  Py_DECREF (type);
}

/* repr (SELF).  */

static PyObject *
repr (PyObject *self)
{
  struct om_function *f = (struct om_function *) self;

  return PyUnicode_FromFormat ("<C function %s at %p>",
			       f->signature->function->prototype, f->address);
}

/* __reduce__: as functions of Python, those with a name are themselves.  */

static PyObject *
reduce (PyObject *self, PyObject *unused)
{
  struct om_function *f = (struct om_function *) self;

  (void) unused;
  if (f->module != Py_None)
    return PyUnicode_FromString (f->signature->function->name);
  PyErr_SetString (PyExc_TypeError,
		   "cannot pickle a C function that was obtained from a "
		   "function pointer");
  return NULL;
}

/* Return the signature of the functions of S: the annotations are C types.  */

static PyObject *
make_signature (const struct om_signature *s)
{
  PyObject *types = PyList_New (0), *result = NULL, *signature = NULL;

  for (uint32_t i = 0; types && i < s->function->n_parameters; i++)
    {
      PyObject *type = om_passed_type (&s->parameters[i]);
      if (!type || PyList_Append (types, type) != 0)
	Py_CLEAR (types);
      Py_XDECREF (type);
    }
  if (types)
    result = (s->function->result ? om_passed_type (&s->result)
	      : PyUnicode_FromString ("void"));
  if (result)
    signature = om_bootstrap_call ("make_signature", "(OOO)", s->names, types,
				   result);
  Py_XDECREF (result);
  Py_XDECREF (types);
  return signature;
}

/* The attribute DATA of SELF: 'n' its name, 'd' the prototype in C, 'm' the
   module, 'a' the address, 's' the signature.  */

static PyObject *
get (PyObject *self, void *data)
{
  struct om_function *f = (struct om_function *) self;
  struct om_signature *s = f->signature;

  switch (*(const char *) data)
    {
    case 'n':
      return PyUnicode_FromString (s->function->name);
    case 'd':
      return PyUnicode_FromString (s->function->prototype);
    case 'm':
      return Py_NewRef (f->module);
    case 'a':
      return PyLong_FromVoidPtr (f->address);
    default:
      return make_signature (s);
    }
}

/* Make the type of the callables.  Return 0 or -1.  */

int
om_callable_init (void)
{
  static PyMemberDef members[] = {
    { "__vectorcalloffset__", T_PYSSIZET,
      offsetof (struct om_function, vectorcall), READONLY, NULL },
    { "__weaklistoffset__", T_PYSSIZET,
      offsetof (struct om_function, weak), READONLY, NULL },
    { NULL, 0, 0, 0, NULL }
  };
  static PyGetSetDef attributes[] = {
    { "__name__", get, NULL, NULL, "n" },
    { "__qualname__", get, NULL, NULL, "n" },
    { "__doc__", get, NULL, NULL, "d" },
    { "__module__", get, NULL, NULL, "m" },
    { "__signature__", get, NULL, NULL, "s" },
    { "address", get, NULL, "The address of the function.", "a" },
    { "lowlevel", om_get_lowlevel, NULL,
      "The scipy.LowLevelCallable of the function.", NULL },
    { "ufunc", om_get_ufunc, NULL, "The ufunc of NumPy of the function.",
      NULL },
    { "lowlevel_with", om_get_lowlevel_with, NULL, NULL, NULL },
    { NULL, NULL, NULL, NULL, NULL }
  };
  static PyMethodDef methods[] = {
    { "__reduce__", reduce, METH_NOARGS, NULL },
    { NULL, NULL, 0, NULL }
  };
  static PyType_Slot slots[] = {
    { Py_tp_call, PyVectorcall_Call }, { Py_tp_dealloc, dealloc },
    { Py_tp_repr, repr }, { Py_tp_members, members },
    { Py_tp_getset, attributes }, { Py_tp_methods, methods },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    "objmode.function", sizeof (struct om_function), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL
    | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE, slots
  };

  if (!function_type)
    function_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return function_type ? 0 : -1;
}

/* Return the callable of FUNCTION, which has an address, in the module of
   the name MODULE.  It lives as long as the process.  A weak function that
   is nowhere defined is None.  */

static PyObject *
named_function (struct __objmode_function *function, PyObject *module)
{
  PyObject *f;
  struct om_signature *s;

  if (!function->address)
    return Py_NewRef (Py_None);
  f = om_callable_at (function, function->address, module);
  s = f ? function->state : NULL;
  /* Another unit may have described it without a loop.  */
  if (f && function->loop)
    ((struct om_function *) f)->looping = function;
  if (s && !s->named)
    s->named = Py_NewRef (f);
  return f;
}

/* Give DICT, which is that of MODULE or of names that its texts find, the C
   functions FUNCTIONS, up to a NULL, of whose names it has none of its own.
   FUNCTIONS may be NULL.  Return 0 or -1.  */

static int
add_functions (PyObject *dict, PyObject *module,
	       struct __objmode_function *const *functions)
{
  PyObject *name = PyModule_GetNameObject (module);
  int result = name ? 0 : -1;

  for (; result == 0 && functions && *functions; functions++)
    {
      PyObject *key = PyUnicode_InternFromString ((*functions)->name);
      PyObject *f = key ? named_function (*functions, name) : NULL;
      if (!f || !PyDict_SetDefault (dict, key, f))
	result = -1;
      Py_XDECREF (f);
      Py_XDECREF (key);
    }
  Py_XDECREF (name);
  return result;
}

/* Give MODULE the C functions FUNCTIONS, up to a NULL, of whose names it has
   none of its own.  FUNCTIONS may be NULL.  Return 0 or -1.  */

int
om_add_functions (PyObject *module,
		  struct __objmode_function *const *functions)
{
  return add_functions (PyModule_GetDict (module), module, functions);
}

/* Return a new dictionary of the C functions FUNCTIONS, up to a NULL, of
   MODULE.  FUNCTIONS may be NULL.  */

PyObject *
om_functions (PyObject *module, struct __objmode_function *const *functions)
{
  PyObject *dict = PyDict_New ();

  if (dict && add_functions (dict, module, functions) != 0)
    Py_CLEAR (dict);
  return dict;
}
