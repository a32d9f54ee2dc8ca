/* slot.h - One direction of a variable, and how its values convert.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#ifndef OBJMODE_SLOT_H
#define OBJMODE_SLOT_H 1

#include "base/base.h"

#pragma GCC visibility push (hidden)

struct om_slot;
struct om_record;

/* An output on its way from the result of the text to C: the bytes of a
   scalar's C type; the object; or an array's SOURCE, NULL if the memory
   has its value already, and TARGET, an array of the memory, or, if that is
   NULL, DATA, where BYTES of it are to go.  When it has been stored, SOURCE
   is what has to be dropped.  */
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

/* A row of the conversion table: choose the functions for SLOT, whose
   `var' and `block' are set.  A direction that its flags do not ask for
   may be left alone.  Return 0 or -1.  */
typedef int om_choose (struct om_slot *);

/* What is done for a value without a call: see inputs.h and outputs.h.  */
enum om_quick
{
  OM_QUICK_NOT,			/* A call.  */
  OM_QUICK_DOUBLE,
  OM_QUICK_INT64,
  OM_QUICK_INT32,
  OM_QUICK_TEXT,		/* A string; inputs only.  */
  OM_QUICK_BOOL,		/* Inputs only.  */
  OM_QUICK_MEMORY		/* A view of om_frame_memory goes in that may
				   be used again.  */
};

/* One direction of a variable of a block.  */
struct om_slot
{
  om_to_python *to_python;
  om_from_python *from_python;
  int32_t offset;		/* Of the value in the frame, or if SHARED of
				   the address of the variable.  */
  uint8_t shared;
  uint8_t is_view;		/* An input that must not be kept.  */
  uint8_t is_array;		/* Or a struct, or an OBJMODE_ARRAY.  */
  uint8_t is_ndarray;		/* An OBJMODE_ARRAY.  */
  uint8_t is_object;
  uint8_t is_chars;		/* OBJECT of an output is bytes, to copy.  */
  uint8_t is_text;		/* TEXT of an output is malloced.  */
  uint8_t is_bits;		/* BYTES of an output are a uint64_t.  */
  uint8_t quick;		/* Of enum om_quick.  */
  uint8_t is_returned;		/* The value of `return'.  */
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
  int array_flags;		/* Which flags of NumPy its array must have.  */
  int32_t input;		/* Array outputs: which input, or -1.  */
};

/* Return where the value of SLOT is, with FRAME of the block.  */

static inline char *
om_place_of (const struct om_slot *slot, void *frame)
{
  char *place = (char *) frame + slot->offset;

  return slot->shared ? *(char **) place : place;
}

/* The same; SHARED is 0 if it is known that SLOT is not.  */

static inline char *
om_place_if (const struct om_slot *slot, void *frame, int shared)
{
  return (shared ? om_place_of (slot, frame)
	  : (char *) frame + slot->offset);
}

/* slot-error.c */
extern int om_prefix_error (const struct om_slot *);
extern int om_value_error (const struct om_slot *, PyObject *type,
			   PyObject *object, const char *what);
extern int om_slot_error (const struct om_slot *, PyObject *type,
			  const char *format, ...);
extern PyObject *om_passed_type (const struct om_slot *);

/* kinds.c */
extern om_choose om_choose_scalar;

#pragma GCC visibility pop

#endif /* OBJMODE_SLOT_H */
