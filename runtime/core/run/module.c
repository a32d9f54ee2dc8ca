/* module.c - Units as Python modules.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A unit's module is made when the first block of any unit runs, and its
   module blocks run before its first block.  The GIL is held.  A thread that
   waits for the module blocks that another thread runs gives it up, and
   waits on a lock.  Units are never freed.  */

#include "enter/enter.h"
#include "values/callable.h"
#include "run/run.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* Return the str for the name FILE of a C file, as os.fsdecode makes it: a
   converter of Py_BuildValue.  */

PyObject *
om_file_name (void *file)
{
  return PyUnicode_DecodeFSDefault (file);
}

/* Threads wait here, without the GIL, for the module blocks of a unit that
   another thread runs.  */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;

/* Return POSITIONS as a list of tuples; if NULL, the list that says that
   the text starts at SOURCE_LINE.  */

PyObject *
om_positions (const struct __objmode_position *positions, int source_line)
{
  PyObject *list;

  if (!positions)
    return Py_BuildValue ("[(iiii)]", 1, 0, source_line, 0);
  list = PyList_New (0);
  for (; list && positions->line; positions++)
    {
      PyObject *entry
	= Py_BuildValue ("(iiii)", (int) positions->line,
			 (int) positions->column, (int) positions->c_line,
			 (int) positions->c_column);
      if (!entry || PyList_Append (list, entry) != 0)
	Py_CLEAR (list);
      Py_XDECREF (entry);
    }
  return list;
}

/* Make the module of NODE under a name that is not taken.  Return the new
   unit, or NULL.  */

static struct om_unit *
make_unit (struct objmode_unit_node *node)
{
  struct om_unit *unit = calloc (1, sizeof *unit);
  PyObject *modules = PyImport_GetModuleDict ();
  PyObject *name = NULL;

  if (!unit)
    return (struct om_unit *) PyErr_NoMemory ();
  unit->node = node;
  for (int n = 1; ; n++)
    {
      int taken = n == 1 && om_reserved_name_p (node->unit->name);
      if (taken)
	continue;
      Py_XSETREF (name, n == 1
		  ? PyUnicode_FromFormat ("objmode.%s", node->unit->name)
		  : PyUnicode_FromFormat ("objmode.%s_%d", node->unit->name,
					  n));
      if (!name || (taken = PyDict_Contains (modules, name)) < 0)
	goto fail;
      for (struct objmode_unit_node *other = om_request->first_unit ();
	   other && !taken; other = other->next)
	{
	  struct om_unit *its = other->core;
	  PyObject *used
	    = its ? PyObject_GetAttrString (its->module, "__name__") : NULL;
	  if (used)
	    taken = PyUnicode_Compare (used, name) == 0;
	  Py_XDECREF (used);
	}
      PyErr_Clear ();
      if (!taken)
	break;
    }
  unit->module = om_bootstrap_call ("make_module", "(OO&)", name, om_file_name,
				    node->unit->file);
  if (!unit->module)
    goto fail;
  Py_DECREF (name);
  return unit;

 fail:
  Py_XDECREF (name);
  free (unit);
  return NULL;
}

/* Let each use of UNIT, new and of another ABI, raise RuntimeError with the
   message REFUSAL.  The GIL is held.  */

static void
refuse_unit (struct om_unit *unit, const char *refusal)
{
  PyErr_SetString (PyExc_RuntimeError, refusal);
  PyErr_Fetch (&unit->type, &unit->value, &unit->traceback);
  PyErr_NormalizeException (&unit->type, &unit->value, &unit->traceback);
  unit->state = OM_UNIT_FAILED;
}

/* Make the module of each node that has none.  This is done in the order of
   registration, so that names do not depend on which unit runs first.  Return
   0, or -1 with an exception.  The GIL is held.  */

static int
make_units (void)
{
  for (struct objmode_unit_node *node = om_request->first_unit (); node;
       node = node->next)
    if (!node->core)
      {
	struct om_unit *unit = make_unit (node);
	if (!unit)
	  return -1;
	if (node->refusal)
	  refuse_unit (unit, node->refusal);
	/* Another thread may have been faster while Python code ran.  */
	if (!node->core)
	  node->core = unit;
      }
  return 0;
}

/* Run the module block MODULE of UNIT.  Return 0 or -1.  */

static int
run_module_block (struct om_unit *unit, const struct __objmode_module *module)
{
  PyObject *globals = PyModule_GetDict (unit->module);
  PyObject *table = om_positions (module->positions, module->source_line);
  PyObject *code = NULL, *result = NULL;

  if (table && om_add_functions (unit->module, module->functions) == 0)
    code = om_bootstrap_call ("compile_text", "(sOO&)", module->source, table,
			      om_file_name, unit->node->unit->file);
  if (code)
    result = PyEval_EvalCode (code, globals, globals);
  Py_XDECREF (table);
  Py_XDECREF (code);
  Py_XDECREF (result);
  return result ? 0 : -1;
}

