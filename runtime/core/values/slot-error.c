/* slot-error.c - Exceptions about a value that does not convert.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Messages say where the variable is, its name and its C type, and then what
   is wrong with the value.  The thread that crosses calls these functions
   and holds the GIL; there are no locks.  */

#include "values/kind.h"
#include <stdarg.h>
#include <string.h>

/* Return the C type of SLOT, an argument or a result, as C spells it.  */

PyObject *
om_passed_type (const struct om_slot *slot)
{
  const struct __objmode_var *var = slot->var;

  /* Of a pointer to a struct there is the name of the struct.  */
  if (om_kind_of (slot)->names_target && om_array_p (slot))
    return PyUnicode_FromFormat ("%s%s *",
				 var->flags & OBJMODE_VAR_CONST ? "const "
				 : "", var->type->name);
  return PyUnicode_FromString (var->type->name);
}

/* Return the beginning of a message about SLOT, an argument or a result of a
   function or a member of one: name and C type.  */

static PyObject *
function_prefix (const struct om_slot *slot)
{
  const char *name = slot->var->c_name;
  PyObject *type = om_passed_type (slot), *text;

  text = type ? PyUnicode_FromFormat ("%s() %s%s%s (C %U): ",
				      slot->function->name,
				      name ? "argument '" : "result",
				      name ? name : "", name ? "'" : "", type)
	 : NULL;
  Py_XDECREF (type);
  return text;
}

/* Return the beginning of a message about SLOT: where, name and C type.  */

static PyObject *
prefix (const struct om_slot *slot)
{
  const struct __objmode_var *var = slot->var;

  if (slot->function)
    return function_prefix (slot);
  if (!slot->block->file)
    return PyUnicode_FromFormat ("'%s' (C %s%s): ", var->c_name,
				 var->type->name,
				 var->flags & OBJMODE_VAR_ARRAY ? " array"
				 : "");
  return PyUnicode_FromFormat ("%s:%d: '%s' (C %s%s): ", slot->block->file,
			       var->line, var->c_name, var->type->name,
			       om_array_p (slot)
			       && !om_kind_of (slot)->names_memory
			       ? " array" : "");
}

/* Set an exception of TYPE with MESSAGE, which begins with START and is about
   SLOT; it remembers START and the name of SLOT, which the members of
   objmode_error_info are made of: see place_error in elements.py.  Without
   memory a MemoryError is set.  */

static void
set_error (const struct om_slot *slot, PyObject *type, PyObject *start,
	   PyObject *message)
{
  const char *name = slot->var->c_name;
  PyObject *error = PyObject_CallOneArg (type, message), *mark;

  if (!error)
    return;
  /* The third is which traceback it has: none yet.  */
  mark = Py_BuildValue ("(OsN)", start, name ? name : "",
			PyLong_FromVoidPtr (Py_None));
  if (mark && PyObject_SetAttrString (error, "_objmode", mark) == 0)
    PyErr_SetObject (type, error);
  Py_XDECREF (mark);
  Py_DECREF (error);
}

/* Set an exception of TYPE about SLOT, told by FORMAT as by
   PyUnicode_FromFormat.  Return -1.  */

int
om_slot_error (const struct om_slot *slot, PyObject *type,
	       const char *format, ...)
{
  PyObject *start = prefix (slot), *rest, *message;
  va_list arguments;

  va_start (arguments, format);
  rest = PyUnicode_FromFormatV (format, arguments);
  va_end (arguments);
  message = start && rest ? PyUnicode_Concat (start, rest) : NULL;
  if (message)
    set_error (slot, type, start, message);
  Py_XDECREF (start);
  Py_XDECREF (rest);
  Py_XDECREF (message);
  return -1;
}

/* Return 1 if the exception that is set, if any, is a MemoryError.  */

static int
no_memory_p (void)
{
  return PyErr_Occurred () && PyErr_ExceptionMatches (PyExc_MemoryError);
}

/* Set an exception of TYPE about SLOT, which cannot take the value OBJECT:
   WHAT says why.  But a MemoryError that is set stays.  Return -1.  */

