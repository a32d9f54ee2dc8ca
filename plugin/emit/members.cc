/* members.cc - The tables of the members of structs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  For

     struct s { char name[8]; union { int i; float f; }; const double x[2]; };

   the table is

     { "name", chars, 0 }, { "i", int, 8 }, { "f", float, 8 },
     { "x", double, 16, shape { 2 }, const }  */

#include "emit/descriptor.h"
#include "emit/abi.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "types/declared.h"
#include "types/adapter.h"
#include "tools/trees.h"
#include "text/keyword.h"
#include "tools/python.h"

/* Return true if the member FIELD cannot be assigned.  */

static bool
const_p (tree field)
{
  return (TREE_READONLY (field)
	  || TYPE_READONLY (strip_array_types (TREE_TYPE (field))));
}

/* Give V what it has of M, an opaque member of TYPE.  Return the name of the
   type.  */

static const char *
describe_opaque (struct objmode_member *m, tree type, unsigned *flags)
{
  bool atomic = TYPE_ATOMIC (strip_array_types (type));
  const char *spelled = objmode_type_name (type);

  *flags |= OBJMODE_FIELD_OPAQUE | (atomic ? OBJMODE_FIELD_ATOMIC : 0);
  m->kind = OBJMODE_KIND_INT;
  m->type = type;
  m->target = NULL_TREE;
  m->shape.truncate (0);
  return atomic ? concat ("_Atomic ", spelled, NULL) : spelled;
}

/* Return true if TYPE points to what Python could use if it knew more.  */

static bool
could_use_p (tree type)
{
  if (!POINTER_TYPE_P (type))
    return false;
  tree target = TREE_TYPE (type);
  return (!VOID_TYPE_P (target) && TREE_CODE (target) != FUNCTION_TYPE
	  && (!RECORD_OR_UNION_TYPE_P (target) || COMPLETE_TYPE_P (target)));
}

/* Set in V what M, the member FIELD of the struct WITHIN, points to, if Python
   can follow it.  Return the flags that say how.  */

static unsigned
describe_target (struct objmode_field_values *v, const struct objmode_member *m,
		 tree field, const struct objmode_within *within)
{
  struct objmode_written w;
  enum objmode_kind kind = OBJMODE_KIND_RECORD;
  enum objmode_reference refers = objmode_row_of (m->kind)->refers;
  bool outer = false, declared;
  unsigned flags = 0;

  if (refers != OBJMODE_REFERS_TARGET && refers != OBJMODE_REFERS_MEMORY)
    return objmode_row_of (m->kind)->pointer && could_use_p (m->type)
	   ? OBJMODE_FIELD_ADDRESS : 0;
  declared = objmode_extents_within (field, within, &w, &outer);
  if (declared && w.ts.is_static)
    flags |= OBJMODE_FIELD_LASTING;
  if (declared && w.ts.is_copy)
    flags |= OBJMODE_FIELD_COPIED;
  tree target = m->target;
  if (TYPE_READONLY (target))
    flags |= OBJMODE_FIELD_TO_CONST;
  if (refers == OBJMODE_REFERS_MEMORY)
    {
      int rank, levels;
      tree self = outer ? within->outer : within->self;
      v->extents = objmode_member_extents (&w, TREE_TYPE (field), self, &rank,
					   &levels);
      v->rank = objmode_number (rank);
      v->levels = objmode_number (levels);
      if (!POINTER_TYPE_P (TREE_TYPE (field)) && levels == 0)
	flags |= OBJMODE_FIELD_FLEXIBLE;
      HOST_WIDE_INT offset = outer ? within->offset : 0;
      v->self = objmode_number (-(offset / BITS_PER_UNIT));
    }
  if (TREE_CODE (target) == UNION_TYPE)
    target = unsigned_char_type_node;
  if (TREE_CODE (target) != RECORD_TYPE)
    objmode_scalar_kind (target, &kind);
  v->target = objmode_type_descriptor (TYPE_MAIN_VARIANT (target), kind,
				       objmode_type_name (target), NULL_TREE);
  return flags;
}

