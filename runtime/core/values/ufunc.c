/* ufunc.c - C functions as ufuncs of NumPy.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The plugin has made a loop that calls the C function for the elements of
   arrays; NumPy calls the loop, without the GIL.  The thread that crosses
   calls these functions and holds the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"

/* What a ufunc refers to as long as it lives.  */
struct tables
{
  void (*loop[1]) (void);
  void *data[1];
  char types[];			/* The numbers of the dtypes.  */
};

/* Return the number that NumPy has for the type of SLOT, a parameter or the
   result of a C function with a loop.  */

static char
number_of (const struct om_slot *slot)
{
  return om_kind_of (slot)->number (slot->var->type);
}

/* Return a new ufunc for F, a C function with a loop of the signature S.  What
   it refers to is never freed, since others may keep the ufunc.  */

static PyObject *
make (const struct om_signature *s, const struct __objmode_function *f)
{
  uint32_t n = f->n_parameters;
  struct tables *t = PyMem_Malloc (sizeof *t + n + 1);
  PyObject *result;

  if (!t)
    return PyErr_NoMemory ();
  t->loop[0] = (void (*) (void)) f->loop;
  t->data[0] = NULL;
  for (uint32_t i = 0; i < n; i++)
    t->types[i] = number_of (&s->parameters[i]);
  t->types[n] = number_of (&s->result);
  result = om_numpy_ufunc (t->loop, t->data, t->types, n, f->name,
			   f->prototype);
  if (!result)
    PyMem_Free (t);
  return result;
}

/* Set an AttributeError: F does not have a ufunc.  An exception that is set
   says why.  Return NULL.  */

static PyObject *
refuse (const struct om_function *f)
{
  const struct __objmode_function *function = f->signature->function;
  PyObject *type, *why, *trace;

  PyErr_Fetch (&type, &why, &trace);
  if (why)
    PyErr_Format (PyExc_AttributeError,
		  "%s.ufunc: NumPy cannot be imported: %S", function->name,
		  why);
  else
    PyErr_Format (PyExc_AttributeError,
		  "%s.ufunc: there is not one; the C file must have '%s.ufunc' "
		  "in a text, and the parameters and the result of '%s' must "
		  "be numbers", function->name, function->name,
		  function->prototype);
  Py_XDECREF (type);
  Py_XDECREF (why);
  Py_XDECREF (trace);
  return NULL;
}

/* Return the attribute `ufunc' of SELF, which is made once, or NULL with an
   AttributeError if there is not one.  */

PyObject *
om_get_ufunc (PyObject *self, void *unused)
{
  struct om_function *f = (struct om_function *) self;
  PyObject *made;

  (void) unused;
  if (f->ufunc)
    return Py_NewRef (f->ufunc);
  if (!f->looping)
    return refuse (f);
  if (om_numpy_load () != 0)
    return PyErr_ExceptionMatches (PyExc_ImportError) ? refuse (f) : NULL;
  made = make (f->signature, f->looping);
  /* Python code may have run, so another thread may have made it.  */
  if (made && f->ufunc)
    Py_SETREF (made, Py_NewRef (f->ufunc));
  else if (made)
    f->ufunc = Py_NewRef (made);
  return made;
}