int
om_value_error (const struct om_slot *slot, PyObject *type,
		PyObject *object, const char *what)
{
  PyObject *repr;

  if (no_memory_p ())
    return -1;
  PyErr_Clear ();
  repr = PyObject_Repr (object);
  if (!repr && no_memory_p ())
    return -1;
  if (!repr)
    {
      /* An int of more digits than CPython likes to print.  */
      PyErr_Clear ();
      return om_slot_error (slot, type, "%.100s %s",
			    Py_TYPE (object)->tp_name, what);
    }
  if (PyUnicode_GET_LENGTH (repr) > 100)
    {
      PyObject *head = PyUnicode_Substring (repr, 0, 100);
      Py_SETREF (repr, head ? PyUnicode_FromFormat ("%U...", head) : NULL);
      Py_XDECREF (head);
      if (!repr)
	return -1;
    }
  om_slot_error (slot, type, "%U %s", repr, what);
  Py_DECREF (repr);
  return -1;
}

/* OBJECT is given to SLOT, which takes a number.  If it is an array, be it of
   one element, set a TypeError that says that it is not WHAT, and return -1.
   NumPy makes a number of an array of one element, but from version 2.4 on
   only of one without dimensions.  An array of another library is told by its
   length and its `ndim'.  Return 0 for anything else.  */

OM_COLD int
om_refuse_array (const struct om_slot *slot, PyObject *object,
		 const char *what)
{
  PyTypeObject *type = Py_TYPE (object);
  const char *name = "", *hint = "";
  PyObject *ndim, *shape;
  int array = 0;

  if (!(type->tp_as_mapping && type->tp_as_mapping->mp_length)
      && !(type->tp_as_sequence && type->tp_as_sequence->sq_length))
    return 0;
  ndim = PyObject_GetAttrString (object, "ndim");
  if (ndim && PyLong_Check (ndim))
    array = PyObject_IsTrue (ndim);
  Py_XDECREF (ndim);
  if (array <= 0)
    {
      /* What else is wrong is said by the conversion.  */
      PyErr_Clear ();
      return 0;
    }
  if (slot->function && slot->function->loop)
    {
      name = slot->function->name;
      hint = ".ufunc takes arrays";
    }
  shape = PyObject_GetAttrString (object, "shape");
  if (shape && PyTuple_Check (shape))
    om_slot_error (slot, PyExc_TypeError,
		   "an array of shape %R is not %s%s%s%s", shape, what,
		   *name ? "; " : "", name, hint);
  else
    om_slot_error (slot, PyExc_TypeError, "an array is not %s%s%s%s", what,
		   *name ? "; " : "", name, hint);
  Py_XDECREF (shape);
  return -1;
}

/* Set the exception ERROR, whose reference is given up, unless a MemoryError
   is set: what ERROR lacks is then not known.  Another exception that is set
   is forgotten.  */

static void
set_again (PyObject *error)
{
  if (!no_memory_p ())
    {
      PyErr_Clear ();
      PyErr_SetObject ((PyObject *) Py_TYPE (error), error);
    }
  Py_DECREF (error);
}

/* An exception is set because SLOT could not be converted: let it say where
   and what SLOT is.  That is put in front of the message of CPython's own
   exceptions.  An exception of an object's own code keeps its type, message
   and frames and gets a note.  Return -1.  */

int
om_place_error (const struct om_slot *slot)
{
  PyObject *error, *start, *placed = NULL;

  if (no_memory_p ())
    return -1;
  error = om_take_exception ();
  if (PyErr_GivenExceptionMatches (error, PyExc_Exception))
    {
      start = prefix (slot);
      if (start)
	placed = om_bootstrap_call ("place_error", "(OOs)", error, start,
				    slot->var->c_name ? slot->var->c_name
				    : "");
      Py_XDECREF (start);
    }
  if (placed && PyExceptionInstance_Check (placed))
    Py_SETREF (error, Py_NewRef (placed));
  set_again (error);
  Py_XDECREF (placed);
  return -1;
}

/* The exception that is set is about a part of the element INDEX of the array
   SLOT: let it say so.  Return -1.  */

int
om_index_error (const struct om_slot *slot, Py_ssize_t index)
{
  PyObject *error, *result;

  if (no_memory_p () || !slot->var->c_name)
    return -1;
  error = om_take_exception ();
  result = om_bootstrap_call ("index_error", "(Osn)", error,
			      slot->var->c_name, index);
  Py_XDECREF (result);
  set_again (error);
  return -1;
}
