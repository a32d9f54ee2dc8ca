/* pysource.c - Python inside cc1: start it and ask the package analyse.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   This file and pysource-answer.c are the only ones of the plugin that include
   Python.h.  The Python package analyse, which is compiled in, finds out what a
   text means.  Its answers, which are tuples, become the structures of
   pysource.h.
   cc1 has one thread, which keeps the GIL from start to end.  */

#include "core/base/compat.h"
#include <marshal.h>
#include <dlfcn.h>

#include "pysource-answer.h"

/* A module that embed.py put into analyse-py.h.  TEXT is its source.  The SIZE
   bytes of CODE are its byte code as marshal has written it.  */
struct embedded_module
{
  const char *name, *text;
  const unsigned char *code;
  size_t size;
};

#include "analyse-py.h"

/* The dictionary of the package analyse, borrowed from sys.modules, or NULL
   before the start.  */
static PyObject *namespace;

/* The reason why the last call failed, which the API's `error' returns, or
   empty.  */
static char failure[512];

/* Put "WHAT: the current exception" into FAILURE and clear the
   exception.  The GIL is held.  */

static void
keep_error (const char *what)
{
  PyObject *type, *value, *traceback, *text;
  const char *string = NULL;

  PyErr_Fetch (&type, &value, &traceback);
  text = value ? PyObject_Str (value) : NULL;
  if (text)
    string = PyUnicode_AsUTF8 (text);
  snprintf (failure, sizeof failure, "%s: %s: %.300s", what,
	    type ? ((PyTypeObject *) type)->tp_name : "unknown error",
	    string ? string : "");
  Py_XDECREF (text);
  Py_XDECREF (type);
  Py_XDECREF (value);
  Py_XDECREF (traceback);
  PyErr_Clear ();
}

/* Put the error message of STATUS into FAILURE.  Return false.  */

static bool
keep_status (PyStatus status)
{
  snprintf (failure, sizeof failure, "cannot start Python: %s",
	    status.err_msg ? status.err_msg : "Python asked to exit");
  return false;
}

/* Return whether the module NAME is part of libpython.  */

static bool
builtin_module_p (const char *name)
{
  for (const struct _inittab *t = PyImport_Inittab; t->name; t++)
    if (!strcmp (t->name, name))
      return true;
  return false;
}

/* Let extension modules see the symbols of libpython, which cc1 has loaded
   for this file alone.  */

static void
publish_libpython (void)
{
  Dl_info info;

  if (dladdr ((void *) Py_InitializeFromConfig, &info))
    dlopen (info.dli_fname, RTLD_LAZY | RTLD_NOLOAD | RTLD_GLOBAL);
}

/* Make CPython's core register its handlers of coding errors, which the
   compiler needs for invalid escape sequences.  They come with the registry of
   codecs, which imports the module `encodings' to find codecs by their names.
   Nothing here is decoded by name, so an empty module is enough.  Return false
   with FAILURE set if it fails.  The GIL is held.  */

static bool
provide_encodings (void)
{
  if (PyImport_AddModule ("encodings"))
    return true;
  keep_error ("cannot start Python");
  return false;
}

/* Initialize the core of CPython: the builtin modules and the compiler.  This
   reads no file, no environment variable and no directory, and changes neither
   signals nor the locale.  The compiler needs the module unicodedata, for
   names that are not ASCII, and the handlers of coding errors.  The rest of
   CPython is initialized too, with the search path, only if unicodedata is a
   file or the handlers come later.  Return false with FAILURE set if it fails.
   The GIL is held afterwards.  */

static bool
initialize (void)
{
  const bool main_too = (!OM_CORE_HAS_CODECS
			 || !builtin_module_p ("unicodedata"));
  PyPreConfig pre;
  PyConfig config;
  PyStatus status;

  PyPreConfig_InitIsolatedConfig (&pre);
  pre.utf8_mode = 1;
  pre.configure_locale = 0;
  status = Py_PreInitialize (&pre);
  if (PyStatus_Exception (status))
    return keep_status (status);
  PyConfig_InitIsolatedConfig (&config);
  config.install_signal_handlers = 0;
  config.site_import = 0;
  config._init_main = main_too;
  if (main_too)
    publish_libpython ();
#ifdef OBJMODE_ANALYSE_PYTHON
  /* Otherwise Python would look for the program along PATH.  */
  status = PyConfig_SetBytesString (&config, &config.program_name,
				    OBJMODE_ANALYSE_PYTHON);
  if (PyStatus_Exception (status))
    {
      PyConfig_Clear (&config);
      return keep_status (status);
    }
#endif
  status = Py_InitializeFromConfig (&config);
  PyConfig_Clear (&config);
  if (PyStatus_Exception (status))
    return keep_status (status);
  return main_too || provide_encodings ();
}

