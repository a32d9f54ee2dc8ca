/* slot.h - One direction of a variable, and how its values convert.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A slot is made once, with the GIL, when its block, function or struct is
   prepared, and is constant afterwards but for SPARE.  So any number of
   threads may convert with it, each holding the GIL, and there are no
   locks.  */

#ifndef OBJMODE_SLOT_H
#define OBJMODE_SLOT_H 1

#include "base/base.h"

#pragma GCC visibility push (hidden)

struct om_slot;
struct om_record;
struct om_signature;
struct om_hold;
struct om_adapter;
struct om_raw;

/* An output on its way from the result of the text to C: the bytes of a
   scalar's C type; the object; a malloced text; or memory that is copied,
   SOURCE being NULL if the memory has its value already, and TARGET an array
   of the memory, or, if that is NULL, DATA, where BYTES of it are to go.  */
union om_value
{
  char bytes[32];
  long double wide;		/* For its alignment.  */
  PyObject *object;
  char *text;			/* Malloced.  */
  struct { PyObject *source, *target; void *data; size_t bytes; } array;
};

/* Make the object of the value at P, which is of SLOT's C type.  */
typedef PyObject *om_to_python (const struct om_slot *, const void *p);

/* Convert OBJECT to SLOT's C type in VALUE.  Return 0 or -1.  */
typedef int om_from_python (const struct om_slot *, PyObject *object,
			    union om_value *value);

/* Choose the functions for SLOT, whose `var' and `block' are set.  A
   direction that its flags do not ask for may be left alone.  Return 0 or
   -1.  */
typedef int om_choose (struct om_slot *);

/* What has to be done for values that are more than the bytes of their C type:
   they own something, or they go to memory that is not in the frame.  A
   function that is NULL has nothing to do.

   All outputs of a block are converted first; a failure drops those that were.
   Then each `recheck' is called, then each `copy', then each `store', and at
   last each `drop'.  So a block stores all its outputs or none, unless there is
   no memory for a copy.  */
struct om_operations
{
  /* Convert OBJECT to an output in VALUE, whose `array' is all NULL.  PLACE, in
     the frame, says where the memory is.  Return 0 or -1.  NULL: from_python of
     the slot does, and needs no place.  */
  int (*convert) (const struct om_slot *, PyObject *object,
		  const char *place, union om_value *value);

  /* Convert *OBJECT, and store it with its reference at PLACE; then *OBJECT is
     what was there, or NULL.  Return 0; or -1 and nothing has changed.  NULL:
     not offered.  This is all that a block with no other output needs.  */
  int (*take) (const struct om_slot *, PyObject **object, char *place);

  /* Look again at VALUE, which has an `array.source', before anything is
     stored, since the conversion of later outputs may have run any code.  PLACE
     is as for `convert'.  Return 0, or -1 if it has changed.  NULL: it
     cannot.  */
  int (*recheck) (const struct om_slot *, const char *place,
		  const union om_value *value);

  /* Copy VALUE, which has an `array.source', to its memory.  Return 0 or -1,
     which only lack of memory does.  */
  int (*copy) (union om_value *value);

  /* Store VALUE at PLACE, in the frame or a shared variable.  What was there
     and owns something becomes VALUE, to be dropped later, since the end of
     an object may run any code.  NULL, if `copy' is too: the bytes of VALUE
     are stored.  */
  void (*store) (const struct om_slot *, char *place, union om_value *value);

  /* Release what VALUE holds: it was not stored, or is what `store' or `copy'
     have left in it.  */
  void (*drop) (union om_value *value);

  /* Return 1 if OBJECT, which an input with is_view became, may be held after
     the block all the same.  */
  int (*lasting_p) (PyObject *object);

  /* Return how many bytes were copied for OBJECT, an input, and are copied for
     VALUE, an output, if crossings are counted.  */
  uint64_t (*bytes_in) (const struct om_slot *, PyObject *object);
  uint64_t (*bytes_out) (const struct om_slot *, const union om_value *value);

  /* Put OBJECT, an argument of a C function, at PLACE, and what it needs into
     HOLD, which is NULL unless HOLDS.  Return 0 or -1.  NULL: the bytes that
     from_python makes.  */
  int (*argument) (const struct om_slot *, PyObject *object, char *place,
		   struct om_hold *hold);
  int holds;

