/* names.c - Names that a text finds while it runs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A text that calls eval or a debugger may look for names that are not passed
   to it: variables at file scope, constants and C functions.  Python looks for
   a name that is nowhere else among the builtins, which it takes from
   `__builtins__' of the module.  While such a text runs, that is a mapping
   which reads the values of C when they are asked for.  No other block pays for
   it.  The thread that crosses is here with the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"
#include "run/run.h"
#include <stdlib.h>
#include <string.h>

/* The names of a block.  */
struct om_names
{
  const struct __objmode_names *names;
  struct om_slot *slots;
  PyObject *globals;		/* The dictionary of the unit's module.  */
  PyObject *mapping;		/* The builtins that the text sees.  */
};

static const char capsule_name[] = "objmode.names";

/* Return the value of the variable number N of NAMES, or NULL, without an
   exception if the program does not have it.  */

static PyObject *
read_variable (const struct om_names *names, uint32_t n)
{
  const struct om_slot *slot = &names->slots[n];
  const struct __objmode_var *var = slot->var;
  const char *frame = names->names->frame;
  ptrdiff_t words[1 + 2 * OM_MAX_DIMENSIONS];
  const char *place = frame + var->in;
  char *address;

  if (var->flags & (OBJMODE_VAR_INDIRECT | OBJMODE_VAR_SHARED))
    {
      memcpy (&address, frame + var->addr, sizeof address);
      if (!address)
	return NULL;
      if (var->flags & OBJMODE_VAR_INDIRECT)
	memcpy (&address, address, sizeof address);
      if (var->flags & OBJMODE_VAR_SHARED)
	return om_unset_input (slot, address);
      memcpy (words, place, (1 + 2 * var->ndim) * sizeof *words);
      memcpy (words, &address, sizeof address);
      place = (const char *) words;
    }
  else if (om_array_p (slot) || om_kind_of (slot)->by_address)
    {
      memcpy (&address, place, sizeof address);
      if (!address)
	return NULL;
    }
  return om_unset_input (slot, place);
}

/* The Python function find_name (CAPSULE, N).  Return the value of the variable
   number N of the names in CAPSULE.  Raise KeyError if the program does not
   have it.  */

PyObject *
om_find_name (PyObject *self, PyObject *args)
{
  PyObject *capsule, *value;
  unsigned n;
  struct om_names *names;

  (void) self;
  if (!PyArg_ParseTuple (args, "OI", &capsule, &n))
    return NULL;
  names = PyCapsule_GetPointer (capsule, capsule_name);
  value = names ? read_variable (names, n) : NULL;
  if (!value && !PyErr_Occurred ())
    PyErr_SetString (PyExc_KeyError, names->names->vars[n].name);
  return value;
}

/* Return a list of the names of the variables of NAMES.  */

static PyObject *
list_variables (const struct __objmode_names *names)
{
  PyObject *list = PyList_New (names->n_vars);

  for (uint32_t i = 0; list && i < names->n_vars; i++)
    {
      PyObject *name = PyUnicode_FromString (names->vars[i].name);
      if (name)
	PyList_SET_ITEM (list, i, name);
      else
	Py_CLEAR (list);
    }
  return list;
}

/* Fill in the slots of NAMES, of BLOCK.  Return 0 or -1.  */

static int
make_slots (struct om_names *names, const struct __objmode_block *block)
{
  uint32_t n = names->names->n_vars;

  names->slots = calloc (n + 1, sizeof *names->slots);
  if (!names->slots)
    {
      PyErr_NoMemory ();
      return -1;
    }
  for (uint32_t i = 0; i < n; i++)
    if (om_make_input_slot (&names->slots[i], block, &names->names->vars[i])
	!= 0)
      return -1;
  return 0;
}

/* Free NAMES, which no text sees.  NULL is allowed.  */

void
om_free_names (struct om_names *names)
{
  if (!names)
    return;
  Py_XDECREF (names->mapping);
  for (uint32_t i = 0; names->slots && i < names->names->n_vars; i++)
    om_free_slot (&names->slots[i]);
  free (names->slots);
  free (names);
}

/* Return what the text of BLOCK, in the module UNIT, finds while it runs; NULL
   if it finds nothing, or with an exception.  */

struct om_names *
om_make_names (const struct __objmode_block *block, struct om_unit *unit)
{
  struct om_names *names;
  PyObject *variables, *functions, *capsule;

  if (!(block->flags & OBJMODE_BLOCK_ALL_NAMES) || !block->names)
    return NULL;
  names = calloc (1, sizeof *names);
  if (!names)
    return (struct om_names *) PyErr_NoMemory ();
  names->names = block->names;
  names->globals = PyModule_GetDict (unit->module);
  capsule = PyCapsule_New (names, capsule_name, NULL);
  variables = list_variables (names->names);
  functions = om_functions (unit->module, names->names->functions);
  if (capsule && variables && functions && make_slots (names, block) == 0)
    names->mapping = om_bootstrap_call ("make_names", "(OOO)", capsule,
					variables, functions);
  Py_XDECREF (capsule);
  Py_XDECREF (variables);
  Py_XDECREF (functions);
  if (names->mapping)
    return names;
  om_free_names (names);
  return NULL;
}

/* Let the module of NAMES have these names, too.  Return what it had for
   builtins, to be given to om_hide_names.  No exception is set.  */

PyObject *
om_show_names (const struct om_names *names)
{
  PyObject *before
    = PyDict_GetItemString (names->globals, "__builtins__");

  Py_XINCREF (before);
  if (PyDict_SetItemString (names->globals, "__builtins__", names->mapping)
      != 0)
    PyErr_Clear ();
  return before;
}

/* Let the module of NAMES have the builtins BEFORE again, of which the
   reference is taken over.  An exception that is set stays set.  */

void
om_hide_names (const struct om_names *names, PyObject *before)
{
  PyObject *type, *value, *traceback;

  PyErr_Fetch (&type, &value, &traceback);
  if (before
      && PyDict_SetItemString (names->globals, "__builtins__", before) != 0)
    PyErr_Clear ();
  Py_XDECREF (before);
  PyErr_Restore (type, value, traceback);
}
