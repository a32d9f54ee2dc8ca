/* offers.c - What the module objmode has.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A text can import the module objmode.  Its names are those of
   objmode-offers.def; those that this file has a row for can be used.  An
   object is made when its name is first used.  The GIL is held; there are no
   locks.  */

#include "run/run.h"
#include "values/offers.h"
#include "objmode-config.h"

/* Return the version of objmode, a str.  */

static PyObject *
offer_version (void)
{
  return PyUnicode_FromString (PACKAGE_VERSION);
}

/* What is offered: MAKE returns it, or it is the function METHOD.  The names
   are in the order in which `dir' shows them.  */
static const struct
{
  const char *name;
  om_offer_fn *make;
  PyMethodDef *method;
} offers[] = {
  { "address", om_offer_address, NULL },
  { "carray", NULL, &om_offer_carray },
  { "keep", NULL, &om_offer_keep },
  { "record", om_offer_record, NULL },
  { "structs", om_offer_structs, NULL },
  { "table", NULL, &om_offer_table },
  { "version", offer_version, NULL }
};

enum { OFFERS = sizeof offers / sizeof *offers };

/* Return 1 if NAME belongs to the module objmode itself, whether or not it is
   offered, so that no unit's module may have it.  GIL not needed.  */

int
om_reserved_name_p (const char *name)
{
#define OBJMODE_OFFER(NAME) if (strcmp (name, #NAME) == 0) return 1;
#include "objmode-offers.def"
#undef OBJMODE_OFFER
  return 0;
}

/* Return the function METHOD of the module objmode, a new reference, or NULL
   with an exception.  */

static PyObject *
make_function (PyMethodDef *method)
{
  PyObject *module = PyUnicode_FromString ("objmode"), *function;

  function = module ? PyCFunction_NewEx (method, NULL, module) : NULL;
  Py_XDECREF (module);
  return function;
}

/* The Python function make_offer (NAME).  Return a new object for NAME of the
   module objmode, or None if that is not offered.  */

static PyObject *
make_offer (PyObject *self, PyObject *name)
{
  (void) self;
  for (int i = 0; i < OFFERS; i++)
    if (PyUnicode_CompareWithASCIIString (name, offers[i].name) == 0)
      return (offers[i].make ? offers[i].make ()
	      : make_function (offers[i].method));
  Py_RETURN_NONE;
}

/* The Python function list_offers ().  Return the names that make_offer knows,
   as a list.  */

static PyObject *
list_offers (PyObject *self, PyObject *nothing)
{
  PyObject *list = PyList_New (OFFERS);

  (void) self;
  (void) nothing;
  for (int i = 0; list && i < OFFERS; i++)
    {
      PyObject *name = PyUnicode_FromString (offers[i].name);
      if (name)
	PyList_SET_ITEM (list, i, name);
      else
	Py_CLEAR (list);
    }
  return list;
}

PyMethodDef om_offer_methods[] = {
  { "make_offer", make_offer, METH_O, NULL },
  { "list_offers", list_offers, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL }
};
