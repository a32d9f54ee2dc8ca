/* rng.h - What an objmode_rng has in C and in Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Functions that make generators use what is here beside the converter.  All
   of it is used with the GIL.  */

#ifndef OBJMODE_RNG_H
#define OBJMODE_RNG_H 1

#include "base/base.h"
#include "objmode-random.h"

#pragma GCC visibility push (hidden)

/* The parts of a generator, which rng.py makes, are a tuple.  It is the owner
   of an objmode_rng whose generator Python has made.  */
enum om_rng_part
{
  OM_RNG_GENERATOR,		/* The numpy.random.Generator.  */
  OM_RNG_BIT_GENERATOR,		/* Has the state.  */
  OM_RNG_CAPSULE,		/* Has the functions.  */
  OM_RNG_PARTS
};

/* conv-rng.c */
extern PyMethodDef om_rng_methods[];
extern PyObject *om_rng_generator (const objmode_rng *);
extern PyObject *om_rng_put (objmode_rng *, PyObject *parts);
extern int om_rng_parts_p (PyObject *);

#pragma GCC visibility pop

#endif /* OBJMODE_RNG_H */
