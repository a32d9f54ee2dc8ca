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
    PyErr_SetObject (type, message);
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

/* Put where and what SLOT is in front of the message of the exception that
   is set, which is of one of CPython's own types, and forget the frames in
   which it was raised.  Return -1.  */

int
om_prefix_error (const struct om_slot *slot)
{
  PyObject *value = om_take_exception ();
  PyObject *text = PyObject_Str (value);
  PyTypeObject *type = Py_TYPE (value);

  if (!text)
    PyErr_Clear ();
  if (text && ((PyObject *) type == PyExc_TypeError
	       || (PyObject *) type == PyExc_ValueError
	       || (PyObject *) type == PyExc_OverflowError))
    om_slot_error (slot, (PyObject *) type, "%U", text);
  else
    {
      PyException_SetTraceback (value, Py_None);
      PyErr_SetObject ((PyObject *) type, value);
    }
  Py_XDECREF (text);
  Py_DECREF (value);
  return -1;
}
