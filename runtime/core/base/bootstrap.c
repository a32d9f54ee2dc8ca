/* bootstrap.c - The part of the core that is Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The text is in the .py files of this directory; bootstrap-py.h has it
   compiled by the Python whose core this is.  It is run once in a namespace
   of its own, in which the core's C functions are found too.

   The thread that starts or adopts Python runs the text; later any thread
   that holds the GIL calls its functions.  The namespace is never freed.  */

#include "base/base.h"
#include <marshal.h>
#include "bootstrap-py.h"

_Static_assert (bootstrap_version == PY_VERSION_HEX >> 16,
		"bootstrap-py.h is made by the Python of the headers");

static PyObject *namespace;

/* Run the text in the namespace.  Return 0 or -1.  */

static int
run_text (void)
{
  PyObject *code, *result = NULL;

  /* What byte code means does not change within a minor version, and
     objmode_core_init has refused another one.  */
  code = PyMarshal_ReadObjectFromString ((const char *) bootstrap_code,
					 sizeof bootstrap_code);
  if (code)
    result = PyEval_EvalCode (code, namespace, namespace);
  Py_XDECREF (code);
  Py_XDECREF (result);
  return result ? 0 : -1;
}

/* The Python function compile_source (SOURCE, FILE).  Return the code
   object of SOURCE, the text of FILE.  */

static PyObject *
compile_source (PyObject *self, PyObject *arguments)
{
  PyCompilerFlags flags = _PyCompilerFlags_INIT;
  const char *source;
  PyObject *file;

  (void) self;
  if (!PyArg_ParseTuple (arguments, "sU", &source, &file))
    return NULL;
  flags.cf_flags = PyCF_SOURCE_IS_UTF8 | PyCF_IGNORE_COOKIE;
  return Py_CompileStringObject (source, file, Py_file_input, &flags, -1);
}

/* Add the functions METHODS, which end with a NULL name, to the namespace.
   Return 0 or -1.  */

static int
add_functions (PyMethodDef *methods)
{
  for (; methods->ml_name; methods++)
    {
      PyObject *function = PyCFunction_New (methods, NULL);
      int failed = (!function
		    || PyDict_SetItemString (namespace, methods->ml_name,
					     function) != 0);
      Py_XDECREF (function);
      if (failed)
	return -1;
    }
  return 0;
}

/* Add the functions METHODS to those that the text finds; the first call runs
   the text.  Return 0 or -1.  */

int
om_bootstrap_init (PyMethodDef *methods)
{
  static PyMethodDef own[] = {
    { "compile_source", compile_source, METH_VARARGS, NULL },
    { NULL, NULL, 0, NULL }
  };

  if (!namespace)
    {
      namespace = PyDict_New ();
      if (!namespace
	  || PyDict_SetItemString (namespace, "__builtins__",
				   PyEval_GetBuiltins ()) != 0
	  || run_text () != 0 || add_functions (own) != 0)
	return -1;
    }
  return add_functions (methods);
}

/* Call FUNCTION of the text with arguments that FORMAT, which makes a
   tuple, builds as Py_BuildValue does.  Return its result.  */

PyObject *
om_bootstrap_call (const char *function, const char *format, ...)
{
  PyObject *name = PyUnicode_InternFromString (function);
  PyObject *callable = name ? PyDict_GetItemWithError (namespace, name) : NULL;
  PyObject *arguments, *result;
  va_list list;

  Py_XDECREF (name);
  if (!callable)
    {
      if (PyErr_Occurred ())
	return NULL;
      PyErr_Format (PyExc_SystemError, "internal error: libobjmode has no "
		    "function '%s'", function);
      return NULL;
    }
  va_start (list, format);
  arguments = Py_VaBuildValue (format, list);
  va_end (list);
  if (!arguments)
    return NULL;
  result = PyObject_CallObject (callable, arguments);
  Py_DECREF (arguments);
  return result;
}
