/* kind.h - What the plugin has to know of a kind of values.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Each kind of objmode-kinds.def has one row, objmode_row_NAME, in the file of
   this room that knows its C types.  Other rooms, and other files of this one,
   do not name kinds: they ask what the row says.  The rows are constant; the
   table of them is in plugin/kinds.cc.  */

#ifndef OBJMODE_KIND_H
#define OBJMODE_KIND_H 1

#include "block.h"

/* What the descriptor of a type refers to besides its name.  */
enum objmode_reference
{
  OBJMODE_REFERS_NOT,
  OBJMODE_REFERS_MEMBERS,	/* The members of a struct.  */
  OBJMODE_REFERS_ELEMENTS,	/* The elements of an OBJMODE_ARRAY.  */
  OBJMODE_REFERS_FUNCTION,	/* The function that a pointer points to.  */
  OBJMODE_REFERS_TARGET,	/* The struct that a member points to.  */
  OBJMODE_REFERS_MEMORY		/* The elements that a member points to.  */
};

/* A kind of values.  A function that is NULL counts as one that returns false
   or NULL.  A text may be NULL.  */
struct objmode_kind_row
{
  /* Return true if TYPE, which is not atomic, is a scalar of this kind, no
     matter to what it belongs.  */
  bool (*scalar_p) (tree type);

  /* Return true if TYPE, of the scalar or element V, is of this kind although
     `scalar_p' does not say so.  Either a clause asks for it, or it holds only
     for variables.  */
  bool (*claimed_p) (const struct objmode_variable *v, tree type);

  /* Return why values of TYPE, which is claimed, cannot be converted, or NULL
     if they can.  The caller frees the text.  */
  char *(*problem) (tree type);

  /* If V of BLOCK, which is of TYPE, is memory that is converted in a way of
     its own, set its conversion, or report why it cannot be converted, and
     return true.  */
  bool (*take) (struct objmode_block *block, struct objmode_variable *v,
		tree type);

  /* Return the name of TYPE in messages.  If this is NULL, objmode_type_name
     returns it.  */
  const char *(*name) (tree type);

  enum objmode_reference refers;

  /* There are arrays of values of this kind.  If these are integers, NumPy
     must have their type.  */
  unsigned elements : 1;

  /* The frame has the address of the value, for input and output.  */
  unsigned by_address : 1;

  /* The address of a variable, or a pointer to it, is passed.  The value of
     `return' is an exception, since it is not in memory yet.  */
  unsigned in_memory : 1;

  /* A value owns a reference to an object, which the runtime releases before it
     stores another one.  */
  unsigned owns_reference : 1;

  /* An output is memory that the caller frees.  */
  unsigned caller_frees : 1;

  /* The value is a pointer.  No more than that is known in a union, where the
     pointer may be something else, and of the elements of a member that is an
     array.  */
  unsigned pointer : 1;

  /* Messages about an array of such values name the type of the array.  */
  unsigned names_memory : 1;

  /* The type string by which a pointer becomes an array of such elements.  */
  const char *array_string;

  /* Why a variable cannot be an output.  If `caller_frees', this is only for a
     variable that points to const.  */
  const char *output_problem;

  /* Why const memory that `caller_frees' cannot be the value of `return'.  */
  const char *return_problem;

  /* The name of NumPy's type of the elements.  If it is SIZED, the number of
     bits follows, and a `u' stands in front for unsigned ones.  WIDE_DTYPE, or
     NULL, is the whole name if there are more than WIDE_BITS bits.  */
  const char *dtype, *wide_dtype;
  unsigned sized : 1;
  unsigned wide_bits;

  /* How the dump writes the type of a value that the text sees, and of one
     that it gives.  A value that is both has the latter type if it is a
     NUMBER, otherwise the former.  NULL stands for the type to which it
     refers, or for Any.  */
  const char *seen, *given;
  unsigned number : 1;

  /* These types are NumPy's.  */
  unsigned numpy : 1;
};

#define OBJMODE_KIND(NAME, STRING) \
  extern const struct objmode_kind_row objmode_row_##NAME;
#include "objmode-kinds.def"
#undef OBJMODE_KIND

/* kind.cc */
extern void objmode_set_kinds (const struct objmode_kind_row *const *table);
extern const struct objmode_kind_row *objmode_row_of (enum objmode_kind);

#endif /* OBJMODE_KIND_H */
