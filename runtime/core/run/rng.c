/* rng.c - Generators of random numbers that C asks for.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* libobjmode calls these functions for those of objmode-random.h.  Any thread
   may call them, with or without the GIL, which they take.  There are no
   locks: NumPy's seed sequences need the GIL, and the objmode_rngs belong to
   the caller.  */

#include "enter/enter.h"
#include "run/run.h"
#include "values/rng.h"
#include <dlfcn.h>
#include <stdio.h>

/* What failures of these functions are about.  */
static const struct __objmode_block no_block;

/* Return a failure that tells why Python cannot be entered.  No GIL.  */

static OM_COLD struct objmode_failure *
cannot_enter (void)
{
  char text[128];
  struct objmode_error_info info = {
    .type = "RuntimeError", .message = om_self.refusal, .traceback = text
  };

  snprintf (text, sizeof text, "RuntimeError: %s\n", info.message);
  return om_request->make_failure (&info);
}

/* Leave ENTRY.  Return NULL, or a failure if RESULT is not 0, for the exception
   that is then set.  */

static struct objmode_failure *
leave (struct om_entry *entry, int result)
{
  struct objmode_failure *failure
    = result == 0 ? NULL : om_take_failure (&no_block, NULL, 0);

  om_leave (entry);
  return failure;
}

/* Return the list of the N numbers SEED.  */

static PyObject *
list_of (const uint64_t *seed, size_t n)
{
  PyObject *list = PyList_New (n);

  for (size_t i = 0; list && i < n; i++)
    {
      PyObject *number = PyLong_FromUnsignedLongLong (seed[i]);
      if (number)
	PyList_SET_ITEM (list, i, number);
      else
	Py_CLEAR (list);
    }
  return list;
}

/* Let RNG have a new generator with the N numbers SEED.  Return 0 or -1.  */

static int
seed_with (objmode_rng *rng, const uint64_t *seed, size_t n)
{
  PyObject *list = list_of (seed, n);
  PyObject *parts
    = list ? om_bootstrap_call ("rng_seeded", "(O)", list) : NULL;

  Py_XDECREF (list);
  if (!parts || !om_rng_parts_p (parts))
    {
      Py_XDECREF (parts);
      return -1;
    }
  Py_XDECREF (om_rng_put (rng, parts));
  return 0;
}

/* Let RNG have a new generator with the N numbers SEED, or seeded by the system
   if N is 0.  Return NULL or a failure.  GIL not needed.  */

struct objmode_failure *
om_rng_seed (objmode_rng *rng, const uint64_t *seed, size_t n)
{
  struct om_entry entry;

  OM_NO_UNWIND ();
  if (!om_enter (&entry))
    return cannot_enter ();
  return leave (&entry, seed_with (rng, seed, n));
}

/* Let the N generators CHILDREN be spawned by PARENT.  Return 0 or -1.  */

static int
spawn (const objmode_rng *parent, size_t n, objmode_rng *children)
{
  PyObject *generator = om_rng_generator (parent);
  PyObject *list = om_bootstrap_call ("rng_spawned", "(OK)",
				      generator ? generator : Py_None,
				      (unsigned long long) n);
  int result = list ? 0 : -1;

  for (size_t i = 0; i < n && result == 0; i++)
    result = om_rng_parts_p (PyList_GET_ITEM (list, i)) ? 0 : -1;
  for (size_t i = 0; i < n && result == 0; i++)
    {
      PyObject *old = om_rng_put (&children[i],
				  Py_NewRef (PyList_GET_ITEM (list, i)));
      /* LIST owns what was there from now on, since its end may run any
	 code.  */
      PyObject *parts = PyList_GET_ITEM (list, i);
      PyList_SET_ITEM (list, i, old);
      Py_DECREF (parts);
    }
  Py_XDECREF (list);
  return result;
}

/* Let the N generators CHILDREN be spawned by PARENT.  Return NULL or a
   failure.  GIL not needed.  */

struct objmode_failure *
om_rng_spawn (const objmode_rng *parent, size_t n, objmode_rng *children)
{
  struct om_entry entry;

  OM_NO_UNWIND ();
  if (!om_enter (&entry))
    return cannot_enter ();
  return leave (&entry, spawn (parent, n, children));
}

/* Store in FUNCTIONS those of NumPy that draw normal and exponential numbers.
   They are in the extension module of Generator, whose own methods call them,
   so they are those of the NumPy that the process has.  Return 0 or -1.  */

static int
find_functions (void *functions[2])
{
  PyObject *name = om_bootstrap_call ("rng_library", "()");
  void *library;

  if (!name)
    return -1;
  /* The library is never closed.  */
  library = dlopen (PyBytes_AsString (name), RTLD_NOW);
  functions[0] = library ? dlsym (library, "random_standard_normal") : NULL;
  functions[1] = library ? dlsym (library, "random_standard_exponential")
		 : NULL;
  if (!functions[0] || !functions[1])
    PyErr_Format (PyExc_ImportError, "%s does not have the C functions of "
		  "numpy/random/distributions.h", PyBytes_AsString (name));
  Py_DECREF (name);
  return functions[0] && functions[1] ? 0 : -1;
}

/* Store in FUNCTIONS what find_functions finds.  Return NULL or a failure.
   GIL not needed.  */

struct objmode_failure *
om_rng_functions (void *functions[2])
{
  struct om_entry entry;

  OM_NO_UNWIND ();
  if (!om_enter (&entry))
    return cannot_enter ();
  return leave (&entry, find_functions (functions));
}
