/* lowlevel.c - C functions as low-level callables of SciPy.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* SciPy calls a C function without Python in between if it is given as a
   scipy.LowLevelCallable, which has the address, the signature as text, and
   perhaps a pointer to data that the function gets.  The thread that crosses
   calls these functions and holds the GIL; there are no locks.  */

#include "values/callable.h"
#include "values/convert.h"
#include "values/numpy.h"
#include <string.h>

/* The signatures of the C functions that the functions of SciPy call:
   scipy.integrate calls the first four, scipy.ndimage the others.  CODE has a
   letter for the result and one for each parameter, see `code_of'.  */
static const struct { const char *code, *text; } known[] = {
  { "dd", "double (double)" },
  { "ddv", "double (double, void *)" },
  { "diD", "double (int, double *)" },
  { "diDv", "double (int, double *, void *)" },
  { "iDlDv", "int (double *, intptr_t, double *, void *)" },
  { "iDlDlv", "int (double *, intptr_t, double *, intptr_t, void *)" },
  { "iLDiiv", "int (intptr_t *, double *, int, int, void *)" }
};

enum
{
  N_KNOWN = sizeof known / sizeof known[0],
  MAX_CODE = 8,			/* More than the longest has.  */
  OTHER = '?'
};

/* Return the letter for the type of SLOT, a parameter or a result of a C
   function: `d' is double, `i' int, `l' an intptr_t, `D' and `L' are
   pointers to them, and `v' is a void *.  Other types have OTHER.  */

static char
code_of (const struct om_slot *slot)
{
  const struct om_kind *kind = om_kind_of (slot);
  const struct __objmode_type *type = slot->var->type;
  int pointer = om_array_p (slot);

  if (kind->untyped)
    return pointer ? 'v' : OTHER;
  if (slot->var->ndim > 0 || slot->record || !kind->number)
    return OTHER;
  switch (kind->number (type))
    {
    case OM_NUMBER_INT:
      return kind->integral && !pointer ? 'i' : OTHER;
    case OM_NUMBER_LONG:
    case OM_NUMBER_LONG_LONG:
      if (!kind->integral || type->size != sizeof (intptr_t))
	return OTHER;
      return pointer ? 'L' : 'l';
    case OM_NUMBER_DOUBLE:
      return pointer ? 'D' : 'd';
    default:
      return OTHER;
    }
}

/* Return the signature of the functions of S if a function of SciPy calls
   such functions, or NULL.  */

static const char *
signature_text (const struct om_signature *s)
{
  uint32_t n = s->function->n_parameters;
  char code[MAX_CODE];

  if (!s->function->result || n + 2 > MAX_CODE)
    return NULL;
  code[0] = code_of (&s->result);
  for (uint32_t i = 0; i < n; i++)
    code[i + 1] = code_of (&s->parameters[i]);
  code[n + 1] = '\0';
  for (int i = 0; i < N_KNOWN; i++)
    if (strcmp (known[i].code, code) == 0)
      return known[i].text;
  return NULL;
}

/* Check that SciPy can be given the functions of S, with data if WITH_DATA.
   Return 0, or -1 with an AttributeError.  */

static int
check (const struct om_signature *s, int with_data)
{
  const struct __objmode_function *f = s->function;
  const char *text = signature_text (s);

  if (!text)
    PyErr_Format (PyExc_AttributeError,
		  "%s.%s: SciPy does not know the signature of '%s'; give it "
		  "the function itself", f->name,
		  with_data ? "lowlevel_with" : "lowlevel", f->prototype);
  else if (with_data && !strstr (text, "void *"))
    PyErr_Format (PyExc_AttributeError,
		  "%s.lowlevel_with: '%s' does not have a parameter 'void *' "
		  "for data; use %s.lowlevel", f->name, f->prototype,
		  f->name);
  else
    return 0;
  return -1;
}

/* Return the scipy.LowLevelCallable of F, for whose signature `check' has
   returned 0.  DATA is what the Python function make_lowlevel takes.  */

