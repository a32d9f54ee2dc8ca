/* abi.cc - The records and functions of the contract, as trees.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The tables objmode-records.def and objmode-abi.def are read several times.
   One reading says what a member or an argument is.  Another defines the
   functions that are named after a record or an entry point.  */

#include "block.h"
#include "emit/abi.h"
#include "tools/trees.h"

/* The words with which the tables say what a member, an argument or a result
   is.  */
enum word
{
  WORD_NONE,
  WORD_U8,
  WORD_U16,
  WORD_U32,
  WORD_I32,
  WORD_I64,
  WORD_SIZE,
  WORD_INT,
  WORD_DOUBLE,
  WORD_VOID,
  WORD_A_POINTER
};
#define WORD_POINTER(T) WORD_A_POINTER

/* A member of a record.  */
struct member
{
  const char *name;		/* NULL after the last member.  */
  enum word word;
  int n;			/* The elements of an array, or -1.  */
  size_t offset, size;		/* In the struct as this compiler lays it
				   out.  */
};

#define OBJMODE_RECORD(R) static const struct member members_of_##R[] = {
#define OBJMODE_MEMBER(R, TYPE, NAME)					\
  { #NAME, WORD_##TYPE, -1, offsetof (struct __objmode_##R, NAME),	\
    sizeof (OBJMODE_C_##TYPE) },
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N)				\
  { #NAME, WORD_##TYPE, N + 0, offsetof (struct __objmode_##R, NAME),	\
    (N + 0) * sizeof (OBJMODE_C_##TYPE) },
#define OBJMODE_END(R)							\
  { NULL, WORD_NONE, -1, sizeof (struct __objmode_##R), 0 } };
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END

/* The records, by their numbers.  */
static const struct { const char *name; const struct member *members; }
records[] = {
#define OBJMODE_RECORD(R) { "__objmode_" #R, members_of_##R },
#define OBJMODE_MEMBER(R, TYPE, NAME)
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N)
#define OBJMODE_END(R)
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END
};

/* The function types and entry points, by their numbers.  */
static const struct { const char *name; enum word result, arguments[2]; }
functions[] = {
#define OBJMODE_PROTOTYPE2(NAME, RETURN, A, B)				\
  { NULL, WORD_##RETURN, { WORD_##A, WORD_##B } },
#define OBJMODE_ENTRY1(NAME, RETURN, A)					\
  { "__objmode_" #NAME, WORD_##RETURN, { WORD_##A, WORD_NONE } },
#define OBJMODE_ENTRY2(NAME, RETURN, A, B)				\
  { "__objmode_" #NAME, WORD_##RETURN, { WORD_##A, WORD_##B } },
#include "objmode-abi.def"
#undef OBJMODE_PROTOTYPE2
#undef OBJMODE_ENTRY1
#undef OBJMODE_ENTRY2
};

/* Return the type that WORD stands for.  */

static tree
type_of (enum word word)
{
  switch (word)
    {
    case WORD_U8:
      return unsigned_char_type_node;
    case WORD_U16:
      return short_unsigned_type_node;
    case WORD_U32:
      return unsigned_type_node;
    case WORD_I32:
    case WORD_INT:
      return integer_type_node;
    case WORD_I64:
      return long_long_integer_type_node;
    case WORD_SIZE:
      return ptrdiff_type_node;
    case WORD_DOUBLE:
      return double_type_node;
    case WORD_VOID:
      return void_type_node;
    case WORD_A_POINTER:
      return ptr_type_node;
    case WORD_NONE:
      break;
    }
  gcc_unreachable ();
}

/* Check that TYPE, the type of a record with MEMBERS, is laid out as the struct
   of this compiler.  When cross-compiling, that says nothing about the
   target.  */

static void
check_layout (tree type, const struct member *members)
{
  if (POINTER_SIZE != 8 * sizeof (void *))
    return;
  tree field = TYPE_FIELDS (type);
  for (; field != NULL_TREE; members++, field = DECL_CHAIN (field))
    gcc_assert ((size_t) int_byte_position (field) == members->offset
		&& tree_to_uhwi (DECL_SIZE_UNIT (field)) == members->size);
  while (members->name != NULL)
    members++;
  gcc_assert (tree_to_uhwi (TYPE_SIZE_UNIT (type)) == members->offset);
}

/* Return a new type of the record ID.  A flexible array member is not a field
   of it.  */

static tree
make_record (enum objmode_record_id id)
{
  tree type = make_node (RECORD_TYPE), fields = NULL_TREE;

  for (const struct member *m = records[id].members; m->name && m->n != 0;
       m++)
    {
      tree its = type_of (m->word);
      if (m->n > 0)
	its = build_array_type_nelts (its, m->n);
      tree field = build_decl (BUILTINS_LOCATION, FIELD_DECL,
			       get_identifier (m->name), its);
      DECL_CONTEXT (field) = type;
      DECL_CHAIN (field) = fields;
      fields = field;
    }
  TYPE_FIELDS (type) = nreverse (fields);
  TYPE_NAME (type) = get_identifier (records[id].name);
  TYPE_ARTIFICIAL (type) = 1;
  objmode_layout_record (type);
  check_layout (type, records[id].members);
  return type;
}

/* The types that objmode_record has made.  A precompiled header does not bring
   them back, but it is read before the first block.  */
static tree record_types[OBJMODE_RECORDS];

/* The roots of this file for GCC's garbage collector.  */
const struct ggc_root_tab objmode_abi_roots[] = {
  { record_types, OBJMODE_RECORDS, sizeof (tree), gt_ggc_mx_tree_node,
    gt_pch_nx_tree_node },
  LAST_GGC_ROOT_TAB
};

/* Return the type of the record ID, which is the same for the whole unit.  A
   flexible array member is not a field of it.  */

tree
objmode_record (enum objmode_record_id id)
{
  if (record_types[id] == NULL_TREE)
    record_types[id] = make_record (id);
  return record_types[id];
}

/* Return the FIELD_DECL number NUMBER of TYPE, the type of a record.  */

tree
objmode_field (tree type, unsigned number)
{
  tree field = TYPE_FIELDS (type);
  while (number-- > 0)
    field = DECL_CHAIN (field);
  return field;
}

/* Return the member number NUMBER of the record ID that is at ADDRESS, a
   pointer of any type.  The result is an lvalue.  */

tree
objmode_member_at (tree address, enum objmode_record_id id, unsigned number)
{
  tree type = objmode_record (id);
  tree field = objmode_field (type, number);
  tree record = build1 (INDIRECT_REF, type,
			fold_convert (build_pointer_type (type), address));
  return build3 (COMPONENT_REF, TREE_TYPE (field), record, field, NULL_TREE);
}

/* Return the place of the value of the member number NUMBER in INIT, an
   initialiser that one of the functions objmode_init_R has returned.  */

tree *
objmode_value_in (tree init, unsigned number)
{
  return &(*CONSTRUCTOR_ELTS (init))[number].value;
}

/* Return an initialiser of TYPE, the type of a record, whose members have
   VALUES in the order of the table; NULL_TREE is zero.  */

static tree
initialiser (tree type, const tree *values)
{
  vec<constructor_elt, va_gc> *elts = NULL;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f), values++)
    {
      tree value = (*values != NULL_TREE
		    ? fold_convert (TREE_TYPE (f), *values)
		    : build_zero_cst (TREE_TYPE (f)));
      CONSTRUCTOR_APPEND_ELT (elts, f, value);
    }
  tree init = build_constructor (type, elts);
  TREE_CONSTANT (init) = TREE_STATIC (init) = 1;
  return init;
}

/* Define objmode_init_R for each record R.  */
#define OBJMODE_RECORD(R)						\
  tree									\
  objmode_init_##R (tree type, const struct objmode_##R##_values *values) \
  {									\
    return initialiser (type, (const tree *) values);			\
  }
#define OBJMODE_MEMBER(R, TYPE, NAME)
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N)
#define OBJMODE_END(R)
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END

/* Return the type of ID, a function type or an entry point.  */

tree
objmode_function_type (enum objmode_function_id id)
{
  auto_vec<tree, 2> types;
  for (unsigned i = 0; i < ARRAY_SIZE (functions[id].arguments); i++)
    if (functions[id].arguments[i] != WORD_NONE)
      types.safe_push (type_of (functions[id].arguments[i]));
  return build_function_type_array (type_of (functions[id].result),
				    types.length (), types.address ());
}

/* Return a declaration of the entry point ID of the runtime.  */

tree
objmode_entry (enum objmode_function_id id)
{
  tree decl = build_fn_decl (functions[id].name, objmode_function_type (id));
  DECL_ARTIFICIAL (decl) = 1;
  TREE_NOTHROW (decl) = 1;
  return decl;
}

/* Return a call at LOC of the entry point ID with ARGUMENTS, as many as it
   has.  */

static tree
call (location_t loc, enum objmode_function_id id, const tree *arguments)
{
  auto_vec<tree, 2> values;
  for (unsigned i = 0; i < ARRAY_SIZE (functions[id].arguments); i++)
    {
      enum word word = functions[id].arguments[i];
      if (word == WORD_NONE)
	break;
      gcc_assert (POINTER_TYPE_P (TREE_TYPE (arguments[i]))
		  == (word == WORD_A_POINTER));
      values.safe_push (fold_convert (type_of (word), arguments[i]));
    }
  return build_call_expr_loc_array (loc, objmode_entry (id), values.length (),
				    values.address ());
}

/* Define objmode_call_NAME for each entry point __objmode_NAME.  */
#define OBJMODE_PROTOTYPE2(NAME, RETURN, A, B)
#define OBJMODE_ENTRY1(NAME, RETURN, A)					\
  tree									\
  objmode_call_##NAME (location_t loc, tree a)				\
  {									\
    const tree arguments[] = { a };					\
    return call (loc, OBJMODE_FUNCTION_##NAME, arguments);		\
  }
#define OBJMODE_ENTRY2(NAME, RETURN, A, B)				\
  tree									\
  objmode_call_##NAME (location_t loc, tree a, tree b)			\
  {									\
    const tree arguments[] = { a, b };					\
    return call (loc, OBJMODE_FUNCTION_##NAME, arguments);		\
  }
#include "objmode-abi.def"
#undef OBJMODE_PROTOTYPE2
#undef OBJMODE_ENTRY1
#undef OBJMODE_ENTRY2
