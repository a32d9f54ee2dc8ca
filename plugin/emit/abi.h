/* abi.h - The contract with the runtime, as trees.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   All declarations here come from the tables objmode-records.def and
   objmode-abi.def, so a name that is not in the tables does not compile.  */

#ifndef OBJMODE_ABI_TREES_H
#define OBJMODE_ABI_TREES_H 1

#include "gcc-compat.h"
#include "objmode-abi.h"

/* OBJMODE_RECORD_R is the record R.  */
enum objmode_record_id
{
#define OBJMODE_RECORD(R) OBJMODE_RECORD_##R,
#define OBJMODE_MEMBER(R, TYPE, NAME)
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N)
#define OBJMODE_END(R)
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END
  OBJMODE_RECORDS
};

/* struct objmode_R_values has the initial values of the members of the record
   R, each under its name.  NULL_TREE stands for zero.  */
#define OBJMODE_RECORD(R) struct objmode_##R##_values {
#define OBJMODE_MEMBER(R, TYPE, NAME) tree NAME;
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N) tree NAME;
#define OBJMODE_END(R) };
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END

/* Return an initialiser of TYPE, a type that objmode_record has returned for
   R, whose members have VALUES.  Each value is converted to the type of its
   member.  */
#define OBJMODE_RECORD(R)						\
  extern tree objmode_init_##R (tree type,				\
				const struct objmode_##R##_values *values);
#define OBJMODE_MEMBER(R, TYPE, NAME)
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N)
#define OBJMODE_END(R)
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END

/* The number of the member NAME of the record R, from 0.  */
#define OBJMODE_NUMBER_OF(R, NAME)					\
  (offsetof (struct objmode_##R##_values, NAME) / sizeof (tree))

/* The FIELD_DECL of the member NAME of TYPE, a type that objmode_record has
   returned for R.  */
#define OBJMODE_FIELD(TYPE, R, NAME)					\
  objmode_field (TYPE, OBJMODE_NUMBER_OF (R, NAME))

/* The member NAME of the record R that is at ADDRESS, an lvalue.  */
#define OBJMODE_MEMBER_AT(ADDRESS, R, NAME)				\
  objmode_member_at (ADDRESS, OBJMODE_RECORD_##R, OBJMODE_NUMBER_OF (R, NAME))

/* The value of the member NAME, a tree that may be replaced, in INIT, an
   initialiser of the record R.  */
#define OBJMODE_VALUE_IN(INIT, R, NAME)					\
  objmode_value_in (INIT, OBJMODE_NUMBER_OF (R, NAME))

extern const struct ggc_root_tab objmode_abi_roots[];
extern tree objmode_record (enum objmode_record_id);
extern tree objmode_field (tree type, unsigned number);
extern tree objmode_member_at (tree address, enum objmode_record_id,
			       unsigned number);
extern tree *objmode_value_in (tree init, unsigned number);

/* OBJMODE_FUNCTION_NAME is the function type or the entry point
   __objmode_NAME.  */
enum objmode_function_id
{
#define OBJMODE_PROTOTYPE2(NAME, RETURN, A, B) OBJMODE_FUNCTION_##NAME,
#define OBJMODE_ENTRY1(NAME, RETURN, A) OBJMODE_FUNCTION_##NAME,
#define OBJMODE_ENTRY2(NAME, RETURN, A, B) OBJMODE_FUNCTION_##NAME,
#include "objmode-abi.def"
#undef OBJMODE_PROTOTYPE2
#undef OBJMODE_ENTRY1
#undef OBJMODE_ENTRY2
  OBJMODE_FUNCTIONS
};

extern tree objmode_function_type (enum objmode_function_id);
extern tree objmode_entry (enum objmode_function_id);

/* objmode_call_NAME returns a call of the entry point __objmode_NAME at the
   given location, with the given arguments.  */
#define OBJMODE_PROTOTYPE2(NAME, RETURN, A, B)
#define OBJMODE_ENTRY1(NAME, RETURN, A)					\
  extern tree objmode_call_##NAME (location_t, tree);
#define OBJMODE_ENTRY2(NAME, RETURN, A, B)				\
  extern tree objmode_call_##NAME (location_t, tree, tree);
#include "objmode-abi.def"
#undef OBJMODE_PROTOTYPE2
#undef OBJMODE_ENTRY1
#undef OBJMODE_ENTRY2

#endif /* OBJMODE_ABI_TREES_H */