/* Return the flag of a member that is a union or an array of unions if FIELD
   is one, else 0.  */

static unsigned
union_flag (tree field)
{
  tree type = strip_array_types (TREE_TYPE (field));

  return TREE_CODE (type) == UNION_TYPE ? OBJMODE_FIELD_BYTES : 0;
}

/* Return an initialiser, of the type RECORD, that describes FIELD, a member of
   the struct WITHIN.  OFFSET is where FIELD lies in the struct, in bits.  FLAGS
   are those of the anonymous structs and unions around it.  */

static tree
field_descriptor (tree record, tree field, const struct objmode_within *within,
		  HOST_WIDE_INT offset, unsigned flags)
{
  struct objmode_member m;
  bool opaque = objmode_opaque_member_p (field);
  bool bits = DECL_C_BIT_FIELD (field);
  bool ok = objmode_classify_within (&m, field, within);
  gcc_assert (ok || opaque);
  const char *name = IDENTIFIER_POINTER (DECL_NAME (field));
  if (objmode_keyword_p (name))
    flags |= OBJMODE_FIELD_KEYWORD;
  /* The core compares names that are not ASCII in their NFKC form.  NumPy,
     which has them as strings, gets them as C writes them.  */
  if (objmode_ascii_p (name))
    name = objmode_python_name (name);
  flags |= const_p (field) ? OBJMODE_FIELD_CONST : 0;
  flags |= union_flag (field) | (bits ? OBJMODE_FIELD_BITS : 0);
  tree function = NULL_TREE;
  const char *spelled;
  struct objmode_field_values v = {};
  struct objmode_within inner;
  const struct objmode_within *entered = NULL;
  if (opaque)
    spelled = describe_opaque (&m, TREE_TYPE (field), &flags);
  else
    {
      objmode_settle_member (&m, flags & OBJMODE_FIELD_UNION);
      const struct objmode_kind_row *row = objmode_row_of (m.kind);
      if (row->caller_frees && TYPE_READONLY (TREE_TYPE (m.type)))
	flags |= OBJMODE_FIELD_CONST;
      spelled = (row->name != NULL ? row->name (m.spelled)
		 : objmode_type_name (m.spelled));
      if (row->refers == OBJMODE_REFERS_FUNCTION)
	{
	  function = objmode_pointed_function (m.spelled, TREE_TYPE (m.type),
					       name);
	  spelled = objmode_type_spelling (m.type);
	}
      flags |= describe_target (&v, &m, field, within);
      if (row->refers == OBJMODE_REFERS_MEMBERS && m.shape.is_empty ())
	{
	  objmode_enter_member (&inner, field, within, offset);
	  if (objmode_declared_below_p (inner.field, inner.path))
	    entered = &inner;
	  else
	    free (CONST_CAST (char *, inner.path));
	}
    }
  v.name = objmode_string (name);
  v.type = objmode_type_within (m.type, m.kind, spelled, function, entered);
  v.shape = objmode_static_array ("objmode_shape", unsigned_type_node,
				  m.shape);
  v.offset = objmode_number (offset / BITS_PER_UNIT);
  v.bit = objmode_number (offset % BITS_PER_UNIT);
  v.width = objmode_number (bits ? tree_to_uhwi (DECL_SIZE (field)) : 0);
  v.ndim = objmode_number (m.shape.length ());
  v.flags = objmode_number (flags);
  v.adapter = objmode_adapter_address (objmode_field_adapter (field));
  if (entered != NULL)
    free (CONST_CAST (char *, inner.path));
  return objmode_init_field (record, &v);
}

/* Append to INITS the descriptions, of the type RECORD, of the members of
   TYPE, which is the struct WITHIN or an anonymous one in it.  OFFSET is where
   TYPE lies in that struct, in bits, and FLAGS are those of what is around
   it.  */