static PyObject *
make (const struct om_function *f, PyObject *data)
{
  /* The name of the capsule tells SciPy the signature.  */
  PyObject *capsule
    = PyCapsule_New (f->address, signature_text (f->signature), NULL);
  PyObject *result = NULL;

  if (capsule)
    result = om_bootstrap_call ("make_lowlevel", "(sOO)",
				f->signature->function->name, capsule, data);
  Py_XDECREF (capsule);
  return result;
}

/* Return the attribute `lowlevel' of SELF, the scipy.LowLevelCallable without
   data, which is made once.  Return NULL with an AttributeError if SciPy
   cannot be given the function or cannot be imported.  */

PyObject *
om_get_lowlevel (PyObject *self, void *unused)
{
  struct om_function *f = (struct om_function *) self;
  PyObject *made;

  (void) unused;
  if (f->lowlevel)
    return Py_NewRef (f->lowlevel);
  made = check (f->signature, 0) == 0 ? make (f, Py_None) : NULL;
  /* Python code has run, so another thread may have made it.  */
  if (made && f->lowlevel)
    Py_SETREF (made, Py_NewRef (f->lowlevel));
  else if (made)
    f->lowlevel = Py_NewRef (made);
  return made;
}

static const char data_name[] = "void *";

/* Release what CAPSULE, of data, holds.  */

static void
release_data (PyObject *capsule)
{
  struct om_hold *hold = PyCapsule_GetContext (capsule);

  PyBuffer_Release (&hold->buffer);
  PyMem_Free (hold);
}

/* Return a capsule of the pointer ADDRESS, which is not null.  It takes over
   the buffer of HOLD, if there is one.  */

static PyObject *
make_data (void *address, struct om_hold *hold)
{
  PyObject *capsule = PyCapsule_New (address, data_name, NULL);
  struct om_hold *kept;

  if (!capsule || !hold->buffer.obj)
    return capsule;
  kept = PyMem_Malloc (sizeof *kept);
  if (!kept)
    {
      Py_DECREF (capsule);
      return PyErr_NoMemory ();
    }
  /* Neither call fails for a capsule of ours.  */
  PyCapsule_SetContext (capsule, kept);
  PyCapsule_SetDestructor (capsule, release_data);
  *kept = *hold;
  hold->buffer.obj = NULL;
  return capsule;
}

/* The method lowlevel_with (OBJECT) of SELF: return the scipy.LowLevelCallable
   whose parameter `void *' will be OBJECT, which is an address, None, or a
   buffer, which the result keeps.  */

static PyObject *
lowlevel_with (PyObject *self, PyObject *object)
{
  const struct om_function *f = (struct om_function *) self;
  const struct om_signature *s = f->signature;
  /* The parameter for the data is the last one.  */
  const struct om_slot *slot = &s->parameters[s->function->n_parameters - 1];
  char frame[s->function->frame_size];
  struct om_hold hold = { 0 };
  PyObject *data = NULL, *result = NULL;
  void *pointer;

  if (om_pointer_argument (slot, object, frame, &hold) != 0)
    om_place_error (slot);
  else
    {
      memcpy (&pointer, frame + slot->offset, sizeof pointer);
      data = pointer ? make_data (pointer, &hold) : Py_NewRef (Py_None);
    }
  if (hold.buffer.obj)
    PyBuffer_Release (&hold.buffer);
  if (data)
    result = make (f, data);
  Py_XDECREF (data);
  return result;
}

/* Return the attribute `lowlevel_with' of SELF: that method, or NULL with an
   AttributeError if SciPy cannot give data to the function.  */

PyObject *
om_get_lowlevel_with (PyObject *self, void *unused)
{
  static PyMethodDef method = {
    "lowlevel_with", lowlevel_with, METH_O,
    "lowlevel_with($self, data, /)\n--\n\n"
    "Return a scipy.LowLevelCallable of the function that gets a pointer to\n"
    "DATA, which is an address or has memory that is kept."
  };

  (void) unused;
  if (check (((struct om_function *) self)->signature, 1) != 0)
    return NULL;
  return PyCFunction_New (&method, self);
}
