/* kept.c - objmode.keep.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A C function may keep the function pointer that it is given.  A text says so
   by objmode.keep (f), an object that stands for the callable F where C expects
   a function pointer.  C gets a reference to the closure that F becomes, which
   the end of the call does not release.  The thread that crosses calls these
   functions and holds the GIL; there are no locks.  */

#include "values/closure.h"
#include "values/offers.h"

/* What objmode.keep returns.  */
struct kept
{
  PyObject_HEAD
  PyObject *function;
};

static PyTypeObject *kept_type;

/* Return the callable that OBJECT, what objmode.keep has returned, stands for,
   borrowed.  Return NULL, without an exception, if OBJECT is something
   else.  */

PyObject *
om_kept (PyObject *object)
{
  return (kept_type && Py_TYPE (object) == kept_type
	  ? ((struct kept *) object)->function : NULL);
}

/* The call SELF (*ARGS, **KEYWORDS): call the function.  */

static PyObject *
call (PyObject *self, PyObject *args, PyObject *keywords)
{
  return PyObject_Call (((struct kept *) self)->function, args, keywords);
}

/* Let VISIT see what SELF refers to.  */

static int
traverse (PyObject *self, visitproc visit, void *arg)
{
  Py_VISIT (((struct kept *) self)->function);
  Py_VISIT (Py_TYPE (self));
  return 0;
}

/* The end of SELF.  */

static void
dealloc (PyObject *self)
{
  PyTypeObject *type = Py_TYPE (self);

  PyObject_GC_UnTrack (self);
  Py_DECREF (((struct kept *) self)->function);
  PyObject_GC_Del (self);
  Py_DECREF (type);
}

/* Return repr (SELF).  */

static PyObject *
repr (PyObject *self)
{
  return PyUnicode_FromFormat ("objmode.keep (%R)",
			       ((struct kept *) self)->function);
}

/* Make the type of what objmode.keep returns.  Return 0 or -1.  */

static int
make_type (void)
{
  static PyType_Slot slots[] = {
    { Py_tp_call, call }, { Py_tp_dealloc, dealloc },
    { Py_tp_traverse, traverse }, { Py_tp_repr, repr }, { 0, NULL }
  };
  static PyType_Spec spec = {
    "objmode.kept", sizeof (struct kept), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC
    | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE, slots
  };

  if (!kept_type)
    kept_type = (PyTypeObject *) PyType_FromSpec (&spec);
  return kept_type ? 0 : -1;
}

/* The Python function keep (FUNCTION).  */

static PyObject *
keep (PyObject *self, PyObject *function)
{
  struct kept *kept;

  (void) self;
  if (om_kept (function))
    return Py_NewRef (function);
  if (!PyCallable_Check (function))
    return PyErr_Format (PyExc_TypeError, "keep: '%.100s' object is not "
			 "callable", Py_TYPE (function)->tp_name);
  if (make_type () != 0)
    return NULL;
  kept = PyObject_GC_New (struct kept, kept_type);
  if (!kept)
    return NULL;
  kept->function = Py_NewRef (function);
  PyObject_GC_Track (kept);
  return (PyObject *) kept;
}

/* The function objmode.keep.  */
PyMethodDef om_offer_keep = {
  "keep", keep, METH_O,
  "keep($module, function, /)\n--\n\n"
  "Return FUNCTION for an argument of a C function that keeps the function\n"
  "pointer.  C releases it by objmode_callback_release."
};
