/* error.c - From exceptions to error records, and conversion errors.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#include "gil.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Return the value of the exception that is set, normalised and with its
   traceback, and clear it.  */

static PyObject *
take_exception (void)
{
  PyObject *type, *value, *traceback;

  /* Without memory for the frame object of a traceback 3.11 forgets the
     exception.  */
  if (!PyErr_Occurred ())
    PyErr_NoMemory ();
  PyErr_Fetch (&type, &value, &traceback);
  PyErr_NormalizeException (&type, &value, &traceback);
  if (traceback)
    PyException_SetTraceback (value, traceback);
  Py_XDECREF (type);
  Py_XDECREF (traceback);
  return value;
}

/* Make FAILURE that of the SystemExit EXCEPTION: its status is the code if
   that is an int, 0 for None, else 1 after the code has been printed.  */

static void
set_exit_status (struct objmode_failure *failure, PyObject *exception)
{
  PyObject *code = PyObject_GetAttrString (exception, "code");

  failure->exits = 1;
  failure->exit_status = 1;
  if (!code)
    PyErr_Clear ();
  else if (code == Py_None)
    failure->exit_status = 0;
  else if (PyLong_Check (code))
    failure->exit_status = (int) PyLong_AsLong (code);
  else
    {
      PyObject *text = PyObject_Str (code);
      PyObject *bytes
	= text ? om_bootstrap_call ("encoded", "(O)", text) : NULL;
      if (bytes)
	fprintf (stderr, "%s\n", PyBytes_AsString (bytes));
      Py_XDECREF (bytes);
      Py_XDECREF (text);
    }
  PyErr_Clear ();
  Py_XDECREF (code);
}

/* Return pairs of the Python and the C name of the outputs of BLOCK.  */

static PyObject *
output_names (const struct __objmode_block *block)
{
  PyObject *list = PyList_New (0);

  for (uint32_t i = 0; list && i < block->n_vars; i++)
    if (block->vars[i].flags & OBJMODE_VAR_OUT)
      {
	PyObject *pair = Py_BuildValue ("(ss)", block->vars[i].name,
					block->vars[i].c_name);
	if (!pair || PyList_Append (list, pair) != 0)
	  Py_CLEAR (list);
	Py_XDECREF (pair);
      }
  return list;
}

/* Return UTF-8 that lives as long as OBJECT, bytes, a str or None: NULL for
   None.  A str with a lone surrogate gets OTHER instead.  */

static const char *
utf8 (PyObject *object, const char *other)
{
  const char *text;

  if (PyBytes_Check (object))
    return PyBytes_AS_STRING (object);
  if (!PyUnicode_Check (object))
    return NULL;
  text = PyUnicode_AsUTF8 (object);
  if (!text)
    {
      PyErr_Clear ();
      text = other;
    }
  return text;
}

/* Return the failure that EXCEPTION makes of BLOCK, told by C alone,
   because Python cannot.  */

static struct objmode_failure *
describe_plainly (const struct __objmode_block *block, PyObject *exception)
{
  const char *type = Py_TYPE (exception)->tp_name;
  PyObject *message = PyObject_Str (exception);
  const char *text = message ? utf8 (message, "") : NULL;
  char traceback[512];
  struct objmode_failure *failure;

  PyErr_Clear ();
  snprintf (traceback, sizeof traceback, "%s: %s\n", type, text ? text : "");
  failure = om_request->make_failure (type, text ? text : "", traceback,
				      block->file, block->function, NULL);
  Py_XDECREF (message);
  return failure;
}

/* Return the line of VAR, of a block: of its clause or the block, or of the
   `return' whose value is being converted.  */

static int
line_of (const struct __objmode_var *var)
{
  return om_self.returned == var ? om_self.returned_line : var->line;
}

/* Make a failure of BLOCK from the exception that is set, and clear it.
   VAR is the variable that did not convert, or NULL.  If CLEAR the frames
   of the traceback forget their variables.  Return it, never NULL.  */

struct objmode_failure *
om_take_failure (const struct __objmode_block *block,
		 const struct __objmode_var *var, int clear)
{
  PyObject *exception = take_exception ();
  PyObject *names = output_names (block), *told = NULL, *cleared;
  struct objmode_failure *failure;
  PyObject *type, *message, *traceback, *variable;
  int line, column;

  if (names)
    told = om_bootstrap_call ("describe", "(OO&O)", exception, om_file_name,
			      block->file ? block->file : "", names);
  if (told && PyArg_ParseTuple (told, "OOOiiO", &type, &message, &traceback,
				&line, &column, &variable))
    {
      failure = om_request->make_failure (utf8 (type, "?"),
					  utf8 (message, "?"),
					  utf8 (traceback, "?"), block->file,
					  block->function,
					  var ? var->c_name
					  : utf8 (variable, NULL));
      failure->info.line = line ? line : var ? line_of (var) : block->line;
      failure->info.column = column;
    }
  else
    failure = describe_plainly (block, exception);
  if (PyErr_GivenExceptionMatches (exception, PyExc_SystemExit))
    set_exit_status (failure, exception);
  if (clear)
    {
      cleared = om_bootstrap_call ("clear_frames", "(O)", exception);
      Py_XDECREF (cleared);
    }
  PyErr_Clear ();
  Py_XDECREF (told);
  Py_XDECREF (names);
  failure->exception = (objmode_object *) exception;
  return failure;
}

/* Return the C type of SLOT, an argument or a result, as C spells it.  */

PyObject *
om_passed_type (const struct om_slot *slot)
{
  const struct __objmode_var *var = slot->var;

  /* Of a pointer to a struct there is the name of the struct.  */
  if (var->type->kind == OBJMODE_KIND_RECORD
      && (var->flags & OBJMODE_VAR_ARRAY))
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
			       line_of (var), var->c_name, var->type->name,
			       (var->flags & OBJMODE_VAR_ARRAY)
			       && var->type->kind != OBJMODE_KIND_BYTES
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
  PyObject *value = take_exception ();
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
