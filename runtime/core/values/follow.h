/* follow.h - Following the pointers of structs.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view or an array that was reached through a pointer has a path, which says
   how, for messages, and a holder.  The holder is an object that the runtime
   looks at when the block ends: if something but the runtime refers to it then,
   something holds what was reached, which ends with the block.  It is the view
   of the variable that was followed first, or, if that need not end with the
   block, the lease of the crossing (lease.c).  The lease also knows the views
   that adapters were given (adapt.c).  The GIL is held.  */

#ifndef OBJMODE_FOLLOW_H
#define OBJMODE_FOLLOW_H 1

#include "values/record.h"
#include <string.h>

#pragma GCC visibility push (hidden)

/* Objects of one type that are not used and can be used again: to get memory
   for each step along a list takes longer than the rest of the step.  */
enum { OM_UNUSED = 16 };
struct om_unused
{
  PyObject *objects[OM_UNUSED];
  int n;
};

/* Return a new object of TYPE, all zero behind the head, from UNUSED if there
   is one, or NULL.  SIZE is that of the struct of the object.  */

static inline PyObject *
om_use (struct om_unused *unused, PyTypeObject *type, size_t size)
{
  PyObject *object;

  if (unused->n == 0)
    return PyType_GenericAlloc (type, 0);
  object = unused->objects[--unused->n];
  memset ((char *) object + sizeof *object, 0, size - sizeof *object);
  _Py_NewReference (object);
  PyObject_GC_Track (object);
  return object;
}

/* OBJECT, which has no references and nothing in it, is not tracked: keep it in
   UNUSED, with its reference to its type, or free it.  */

static inline void
om_unuse (struct om_unused *unused, PyObject *object)
{
  PyTypeObject *type = Py_TYPE (object);

  if (unused->n < OM_UNUSED)
    unused->objects[unused->n++] = object;
  else
    {
      type->tp_free (object);
      Py_DECREF (type);
    }
}

/* path.c */
extern void om_path_follow (struct om_path *, const struct om_path *from,
			    struct om_record *, const struct om_field *,
			    Py_ssize_t index);
extern void om_path_element (struct om_path *, const struct om_path *from,
			     Py_ssize_t index);
extern int om_place_path (PyObject *, const struct om_path **,
			  PyObject **holder);
extern void om_path_copy (struct om_path *, const struct om_path *from);
extern void om_path_clear (struct om_path *);
extern PyObject *om_path_text (const struct om_path *);
extern int om_path_error (const struct om_path *);
extern int om_no_extents (const struct om_path *);
extern PyObject *om_place_new (PyObject *holder, int read_only,
			       struct om_path **path);
extern PyObject *om_reached (PyObject *holder, PyObject **text,
			     PyObject **type);

/* lease.c */
extern PyObject *om_leases;
extern int om_lease (PyObject **lease);
extern PyObject *om_find_lease (void);
extern void om_end_lease (void);
extern int om_lend (PyObject *view, const struct om_slot *);
extern PyObject *om_lent_view (PyObject *lease, const struct om_slot **);

/* target.c */
extern struct om_record *om_record_of (const struct __objmode_type *);
extern PyObject *om_follow (const struct om_field *, struct om_record *,
			    char *data, PyObject *view, Py_ssize_t index);
extern int om_holder (PyObject *view, PyObject **holder);

/* rows.c */
struct om_rows
{
  const struct om_slot *leaf;	/* Of the elements; a struct's record.  */
  const struct om_field *field;	/* That is followed first.  */
  struct om_record *record;	/* FIELD's.  */
  const struct om_path *path;	/* To RECORD.  */
  PyObject *holder;		/* Of what is reached, or NULL.  */
  int levels, rank;
  int read_only, copied, distrusted;
  const ptrdiff_t *shape;	/* RANK extents, then RANK strides in elements;
				   the first LEVELS of them are levels.  */
};
extern PyObject *om_make_rows (const struct om_rows *, char *data);
extern om_choose om_choose_rows;

/* address.c */
extern PyObject *om_address (const struct om_field *, void *pointer,
			     PyObject *view);

#pragma GCC visibility pop

#endif /* OBJMODE_FOLLOW_H */
