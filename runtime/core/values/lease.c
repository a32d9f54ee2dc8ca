/* lease.c - What was reached through pointers that do not end with a block.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A pointer in static storage, in a copy, or in a struct that a C function
   returned may be followed in any block, and what it leads to ends with that
   block.  So what is reached refers to the lease of the crossing, an object
   that is made for the first such pointer, and at its end the crossing looks
   whether something still refers to the lease.  Outside of blocks there is no
   lease, and what is reached is as in C.  The thread that crosses calls these
   functions and holds the GIL; there are no locks.  */

#include "values/follow.h"
#include "enter/enter.h"
#include <stdlib.h>

/* A view that an adapter was given, and that something held then.  */
struct lent
{
  PyObject *view;		/* A reference.  */
  const struct om_slot *slot;	/* Whose view it is.  */
  struct lent *next;
};

/* The lease of a crossing.  */
struct lease
{
  PyObject_HEAD
  const struct om_entry *entry;
  PyObject *next;
  struct lent *lent;		/* Malloced.  */
};

/* The leases of all crossings that have one, each a reference.  Crossings look
   whether it is NULL.  */
PyObject *om_leases;

static PyTypeObject *lease_type;

/* Return the entry of the block that this thread is inside of, also while it
   runs a C function that Python has called, or NULL.  */

static const struct om_entry *
this_entry (void)
{
  const struct om_call *call = om_self.calls;

  if (om_self.inside)
    return om_self.block ? om_self.inside : NULL;
  return call && call->block ? call->inside : NULL;
}

/* Return where in the list the lease of ENTRY is, or the end of the list.  */

static PyObject **
find (const struct om_entry *entry)
{
  PyObject **at = &om_leases;

  while (*at && ((struct lease *) *at)->entry != entry)
    at = &((struct lease *) *at)->next;
  return at;
}

/* Store the lease of this crossing in *RESULT, a new reference; or NULL if
   there is no crossing.  Return 0 or -1.  */

int
om_lease (PyObject **result)
{
  static PyType_Slot slots[] = { { 0, NULL } };
  static PyType_Spec spec = {
    .name = "objmode.lease",
    .basicsize = sizeof (struct lease),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = slots
  };
  const struct om_entry *entry = this_entry ();
  struct lease *lease;

  *result = NULL;
  if (!entry)
    return 0;
  *result = Py_XNewRef (*find (entry));
  if (*result)
    return 0;
  if (!lease_type)
    lease_type = (PyTypeObject *) PyType_FromSpec (&spec);
  lease = (lease_type
	   ? (struct lease *) PyType_GenericAlloc (lease_type, 0) : NULL);
  if (!lease)
    return -1;
  lease->entry = entry;
  lease->next = om_leases;
  om_leases = (PyObject *) lease;
  *result = Py_NewRef (om_leases);
  return 0;
}

/* Return the lease of this crossing, which ends, borrowed, or NULL.  */

PyObject *
om_find_lease (void)
{
  return *find (om_self.inside);
}

/* Note that VIEW, of SLOT, must not be held after this crossing.  Return 0 or
   -1.  Outside of blocks nothing is noted.  */

int
om_lend (PyObject *view, const struct om_slot *slot)
{
  PyObject *lease;
  struct lent *lent;

  if (om_lease (&lease) != 0)
    return -1;
  if (!lease)
    return 0;
  lent = malloc (sizeof *lent);
  if (lent)
    {
      lent->view = Py_NewRef (view);
      lent->slot = slot;
      lent->next = ((struct lease *) lease)->lent;
      ((struct lease *) lease)->lent = lent;
    }
  else
    PyErr_NoMemory ();
  Py_DECREF (lease);
  return lent ? 0 : -1;
}

/* Return a view of om_lend that something but LEASE holds, borrowed, with its
   slot in *SLOT unless SLOT is NULL.  Return NULL if there is none.  */

PyObject *
om_lent_view (PyObject *lease, const struct om_slot **slot)
{
  for (struct lent *lent = ((struct lease *) lease)->lent; lent;
       lent = lent->next)
    if (Py_REFCNT (lent->view) > 1)
      {
	if (slot)
	  *slot = lent->slot;
	return lent->view;
      }
  return NULL;
}

/* Forget the lease of this crossing, which ends, if it has one.  */

void
om_end_lease (void)
{
  PyObject **at = find (om_self.inside), *lease = *at;
  struct lent *lent;

  if (!lease)
    return;
  *at = ((struct lease *) lease)->next;
  lent = ((struct lease *) lease)->lent;
  ((struct lease *) lease)->lent = NULL;
  Py_DECREF (lease);
  while (lent)
    {
      struct lent *next = lent->next;
      Py_DECREF (lent->view);
      free (lent);
      lent = next;
    }
}