/* Return the code of MODULE, a new reference, or NULL with an exception set.
   Read it from the byte code if the Python that ran embed.py has the same
   minor version, since byte code does not change within one.  Otherwise
   compile the text.  The GIL is held.  */

static PyObject *
code_of (const struct embedded_module *module)
{
  if (Py_Version >> 16 != analyse_version)
    return Py_CompileString (module->text, module->name, Py_file_input);
  return PyMarshal_ReadObjectFromString ((const char *) module->code,
					 module->size);
}

/* Put MODULE into sys.modules and run it, as an import would.  The modules
   that it imports are there already.  Return its dictionary, borrowed from it,
   or NULL with an exception set.  The GIL is held.  */

static PyObject *
run_module (const struct embedded_module *module)
{
  PyObject *object = PyImport_AddModule (module->name);
  PyObject *dict = object ? PyModule_GetDict (object) : NULL;
  PyObject *package = PyUnicode_FromString ("analyse");
  PyObject *code = code_of (module);
  PyObject *result = NULL;

  if (dict && package && code
      && !PyDict_SetItemString (dict, "__builtins__", PyEval_GetBuiltins ())
      && !PyDict_SetItemString (dict, "__package__", package))
    result = PyEval_EvalCode (code, dict, dict);
  Py_XDECREF (package);
  Py_XDECREF (code);
  Py_XDECREF (result);
  return result ? dict : NULL;
}

/* Start Python and run the package analyse, if that has not been done.  Return
   false with FAILURE set if it cannot be done.  It is not tried again.  The
   GIL is held afterwards.  */

static bool
start (void)
{
  const size_t n = sizeof analyse_modules / sizeof *analyse_modules;
  static bool tried;
  PyObject *dict = NULL;

  if (tried)
    return namespace != NULL;
  tried = true;
  if (!initialize ())
    return false;
  for (size_t i = 0; i < n; i++)
    {
      dict = run_module (&analyse_modules[i]);
      if (!dict)
	{
	  keep_error ("cannot analyse Python text");
	  return false;
	}
    }
  /* The package itself is the last.  */
  namespace = dict;
  failure[0] = '\0';
  return true;
}

/* Call FUNCTION of the package analyse with the arguments that Py_BuildValue
   makes from FORMAT.  Return a new reference, or NULL with FAILURE set.  */

static PyObject *
ask (const char *function, const char *format, ...)
{
  PyObject *arguments, *result = NULL;
  va_list ap;

  if (!start ())
    return NULL;
  va_start (ap, format);
  arguments = Py_VaBuildValue (format, ap);
  va_end (ap);
  if (arguments)
    result = PyObject_CallObject (PyDict_GetItemString (namespace, function),
				  arguments);
  Py_XDECREF (arguments);
  if (!result)
    keep_error ("cannot analyse Python text");
  return result;
}

/* Set FAILURE to the current exception, if the package analyse gave a wrong
   answer, or else to "out of memory".  */

static void
keep_failure (void)
{
  if (PyErr_Occurred ())
    keep_error ("cannot analyse Python text");
  else
    snprintf (failure, sizeof failure, "out of memory");
}

/* Analyse TEXT, of a module if MODULE, else of a block.  Return what is
   found, which the caller frees by objmode_free_source, or NULL with FAILURE
   set.  */

static struct objmode_pysource *
analyse (const char *text, bool module)
{
  struct objmode_pysource *source;
  PyObject *answer = ask ("analyse", "(yi)", text, module);

  if (!answer)
    return NULL;
  source = calloc (1, sizeof *source);
  if (source && !objmode_fill_source (source, answer))
    {
      objmode_free_source (source);
      source = NULL;
    }
  if (!source)
    keep_failure ();
  Py_DECREF (answer);
  return source;
}

/* This is the API's analyse_block, for the TEXT of a block.  */

static struct objmode_pysource *
analyse_block (const char *text)
{
  return analyse (text, false);
}

/* This is the API's analyse_module, for the TEXT of a module block.  */

static struct objmode_pysource *
analyse_module (const char *text)
{
  return analyse (text, true);
}

/* Return a new list of the N POSITIONS as tuples, or NULL.  */

static PyObject *
position_list (const struct objmode_pyposition *positions, size_t n)
{
  PyObject *list = PyList_New (n);

  for (size_t i = 0; list && i < n; i++)
    {
      const struct objmode_pyposition *p = &positions[i];
      PyObject *tuple = Py_BuildValue ("(iiii)", p->line, p->column,
				       p->c_line, p->c_column);

      if (!tuple)
	Py_CLEAR (list);
      else
	PyList_SET_ITEM (list, i, tuple);
    }
  return list;
}

