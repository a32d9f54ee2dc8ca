/* record-reach.c - How views of structs are reached, and what holds them.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A view knows by which pointers it was reached, what has to be looked at when
   the block ends, and whether its members may never have been set.  The views
   of its members know the same.  The thread that crosses calls these functions
   and holds the GIL; there are no locks.  */

#include "values/follow.h"
#include "values/record-view.h"

/* Let VIEW, and the views of its members, try each pointer before it is
   followed.  */

void
om_view_distrust (PyObject *view)
{
  ((struct view *) view)->distrusted = 1;
}

/* Return 1 if VIEW tries each pointer before it is followed.  */

int
om_view_distrusted_p (PyObject *view)
{
  return ((struct view *) view)->distrusted;
}

/* VIEW is an input that ends with its block: let it be the holder of what is
   reached through the pointers in it.  */

void
om_view_lend (PyObject *view)
{
  ((struct view *) view)->holder = view;
}

/* Return a new view of the struct RECORD at DATA, to which a pointer has led,
   with HOLDER, which may be NULL.  Its path is to be set.  */

PyObject *
om_view_reach (struct om_record *record, char *data, PyObject *holder,
	       int read_only)
{
  struct view *view
    = (struct view *) om_view_new (record, data, holder, read_only);

  if (view)
    {
      view->owned = 0;
      view->holder = holder;
    }
  return (PyObject *) view;
}

/* Return a new view of the struct RECORD at DATA, which is a member of that
   of WHOLE.  */

PyObject *
om_view_part (struct om_record *record, char *data, PyObject *whole,
	      int read_only)
{
  PyObject *view = om_view_new (record, data, whole, read_only);

  if (view)
    om_path_copy (om_view_path (view), om_view_path (whole));
  return view;
}

/* Return how VIEW was reached.  */

struct om_path *
om_view_path (PyObject *view)
{
  return &((struct view *) view)->path;
}

/* Return the holder of what is reached through the pointers of VIEW, borrowed,
   or NULL: then it is the lease of the crossing.  */

PyObject *
om_view_holder (PyObject *view)
{
  return ((struct view *) view)->holder;
}

/* An exception is set about a member of VIEW: let it say how VIEW was reached,
   or which element of an array it is or is part of.  Return -1.  */

int
om_view_error (PyObject *object)
{
  struct view *view = (struct view *) object;
  PyObject *owner = view->owner;

  if (view->path.n > 0)
    return om_path_error (&view->path);
  while (owner && om_view_p (owner))
    owner = ((struct view *) owner)->owner;
  return owner ? om_structs_error (owner, view->data) : -1;
}

/* Return 1 unless VIEW is of a copy of a struct that begins behind DATA.  */

int
om_view_owns (PyObject *object, const char *data)
{
  struct view *view = (struct view *) object;

  while (view->owned && !view->root && om_view_p (view->owner))
    view = (struct view *) view->owner;
  return !view->owned || view->data <= data;
}
