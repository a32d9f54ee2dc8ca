/* failure.c - From an exception to a failure of a block.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The thread whose block has failed is here with the GIL.  The failure that
   is returned has a reference to the exception and belongs to the caller,
   which hands it over to libobjmode.  There are no locks.  */

#include "run/run.h"
#include <stdio.h>
#include <string.h>

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
	om_request->complain ("%s\n", PyBytes_AsString (bytes));
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
  PyObject *message = PyObject_Str (exception);
  const char *text = message ? utf8 (message, "") : NULL;
  char traceback[512], types[512];
  size_t used = 0;
  struct objmode_error_info info = {
    .type = Py_TYPE (exception)->tp_name, .message = text ? text : "",
    .traceback = traceback, .types = types, .file = block->file,
    .function = block->function, .line = block->line
  };
  struct objmode_failure *failure;

  PyErr_Clear ();
  snprintf (traceback, sizeof traceback, "%s: %s\n", info.type, info.message);
  types[0] = '\0';
  for (PyTypeObject *type = Py_TYPE (exception); type; type = type->tp_base)
    {
      size_t length = strlen (type->tp_name);
      if (length + 2 > sizeof types - used)
	break;
      used += snprintf (types + used, sizeof types - used, "%s\n",
			type->tp_name);
    }
  failure = om_request->make_failure (&info);
  Py_XDECREF (message);
  return failure;
}

/* Return the failure of BLOCK that TOLD, the result of `describe', tells;
   NULL, perhaps with an exception, if it does not.  VAR is as in
   om_take_failure.  */

static struct objmode_failure *
make_failure (const struct __objmode_block *block,
	      const struct __objmode_var *var, PyObject *told)
{
  PyObject *type, *message, *traceback, *variable, *text, *path, *types;
  int line, column;
  struct objmode_error_info info;

  if (!told
      || !PyArg_ParseTuple (told, "OOOiiOOOO", &type, &message, &traceback,
			    &line, &column, &variable, &text, &path, &types))
    return NULL;
  info = (struct objmode_error_info) {
    .type = utf8 (type, "?"), .message = utf8 (message, "?"),
    .traceback = utf8 (traceback, "?"), .file = block->file,
    .function = block->function,
    .variable = var ? var->c_name : utf8 (variable, NULL),
    .line = line ? line : var ? var->line : block->line, .column = column,
    .text = utf8 (text, "?"), .path = utf8 (path, NULL),
    .types = utf8 (types, NULL)
  };
  return om_request->make_failure (&info);
}

/* Return EXCEPTION, of which the reference is taken over; but if it is the one
   by which a debugger ends the program, return the SystemExit that stands for
   it.  Never NULL.  */

static PyObject *
as_exit (PyObject *exception)
{
  PyObject *other;

  if (strcmp (Py_TYPE (exception)->tp_name, "BdbQuit") != 0)
    return exception;
  other = om_bootstrap_call ("as_exit", "(O)", exception);
  if (!other)
    {
      PyErr_Clear ();
      return exception;
    }
  Py_DECREF (exception);
  return other;
}

/* Return the file in which the statement of BLOCK that has failed is looked
   for.  A Python function that C calls fails where it was made, whatever its
   statements are.  */

static const char *
place_of (const struct __objmode_block *block)
{
  return (block->file && !(block->flags & OBJMODE_BLOCK_CALLBACK)
	  ? block->file : "");
}

/* Make a failure of BLOCK from the exception that is set, and clear it.
   SLOT is of the variable that did not convert, or NULL.  If CLEAR the frames
   of the traceback forget their variables.  Return it, never NULL.  */

struct objmode_failure *
om_take_failure (const struct __objmode_block *block,
		 const struct om_slot *slot, int clear)
{
  const struct __objmode_var *var = slot ? slot->var : NULL;
  PyObject *exception, *names, *told = NULL, *cleared;
  struct objmode_failure *failure;

  if (slot)
    om_place_error (slot);
  exception = as_exit (om_take_exception ());
  names = output_names (block);
  if (names)
    told = om_bootstrap_call ("describe", "(OO&Oz)", exception, om_file_name,
			      place_of (block), names,
			      var ? var->c_name : NULL);
  failure = make_failure (block, var, told);
  if (!failure)
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
