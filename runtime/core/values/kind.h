/* kind.h - What the core has to know of a kind of values.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Each kind of objmode-kinds.def has one row, om_kind_NAME, in the file that
   converts its values, and no other file of the core names the kind.  The rows
   are constant; the table of them is in run/kinds.c.  */

#ifndef OBJMODE_KIND_H
#define OBJMODE_KIND_H 1

#include "values/slot.h"

#pragma GCC visibility push (hidden)

struct om_field;
struct om_pending;

/* What a member of a struct needs if it is more than bytes that own nothing.
   FIELD is the member, P where it is, in memory of C or in a copy.  A function
   that is NULL has nothing to do, or the comment says what is done instead.  */
struct om_member_operations
{
  /* Choose the conversion of FIELD, whose type the descriptor GIVEN has.
     Return 0 or -1.  NULL: that of an array of NumPy or `choose' of the
     kind.  */
  int (*choose) (struct om_field *, const struct __objmode_type *given);

  /* Return the member, of the struct that VIEW is of, READ_ONLY if it must not
     be assigned to.  NULL: to_python of the slot.  */
  PyObject *(*get) (const struct om_field *, char *p, PyObject *view,
		    int read_only);
  int gets_arrays;		/* GET does so for arrays too.  */

  /* Return what repr shows of the member, a str.  NULL: the repr of the
     member.  */
  PyObject *(*show) (const struct om_field *, const char *p);

  /* Let the member be OBJECT.  P is in the copy of PENDING; or that is NULL,
     and the struct has OWNED its strings or not.  Return 0 or -1.  NULL: the
     bytes that from_python makes.  */
  int (*set) (const struct om_field *, char *p, PyObject *object, int owned,
	      struct om_pending *);

  /* Return a member that is an array, and let it be OBJECT: return 0 or -1.
     NULL: an array of NumPy.  */
  PyObject *(*get_array) (const struct om_field *, const char *p);
  int (*set_array) (const struct om_field *, char *p, PyObject *object,
		    struct om_pending *);

  /* It has a pointer that the struct owns: a reference if COUNTED, else
     malloced.  The pointer P is in a new copy of a struct: let it be one of the
     copy's own.  Return 0; or -1, perhaps with an exception, and then what is
     there may be released.  NULL: there is no such pointer.  */
  int (*own) (const struct om_field *, char *p);
  int counted;
  size_t pointer_offset;	/* Of that pointer in the member.  */

  /* Look again at the member at P, in a copy, before it is stored: any code
     may have run since it was set.  Return 0, or -1 if it must not be stored.
     NULL: it cannot have changed.  */
  int (*recheck) (const struct om_field *, char *p);

  /* Let the member at P, in the copy of PENDING, be that at FROM, of a view of
     the same type, FRESH if it must not be shared.  Return 0 or -1.  NULL: the
     object of the one is stored to the other.  */
  int (*copy) (char *p, const char *from, int fresh, struct om_pending *);

  /* Let the member at P, in the copy of PENDING, be POINTER, which a record of
     NumPy had as a number.  Return 0 or -1.  NULL: it is not a pointer.  */
  int (*set_pointer) (char *p, void *pointer, struct om_pending *);

  /* Return VALUE, which a record of NumPy had, as an object for `set'.  NULL:
     VALUE itself.  */
  PyObject *(*of_numpy) (PyObject *value);

  /* Return 1 if NumPy has nothing for the member.  NULL: it has.  */
  int (*hidden_p) (const struct om_field *);

  /* Return the dtype of a member that is not an array, or what NumPy makes one
     of.  NULL: om_numpy_dtype.  */
  PyObject *(*format) (const struct om_field *);

  /* The member at P is a string that ends with a null character: return 1 if it
     has one.  NULL: it is not such a string.  */
  int (*terminated_p) (const struct om_field *, const char *p);

  /* What objmode.table makes a column of, see add_columns in record.py.  NULL:
     an array of NumPy.  */
  const char *column;
};

/* A kind of values.  */
struct om_kind
{
  /* Choose the functions for a value by itself.  */
  om_choose *choose;

  /* Choose them for an OBJMODE_VAR_ARRAY of such values.  NULL: it is an array
     of NumPy, see om_choose_array.  */
  om_choose *choose_array;

  /* Choose them for an argument or a result of a C function.  NULL: `choose'
     does.  */
  om_choose *choose_passed;

  /* Return 1 if the value of the slot at P, which can be read but may never
     have been set, can be converted and looked at.  NULL: any can.  */
  int (*sound_p) (const struct om_slot *, const void *p);

  /* Return the number that NumPy has for the elements of TYPE, or -1.  NULL:
     there are none, or `dtype' tells.  */
  int (*number) (const struct __objmode_type *type);

  /* Return the dtype of the element type of the slot.  NULL: NUMBER's.  */
  PyObject *(*dtype) (const struct om_slot *);

  /* Return the characters that may be the format of a buffer with elements of
     TYPE, behind `Z' if that is the first of them.  NULL: those of a real
     number of that size.  */
  const char *(*codes) (const struct __objmode_type *type);

  /* Return libffi's type of values of TYPE, or of the elements of which one
     consists; or NULL if this machine's libffi has none.  NULL: they are
     pointers, or structs if BY_ADDRESS.  */
  struct _ffi_type *(*ffi) (const struct __objmode_type *type);

  /* Only the x87 has values of more bytes than this; 0: it is not used.  */
  size_t narrow_size;

  /* The frame has the address of the value, for both directions.  */
  unsigned by_address : 1;

  /* Values are integers of C.  */
  unsigned integral : 1;

  /* A pointer to it is a pointer to any memory.  */
  unsigned untyped : 1;

  /* Python cannot have a copy of it.  */
  unsigned single : 1;

  /* A member of a struct is a pointer, and of the same type in C whatever is
     known of what it points to.  */
  unsigned pointer : 1;

  /* Bit-fields of it are True or False.  */
  unsigned truth : 1;

  /* Messages about an array of it have no `array' behind the type, and about a
     pointer to it have a `*' behind it.  */
  unsigned names_memory : 1;
  unsigned names_target : 1;

  /* NULL: a member of a struct is bytes that own nothing.  */
  const struct om_member_operations *member;
};

#define OBJMODE_KIND(NAME, STRING) extern const struct om_kind om_kind_##NAME;
#include "objmode-kinds.def"
#undef OBJMODE_KIND

/* kind.c */
extern void om_set_kinds (const struct om_kind *const *table);
extern const struct om_kind *om_kind_of (const struct om_slot *);
extern om_choose om_choose_value;

#pragma GCC visibility pop

#endif /* OBJMODE_KIND_H */
