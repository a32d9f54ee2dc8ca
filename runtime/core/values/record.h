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

/* How many members a path remembers.  */
enum { OM_STEPS = 3 };

/* Which members were followed to a view or an array, for messages.  */
struct om_path
{
  struct om_record *record;	/* That of the first member, a reference; NULL
				   if no pointer was followed.  */
  const struct om_field *steps[OM_STEPS];	/* The first and the last
						   ones.  */
  int32_t index[OM_STEPS];	/* In the member, or -1.  */
  uint32_t n;			/* How many were followed.  */
};

/* The elements that a member points to.  */
struct om_elements
{
  struct om_slot slot;
  struct __objmode_var var;
};

/* A member of a struct.  Nothing here but what TARGET and EXTENTS point to is
   the plugin's, and these stay loaded.  */
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
  const char *record_name;	/* "struct point", of the record.  */
  Py_ssize_t *shape, *strides;	/* Of an array, in bytes; malloced.  */
  int ndim;
  uint32_t offset;
  uint32_t bit, width;		/* Of a bit-field.  */
  uint32_t flags;		/* enum objmode_field_flags */
  const struct __objmode_type *target;	/* These as in struct
					   __objmode_field.  */
  __objmode_extents_fn *extents;
  int32_t self;
  int rank, levels;
  struct om_elements *elements;	/* Of TARGET; made when they are needed.  */
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

/* How many members of a struct are found without a search.  */
enum { OM_RECENT = 8 };

/* A struct.  */
struct om_record
{
  size_t references;
  const void *origin;		/* Tells types apart; points to nothing.  */
  char *name;			/* "struct point" */
  uint8_t kind;			/* Of the type.  */
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
  struct om_record *next;	/* In the list of those that have one.  */
  struct om_field *fields;
  struct om_field *recent[OM_RECENT];	/* By the address of the name.  */
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
  void **closures;		/* C functions that were made for it.  */
  size_t n_closures;
};

/* record.c */
extern struct om_record *om_record_new (const struct om_slot *);
extern void om_record_release (struct om_record *);
extern PyObject *om_record_dtype (struct om_record *);
extern struct om_record *om_record_of_dtype (PyObject *descr);
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
extern int om_record_sound_p (const struct om_record *, char *data);
extern const void *om_field_address (const struct om_field *, char *data);

/* record-view.c */
extern PyObject *om_view_new (struct om_record *, char *data,
			      PyObject *owner, int read_only);
extern PyObject *om_view_copy (struct om_record *, const char *data);
extern int om_view_p (PyObject *);
extern struct om_record *om_view_record (PyObject *view, char **data,
					 int *owned);
extern int om_view_read_only_p (PyObject *view);
extern PyObject *om_field_get (const struct om_field *, char *data,
			       PyObject *view, int read_only);
extern PyObject *om_field_raw (const struct om_field *, char *data,
			       PyObject *view, int read_only);

/* record-reach.c */
extern void om_view_distrust (PyObject *view);
extern int om_view_distrusted_p (PyObject *view);
extern void om_view_lend (PyObject *view);
extern int om_view_owns (PyObject *view, const char *data);
extern PyObject *om_view_reach (struct om_record *, char *data,
				PyObject *holder, int read_only);
extern struct om_path *om_view_path (PyObject *view);
extern PyObject *om_view_holder (PyObject *view);
extern int om_view_error (PyObject *view);

/* element.c */
extern int om_element_p (PyObject *);

/* terminated.c */
extern int om_stores_strings_p (const struct om_slot *);
extern int om_check_strings (const struct om_slot *, PyObject *array);

/* structs.c */
extern struct om_record *om_record_of_array (PyObject *array,
					     const char *function);
extern int om_structs_error (PyObject *owner, const char *data);

/* record-out.c */
extern int om_record_convert (const struct om_slot *, PyObject *object,
			      const char *place, union om_value *);
extern int om_record_convert_array (const struct om_slot *, PyObject *object,
				    const char *place, union om_value *);
extern int om_record_recheck (const struct om_slot *, const char *place,
			      const union om_value *);
extern int om_record_copy (union om_value *);
extern uint64_t om_record_bytes (const struct om_slot *,
				 const union om_value *);
extern int om_set_field (const struct om_field *, char *data,
			 PyObject *object, int owned, struct om_pending *);
extern int om_set_raw_field (const struct om_field *, char *data,
			     PyObject *object, int owned,
			     struct om_pending *);
extern int om_put_text (char *p, char *text, int owned,
			struct om_pending *);
extern int om_copy_text (char *p, const char *text, int fresh,
			 struct om_pending *);
extern PyObject *om_struct_new (const struct om_slot *, char *place,
				PyObject *object);
extern int om_record_assign (const struct om_slot *, const struct om_memory *,
			     int owned, PyObject *object);
extern int om_struct_give (const struct om_slot *, char *place,
			   PyObject *object);
extern int om_remember_closure (struct om_pending *, void *address);

/* record-fill.c */
extern int om_fill_array (const struct om_slot *, char *data,
			  const struct om_memory *, int d, PyObject *object,
			  struct om_pending *);

#pragma GCC visibility pop

#endif /* OBJMODE_RECORD_H */
