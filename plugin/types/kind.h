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
  OBJMODE_REFERS_FUNCTION	/* The function that a pointer points to.  */
};

/* A kind of values.  A function that is NULL answers no, and a text that is
   NULL is not there.  */
struct objmode_kind_row
{
  /* Return true if TYPE, which is not atomic, is a scalar of this kind by
     itself, whatever it is the type of.  */
  bool (*scalar_p) (tree type);

  /* Return true if TYPE, of the scalar or element V, is of this kind, though
     `scalar_p' does not say so: a clause asks for it, or it holds for
     variables only.  */
  bool (*claimed_p) (const struct objmode_variable *v, tree type);

  /* Return why values of TYPE, which is claimed, cannot be converted, malloced,
     or NULL if they can.  */
  char *(*problem) (tree type);

  /* If V of BLOCK, which is of TYPE, is memory that is converted in a way of
     its own, set its conversion, or report why there is none, and return
     true.  */
  bool (*take) (struct objmode_block *block, struct objmode_variable *v,
		tree type);

  /* Return what messages call TYPE.  NULL: objmode_type_name does.  */
  const char *(*name) (tree type);

  enum objmode_reference refers;

  /* There are arrays of such elements, if NumPy has such integers.  */
  unsigned elements : 1;

  /* The frame has the address of the value, for both directions.  */
  unsigned by_address : 1;

  /* What is passed is the address of a variable, or a pointer to one; the
     value of `return' is an exception, since it is not in memory yet.  */
  unsigned in_memory : 1;

  /* A value owns a reference to an object, which the runtime releases before it
     stores another one.  */
  unsigned owns_reference : 1;

  /* An output is memory that the caller frees.  */
  unsigned caller_frees : 1;

  /* It is a pointer, and only that is known in a union, where it may be
     something else, and of elements of a member that is an array.  */
  unsigned pointer : 1;

  /* Messages about an array of it name the type of the array.  */
  unsigned names_memory : 1;

  /* The type string by which a pointer becomes an array of such elements.  */
  const char *array_string;

  /* Why a variable cannot be an output; if `caller_frees', only one that points
     to what is const.  */
  const char *output_problem;

  /* Why const memory that `caller_frees' cannot be the value of `return'.  */
  const char *return_problem;

  /* The name of NumPy's type of the elements, followed by the number of bits,
     and behind a `u' if they are unsigned, if it is SIZED.  WIDE_DTYPE, if it
     is there, is the whole name if there are more than WIDE_BITS.  */
  const char *dtype, *wide_dtype;
  unsigned sized : 1;
  unsigned wide_bits;

  /* How the dump writes the type of a value that the text sees, and of one that
     it gives.  Of a number that is both, it is the latter, else the former.
     NULL: what it refers to, or Any.  */
  const char *seen, *given;
  unsigned number : 1;
};

#define OBJMODE_KIND(NAME, STRING) \
  extern const struct objmode_kind_row objmode_row_##NAME;
#include "objmode-kinds.def"
#undef OBJMODE_KIND

/* kind.cc */
extern void objmode_set_kinds (const struct objmode_kind_row *const *table);
extern const struct objmode_kind_row *objmode_row_of (enum objmode_kind);

#endif /* OBJMODE_KIND_H */
