/* adapt.h - Values that are other objects in Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A type that objmode_adapt is about has an adapter.  What a value would be in
   Python without it is called the raw object here.  All functions are called
   with the GIL, and may run any code.  */

#ifndef OBJMODE_ADAPT_H
#define OBJMODE_ADAPT_H 1

#include "values/slot.h"

#pragma GCC visibility push (hidden)

/* An adapter.  It is never freed, since copies of structs may outlive the file
   that it is declared in.  */
struct om_adapter
{
  PyObject *names;		/* Those of the unit's module.  */
  char *to_name, *from_name;	/* The second may be NULL.  */
  PyObject *to, *from;		/* NULL: not looked up yet.  */
};

/* Return the names of the module of a unit, borrowed, or NULL with an
   exception.  */
typedef PyObject *om_unit_names_fn (struct __objmode_unit *);

extern void om_adapt_init (om_unit_names_fn *);
extern int om_set_adapter (struct om_slot *,
			   struct __objmode_adapter *);
extern int om_adapt (struct om_slot *);
extern void om_unadapt (struct om_slot *);
extern PyObject *om_adapter_to (const struct om_slot *, PyObject *raw,
				int is_view);
extern PyObject *om_adapter_from (const struct om_slot *, PyObject *object);

#pragma GCC visibility pop

#endif /* OBJMODE_ADAPT_H */
