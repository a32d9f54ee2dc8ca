/* record.h - Structs: their members, views, and what is stored to them.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The record of a struct is counted by references, under the GIL, since
   views of copies may outlive the block that it was made for.  */

#ifndef OBJMODE_RECORD_H
#define OBJMODE_RECORD_H 1

#include "values/kind.h"
#include "values/numpy.h"

#pragma GCC visibility push (hidden)

/* A member of a struct.  Nothing here points to what the plugin made: a
   copy of a struct may outlive the kernel.  */
struct om_field
{
  struct om_slot slot;		/* Converts the value or an element.  */
  struct __objmode_var var;	/* The slot's, with the names here.  */
  struct __objmode_type type;
  struct __objmode_field element;	/* What an OBJMODE_ARRAY is of.  */
  struct __objmode_type element_type;
  const struct om_member_operations *member;	/* Those of its kind, or
						   NULL.  */
  PyObject *name;		/* In Python.  */
  PyObject *spelled;		/* As C writes it.  */
  Py_ssize_t *shape, *strides;	/* Of an array, in bytes; malloced.  */
  int ndim;
  uint32_t offset;
  uint32_t bit, width;		/* Of a bit-field.  */
  uint32_t flags;		/* enum objmode_field_flags */
};

/* Return 1 if FIELD, or each of its elements, has a reference that the struct
   owns.  */

static inline int
om_counted_p (const struct om_field *field)
{
  return field->member && field->member->counted;
}

/* Return 1 if FIELD, or each of its elements, has a pointer that the struct
   owns: a reference, or to a malloced string.  */

static inline int
om_owned_p (const struct om_field *field)
{
  return field->member && field->member->own;
}

/* A struct.  */
struct om_record
{
  size_t references;
  const void *origin;		/* Tells types apart; points to nothing.  */
  char *name;			/* "struct point" */
  uint32_t size;
  uint32_t n_fields;		/* Behind them are those that are opaque.  */
  uint32_t n_opaque;
  int has_pointers;		/* Objects or strings, at any depth.  */
  int atomic;			/* Has atomic members, at any depth.  */
  int guarded;			/* Has objects, const or atomic members.  */
  struct __objmode_block block;	/* Its file, for messages.  */
  PyObject *numbers;		/* { name: index in FIELDS } */
  PyObject *spelled;		/* The same for names as C writes them, where
				   they are not the names, or NULL.  */
  PyObject *dtype;		/* Or NULL: made when it is needed.  */
  struct om_field *fields;
};

/* What is to be called for each string and each object of a struct: the
   pointer is at P.  Return 0 or -1.  */
typedef int om_pointer_fn (const struct om_field *, char *p, void *closure);

/* A store that is to come, see record-out.c.  */
struct om_pending
{
  struct om_record *record;
  struct om_memory memory;	/* Where it goes.  */
  PyObject *keep;		/* What the extents belong to, or NULL.  */
  size_t n;			/* Structs in it.  */
  char *bytes;			/* The copy; afterwards what was there.  */
  int owned;			/* The memory owns its strings.  */
  int fresh;			/* Const members are set too.  */
  int stored;
  char **texts;			/* Malloced strings of the copy.  */
  size_t n_texts;
};

/* record.c */
extern struct om_record *om_record_new (const struct om_slot *);
extern void om_record_release (struct om_record *);
extern PyObject *om_record_dtype (struct om_record *);
extern int om_choose_elements (struct om_field *);
extern int om_record_same_p (const struct om_record *,
			     const struct om_record *);
extern struct om_field *om_record_field (const struct om_record *,
					 PyObject *name);
extern int om_opaque (const struct om_record *, PyObject *name,
		      PyObject *error);
extern int om_hidden_p (const struct om_field *);
extern int om_each_pointer (const struct om_record *, char *data,
			    om_pointer_fn *, void *closure);

/* unset.c */
extern int om_field_sound_p (const struct om_field *, char *data);
extern const void *om_field_address (const struct om_field *, char *data);

/* record-view.c */
extern PyObject *om_view_new (struct om_record *, char *data,
			      PyObject *owner, int read_only);
extern void om_view_distrust (PyObject *view);
extern PyObject *om_view_copy (struct om_record *, const char *data);
extern int om_view_p (PyObject *);
extern struct om_record *om_view_record (PyObject *view, char **data,
					 int *owned);
extern int om_view_read_only_p (PyObject *view);
extern PyObject *om_field_get (const struct om_field *, char *data,
			       PyObject *view, int read_only);

/* record-out.c */
extern int om_record_convert (const struct om_slot *, PyObject *object,
			      const char *place, union om_value *);
extern int om_record_convert_array (const struct om_slot *, PyObject *object,
				    const char *place, union om_value *);
extern int om_record_copy (union om_value *);
extern uint64_t om_record_bytes (const struct om_slot *,
				 const union om_value *);
extern int om_set_field (const struct om_field *, char *data,
			 PyObject *object, int owned, struct om_pending *);
extern int om_put_text (char *p, char *text, int owned,
			struct om_pending *);
extern int om_copy_text (char *p, const char *text, int fresh,
			 struct om_pending *);
extern PyObject *om_struct_new (const struct om_slot *, char *place,
				PyObject *object);

/* record-fill.c */
extern int om_fill_array (const struct om_slot *, char *data,
			  const struct om_memory *, int d, PyObject *object,
			  struct om_pending *);

#pragma GCC visibility pop

#endif /* OBJMODE_RECORD_H */
