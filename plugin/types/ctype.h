/* ctype.h - Questions about C types.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_CTYPE_H
#define OBJMODE_CTYPE_H 1

#include "types/kind.h"

/* A member, as it is converted.  */
struct objmode_member
{
  tree type;			/* The type of the value or the element.  */
  tree spelled;			/* TYPE as the user wrote it.  */
  enum objmode_kind kind;
  auto_vec<tree> shape;		/* The extents, which are constants.  */
  tree target;			/* What TYPE, a pointer, points to: a struct
				   or, if extents are declared, the element of
				   an array.  Otherwise NULL_TREE.  */
};

/* Where a struct is in another one.  */
struct objmode_within
{
  tree outer;			/* The type of that one.  */
  tree field;			/* The member of OUTER that the struct is
				   in, or NULL_TREE if it is OUTER.  */
  const char *path;		/* From there, "" if it is FIELD itself.  */
  HOST_WIDE_INT offset;		/* In OUTER, in bits.  */
  tree self;			/* The type of the struct itself.  */
};

/* The parts of an OBJMODE_ARRAY.  */
struct objmode_ndarray
{
  tree element;			/* T, with its qualifiers.  */
  HOST_WIDE_INT ndim;
};

/* The type of functions that are called for each member.  */
typedef void objmode_member_walker (const char *name, enum objmode_kind,
				    tree type, bool array, bool adapted,
				    void *data);

/* ctype.cc */
extern bool objmode_scalar_kind (tree type, enum objmode_kind *kind);
extern const char *objmode_type_name (tree type);
extern bool objmode_element_p (tree type, enum objmode_kind);
extern bool objmode_object_pointer_p (tree type);
extern bool objmode_char_array_p (tree type);
extern bool objmode_lasting_p (tree value);
extern bool objmode_agrees_p (enum objmode_tsname name, tree type,
			      enum objmode_kind);
extern bool objmode_aggregate_p (tree type);
extern enum objmode_kind objmode_tsname_kind (enum objmode_tsname name);

/* kind-number.cc */
extern const char *objmode_format_problem (tree type);

/* bits.cc */
extern bool objmode_odd_integer_p (tree type);
extern bool objmode_bit_field_p (tree);
extern tree objmode_bit_field_type (tree field);
extern tree objmode_integer_constant (const char *text);

/* record.cc */
extern bool objmode_classify_member (struct objmode_member *m, tree field);
extern bool objmode_classify_within (struct objmode_member *m, tree field,
				     const struct objmode_within *);
extern bool objmode_skipped_member_p (tree field);
extern bool objmode_opaque_member_p (tree field);
extern bool objmode_has_atomic_p (tree type);
extern const char *objmode_record_problem (tree type);
extern const char *objmode_opaque_problem (tree type);
extern bool objmode_record_convertible_p (tree type, bool element);

/* member.cc */
extern void objmode_settle_member (struct objmode_member *m, bool in_union);
extern void objmode_walk_members (tree type, objmode_member_walker *,
				  void *data);

/* ndarray.cc */
extern bool objmode_ndarray_p (tree type);
extern bool objmode_ndarray_parts (tree type, struct objmode_ndarray *a);
extern const char *objmode_ndarray_name (tree type);
extern tree objmode_ndarray_element (tree type);
extern enum objmode_kind objmode_ndarray_element_kind
  (const struct objmode_ndarray *a);
extern const char *objmode_ndarray_problem (tree type);
extern bool objmode_ndarray_convertible_p (tree type);

/* type-rng.cc */
extern bool objmode_rng_p (tree type);
extern bool objmode_rng_convertible_p (tree type);

/* strings.cc */
extern bool objmode_string_p (tree type);
extern bool objmode_strings_p (tree type);

/* convertible.cc */
extern bool objmode_convertible_p (tree decl);

/* bound.cc */
extern tree objmode_to_ptrdiff (tree e);
extern tree objmode_extent_of (tree type);
extern tree objmode_parameter_bound (tree parm);
extern tree objmode_variable_bounds (tree parm);
extern tree objmode_declared_parameter (tree decl, unsigned n);

#endif /* OBJMODE_CTYPE_H */