/* Run the module blocks of UNIT and note how that ended.  */

static void
run_module_blocks (struct om_unit *unit)
{
  struct __objmode_module *module = unit->node->unit->modules;
  PyObject *result;
  int failed;

  unit->state = OM_UNIT_RUNNING;
  unit->runner = PyThread_get_thread_ident ();
  result = om_bootstrap_call ("publish", "(O)", unit->module);
  failed = !result;
  Py_XDECREF (result);
  for (; module && !failed; module = module->next)
    failed = run_module_block (unit, module) != 0;
  if (failed)
    {
      PyErr_Fetch (&unit->type, &unit->value, &unit->traceback);
      PyErr_NormalizeException (&unit->type, &unit->value, &unit->traceback);
    }
  pthread_mutex_lock (&lock);
  unit->state = failed ? OM_UNIT_FAILED : OM_UNIT_DONE;
  pthread_cond_broadcast (&ended);
  pthread_mutex_unlock (&lock);
}

/* Wait, without the GIL, until another thread has run UNIT's blocks.  */

static void
wait_for (struct om_unit *unit)
{
  PyThreadState *state = PyEval_SaveThread ();

  pthread_mutex_lock (&lock);
  while (unit->state == OM_UNIT_RUNNING)
    pthread_cond_wait (&ended, &lock);
  pthread_mutex_unlock (&lock);
  om_take_gil (state);
}

/* Run the module blocks of UNIT if that has not been done, or wait for the
   thread that does.  The thread that runs them gets by.  Return 0 or -1, again
   and again, if one failed.  */

static int
ensure_run (struct om_unit *unit)
{
  if (unit->state == OM_UNIT_NEW)
    run_module_blocks (unit);
  else if (unit->state == OM_UNIT_RUNNING
	   && unit->runner != PyThread_get_thread_ident ())
    wait_for (unit);
  if (unit->state != OM_UNIT_FAILED)
    return 0;
  Py_XINCREF (unit->type);
  Py_XINCREF (unit->value);
  Py_XINCREF (unit->traceback);
  PyErr_Restore (unit->type, unit->value, unit->traceback);
  return -1;
}

/* Return the unit of UNIT after its module blocks have run, or NULL.  */

struct om_unit *
om_unit_ready (struct __objmode_unit *unit)
{
  struct objmode_unit_node *node = om_request->unit_node (unit);

  if (!node)
    return (struct om_unit *) PyErr_NoMemory ();
  if (make_units () != 0 || ensure_run (node->core) != 0)
    return NULL;
  return node->core;
}

/* Return the names of the module of UNIT, borrowed, or NULL with an exception.
   The module blocks of UNIT need not have run.  */

PyObject *
om_unit_names (struct __objmode_unit *unit)
{
  struct objmode_unit_node *node = om_request->unit_node (unit);

  if (!node)
    return PyErr_NoMemory ();
  if (make_units () != 0)
    return NULL;
  return PyModule_GetDict (((struct om_unit *) node->core)->module);
}

/* Return the unit whose module has the name NAME or is MODULE, whichever
   is not NULL; NULL without an exception if there is none.  */

static struct om_unit *
lookup_unit (PyObject *name, PyObject *module)
{
  struct objmode_unit_node *node = om_request->first_unit ();

  for (; node; node = node->next)
    {
      struct om_unit *unit = node->core;
      if (!unit)
	continue;
      if (module && unit->module == module)
	return unit;
      if (name)
	{
	  PyObject *its = PyObject_GetAttrString (unit->module, "__name__");
	  int same = its ? PyUnicode_Compare (its, name) == 0 : 0;
	  Py_XDECREF (its);
	  if (same)
	    return unit;
	}
    }
  PyErr_Clear ();
  return NULL;
}

/* The Python function find_unit (NAME).  Return the module of the unit NAME,
   whose blocks need not have run, or None if there is no such unit.  */

static PyObject *
find_unit (PyObject *self, PyObject *name)
{
  struct om_unit *unit;

  (void) self;
  if (make_units () != 0)
    return NULL;
  unit = lookup_unit (name, NULL);
  return Py_NewRef (unit ? unit->module : Py_None);
}

/* The Python function run_unit (MODULE).  Run the module blocks of MODULE if
   they have not run.  */

static PyObject *
run_unit (PyObject *self, PyObject *module)
{
  struct om_unit *unit = lookup_unit (NULL, module);

  (void) self;
  if (unit && ensure_run (unit) != 0)
    return NULL;
  Py_RETURN_NONE;
}

PyMethodDef om_module_methods[] = {
  { "find_unit", find_unit, METH_O, NULL },
  { "run_unit", run_unit, METH_O, NULL },
  { "find_name", om_find_name, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL }
};