static void
describe_members (vec<tree> *inits, tree record, tree type,
		  const struct objmode_within *within, HOST_WIDE_INT offset,
		  unsigned flags)
{
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (objmode_skipped_member_p (f))
	continue;
      HOST_WIDE_INT at = offset + int_bit_position (f);
      objmode_note_described (f);
      if (DECL_NAME (f) != NULL_TREE)
	inits->safe_push (field_descriptor (record, f, within, at, flags));
      else
	describe_members (inits, record, TREE_TYPE (f), within, at,
			  flags | (const_p (f) ? OBJMODE_FIELD_CONST : 0)
			  | (TREE_CODE (TREE_TYPE (f)) == UNION_TYPE
			     ? OBJMODE_FIELD_UNION : 0));
    }
}

/* Return how many members of TYPE are described, those of anonymous structs
   and unions included.  */

static unsigned
count_members (tree type)
{
  unsigned n = 0;

  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (!objmode_skipped_member_p (f))
      n += DECL_NAME (f) != NULL_TREE ? 1 : count_members (TREE_TYPE (f));
  return n;
}

/* Return the address of the table of the members of the struct TYPE; see
   objmode_fields_within.  */

tree
objmode_fields (tree type)
{
  return objmode_fields_within (type, NULL);
}

/* Return the address of the table of the members of the struct TYPE.  If WITHIN
   is not NULL, it lies there, and something is declared about its members
   there.  The unit has one such table for each type and place, which is found
   by its name; no C program can have this name.  A pointer to the table would
   not outlive a precompiled header.  The table is declared before its contents
   are made, since a member may point to TYPE, or to a function whose parameter
   is TYPE.  */

tree
objmode_fields_within (tree type, const struct objmode_within *within)
{
  type = TYPE_MAIN_VARIANT (type);
  struct objmode_within here = { type, NULL_TREE, "", 0, type };
  char *text = (within == NULL
		? xasprintf ("objmode_members.%u", (unsigned) TYPE_UID (type))
		: xasprintf ("objmode_members.%u.%u.%d",
			     (unsigned) TYPE_UID (type),
			     (unsigned) TYPE_UID (within->outer),
			     (int) within->offset));
  tree var = objmode_lookup_static (text);
  if (within != NULL)
    {
      here = *within;
      here.self = type;
    }
  if (var == NULL_TREE)
    {
      tree record = objmode_record (OBJMODE_RECORD_field);
      var = objmode_declare_static (text,
				    build_array_type_nelts
				      (record, count_members (type) + 1));
      vec<tree> inits = vNULL;
      describe_members (&inits, record, type, &here, 0, 0);
      struct objmode_field_values end = {};
      inits.safe_push (objmode_init_field (record, &end));
      objmode_define_static (var, objmode_array_constructor (TREE_TYPE (var),
							     inits), true);
      inits.release ();
    }
  free (text);
  return build_fold_addr_expr (var);
}

/* Return the address of a table of members for the OBJMODE_ARRAY TYPE.  Its
   only element describes DATA: the type of the elements and the number of
   dimensions.  */

tree
objmode_ndarray_fields (tree type)
{
  struct objmode_ndarray a;
  bool ok = objmode_ndarray_parts (type, &a);
  gcc_assert (ok);
  tree record = objmode_record (OBJMODE_RECORD_field);
  struct objmode_field_values v = {};
  v.name = objmode_string ("data");
  v.type = objmode_type_descriptor (TYPE_MAIN_VARIANT (a.element),
				    objmode_ndarray_element_kind (&a),
				    objmode_type_name (a.element), NULL_TREE);
  v.offset = objmode_number (POINTER_SIZE_UNITS);
  v.ndim = objmode_number (a.ndim);
  v.flags = objmode_number (TYPE_READONLY (a.element) ? OBJMODE_FIELD_CONST
			    : 0);
  auto_vec<tree> inits;
  inits.safe_push (objmode_init_field (record, &v));
  return objmode_static_array ("objmode_elements", record, inits);
}