  /* Return the object of the result in FRAME of a C function, which had the
     arguments ARGS.  NULL: to_python makes it.  */
  PyObject *(*result) (const struct om_signature *, PyObject *const *args,
		       char *frame);
};

/* What is done for a value without a call: see run/inputs.h and
   run/outputs.h.  */
enum om_quick
{
  OM_QUICK_NOT,			/* A call.  */
  OM_QUICK_DOUBLE,
  OM_QUICK_INT64,
  OM_QUICK_INT32,
  OM_QUICK_BOOL,		/* Inputs only.  */
  /* From here on inputs only, which may be kept for the next run.  */
  OM_QUICK_TEXT,		/* A pointer to a string.  */
  OM_QUICK_CHARS,		/* A string in place.  */
  OM_QUICK_MEMORY,		/* A view of om_frame_memory goes in that may
				   be used again.  */
  OM_QUICKS			/* How many there are.  */
};

/* One direction of a variable of a block.  */
struct om_slot
{
  om_to_python *to_python;
  om_from_python *from_python;
  const struct om_operations *operations;	/* NULL: values are the bytes of
						   their C type.  */
  int32_t offset;		/* Of the value in the frame, or if SHARED of
				   the address of the variable.  */
  uint8_t shared;
  uint8_t is_view;		/* An input that must not be kept.  */
  uint8_t quick;		/* Of enum om_quick.  */
  PyObject *spare;		/* To be used again, or NULL: see spare.h.  */
  uint32_t size;		/* Of the C type.  */
  const struct __objmode_var *var;
  const struct __objmode_block *block;	/* NULL: FUNCTION's.  */
  const struct __objmode_function *function;	/* Whose argument or result it
				   is, or NULL.  */
  PyObject *descr;		/* Arrays: NumPy's dtype.  */
  PyObject *base;		/* OM_QUICK_MEMORY: that of the view, borrowed,
				   or NULL.  */
  struct om_record *record;	/* Structs: their members.  */
  const struct __objmode_field *element;	/* OBJMODE_ARRAY: see there.  */
  struct om_adapter *adapter;	/* See adapt.h, or NULL.  */
  struct om_raw *raw;		/* What the slot is without it, or NULL.  */
  int array_flags;		/* Which flags of NumPy its array must have.  */
  int32_t input;		/* Outputs that may be the very view that an
				   input is: which input, or -1.  */
};

/* Return 1 if SLOT is an array, or a pointer to memory that a C function
   gets.  */

static inline int
om_array_p (const struct om_slot *slot)
{
  return (slot->var->flags & OBJMODE_VAR_ARRAY) != 0;
}

/* Return 1 if OBJECT, which the input SLOT became, is a view that must not be
   held after the block.  */

static inline int
om_lent_p (const struct om_slot *slot, PyObject *object)
{
  return (slot->is_view
	  && !(slot->operations->lasting_p
	       && slot->operations->lasting_p (object)));
}

/* Return where the value of SLOT is, with FRAME of the block.  */

static inline char *
om_place_of (const struct om_slot *slot, void *frame)
{
  char *place = (char *) frame + slot->offset;

  return slot->shared ? *(char **) place : place;
}

/* Return where the value of SLOT is, with FRAME of the block.  SHARED is 0 if
   it is known that SLOT is not shared.  */

static inline char *
om_place_if (const struct om_slot *slot, void *frame, int shared)
{
  return (shared ? om_place_of (slot, frame)
	  : (char *) frame + slot->offset);
}

/* slot-error.c */
extern int om_refuse_array (const struct om_slot *, PyObject *object,
			    const char *what);
extern int om_place_error (const struct om_slot *);
extern int om_index_error (const struct om_slot *, Py_ssize_t index);
extern int om_value_error (const struct om_slot *, PyObject *type,
			   PyObject *object, const char *what);
extern int om_slot_error (const struct om_slot *, PyObject *type,
			  const char *format, ...);
extern PyObject *om_passed_type (const struct om_slot *);

#pragma GCC visibility pop

#endif /* OBJMODE_SLOT_H */