/* Return a new list of the N STRINGS, or NULL.  */

static PyObject *
string_list (const char *const *strings, size_t n)
{
  PyObject *list = PyList_New (n);

  for (size_t i = 0; list && i < n; i++)
    {
      PyObject *string = PyUnicode_FromString (strings[i]);

      if (!string)
	Py_CLEAR (list);
      else
	PyList_SET_ITEM (list, i, string);
    }
  return list;
}

/* Free TEXT, which may be NULL or half filled.  */

static void
free_text (struct objmode_pytext *text)
{
  if (!text)
    return;
  free (text->source);
  free (text->positions);
  free (text);
}

/* Fill TEXT from ANSWER, what `function' or `module' returned, borrowed.
   Return false if that fails; TEXT can be freed then, too.  */

static bool
fill_text (struct objmode_pytext *text, PyObject *answer)
{
  PyObject *source, *positions;
  size_t n;

  if (!PyArg_ParseTuple (answer, "UiO!", &source, &text->source_line,
			 &PyList_Type, &positions))
    return false;
  n = PyList_GET_SIZE (positions);
  text->source = objmode_copy_string (source);
  text->positions = calloc (n + 1, sizeof *text->positions);
  if (!text->source || !text->positions)
    return false;
  text->n_positions = n;
  for (size_t i = 0; i < n; i++)
    {
      struct objmode_pyposition *p = &text->positions[i];

      if (!PyArg_ParseTuple (PyList_GET_ITEM (positions, i), "iiii",
			     &p->line, &p->column, &p->c_line,
			     &p->c_column))
	return false;
    }
  return true;
}

/* Make a text from ANSWER, a reference that is taken over and may be NULL.
   Return the text, which the caller frees by free_text.  Return NULL with
   FAILURE set if that fails.  */

static struct objmode_pytext *
make_text (PyObject *answer)
{
  struct objmode_pytext *text;

  if (!answer)
    return NULL;
  text = calloc (1, sizeof *text);
  if (text && !fill_text (text, answer))
    {
      free_text (text);
      text = NULL;
    }
  if (!text)
    keep_failure ();
  Py_DECREF (answer);
  return text;
}

/* Make the source of the Python function for REQUEST.  This is the API's
   `function'; see pysource.h.  */

static struct objmode_pytext *
function (const struct objmode_pyfunction_request *request)
{
  if (!start ())
    return NULL;
  /* `N' takes over the lists, even if one of them is NULL.  */
  return make_text (ask ("function", "(yNsNNi)", request->text,
			 position_list (request->positions,
					request->n_positions),
			 request->name,
			 string_list (request->parameters,
				      request->n_parameters),
			 string_list (request->returns,
				      request->n_returns),
			 request->leaves));
}

/* Make the source of the module text TEXT, which lies at the N_POSITIONS
   POSITIONS.  This is the API's `module'; see pysource.h.  */

static struct objmode_pytext *
module (const char *text, const struct objmode_pyposition *positions,
	size_t n_positions)
{
  if (!start ())
    return NULL;
  return make_text (ask ("module", "(yN)", text,
			 position_list (positions, n_positions)));
}

/* Return a malloced copy of ANSWER, a str that is taken over and may be NULL.
   Return NULL with FAILURE set if that fails.  */

static char *
take_string (PyObject *answer)
{
  char *string = answer ? objmode_copy_string (answer) : NULL;

  if (answer && !string)
    keep_failure ();
  Py_XDECREF (answer);
  return string;
}

/* This is the API's `listing': make the lines of the dump for REQUEST.  */

static char *
listing (const struct objmode_pylisting_request *request)
{
  if (!start ())
    return NULL;
  return take_string (ask ("listing", "(yNssNi)", request->text,
			   position_list (request->positions,
					  request->n_positions),
			   request->file, request->indent,
			   string_list (request->declarations,
					request->n_declarations),
			   request->module));
}

/* This is the API's `identifier': Python is asked about NAME.  */

static char *
identifier (const char *name)
{
  return take_string (ask ("identifier", "(s)", name));
}

/* Return why the last call returned NULL.  This is the API's `error'.  */

static const char *
error (void)
{
  return failure;
}

extern const struct objmode_pysource_api objmode_pysource_api
  __attribute__ ((visibility ("default")));

const struct objmode_pysource_api objmode_pysource_api = {
  .version = OBJMODE_PYSOURCE_VERSION,
  .analyse_block = analyse_block,
  .analyse_module = analyse_module,
  .function = function,
  .module = module,
  .listing = listing,
  .identifier = identifier,
  .free_source = objmode_free_source,
  .free_text = free_text,
  .error = error
};
