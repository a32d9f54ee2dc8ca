/* record-view.h - What a view of a struct has.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Only record-view.c and record-reach.c look into a view.  Others ask the
   functions of record.h.  */

#ifndef OBJMODE_RECORD_VIEW_H
#define OBJMODE_RECORD_VIEW_H 1

#include "values/record.h"

#pragma GCC visibility push (hidden)

/* A view of a struct.  */
struct view
{
  PyObject_HEAD
  struct om_record *record;
  char *data;
  PyObject *owner;		/* Keeps the memory, or NULL.  */
  uint8_t read_only;
  uint8_t owned;		/* The memory is Python's.  */
  uint8_t root;			/* It is this view's, malloced.  */
  uint8_t distrusted;		/* Its members may never have been set.  */
  PyObject *holder;		/* See follow.h; borrowed, kept by OWNER.  */
  struct om_path path;
};

/* record-reach.c */
extern PyObject *om_view_part (struct om_record *, char *data, PyObject *whole,
			       int read_only);

#pragma GCC visibility pop

#endif /* OBJMODE_RECORD_VIEW_H */
