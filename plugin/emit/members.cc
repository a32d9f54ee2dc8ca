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
#include "tools/trees.h"
#include "tools/python.h"

/* Return true if the member FIELD cannot be assigned.  */

static bool
const_p (tree field)
{
  return (TREE_READONLY (field)
	  || TYPE_READONLY (strip_array_types (TREE_TYPE (field))));
}

/* Return an initialiser, of the type RECORD, that describes FIELD.  OFFSET is
   where FIELD lies in the struct, in bits.  FLAGS are those of the anonymous
   structs and unions around it.  */

static tree
field_descriptor (tree record, tree field, HOST_WIDE_INT offset,
		  unsigned flags)
{
  struct objmode_member m;
  bool opaque = objmode_opaque_member_p (field);
  bool bits = DECL_C_BIT_FIELD (field);
  bool ok = objmode_classify_member (&m, field);
  gcc_assert (ok || opaque);
  const char *name = IDENTIFIER_POINTER (DECL_NAME (field));
  /* The core compares names that are not ASCII in their NFKC form.  NumPy,
     which has them as strings, gets them as C writes them.  */
  if (objmode_ascii_p (name))
    name = objmode_python_name (name);
  if (const_p (field))
    flags |= OBJMODE_FIELD_CONST;
  flags |= bits ? OBJMODE_FIELD_BITS : 0;
  tree function = NULL_TREE;
  const char *spelled;
  if (opaque)
    {
      bool atomic = TYPE_ATOMIC (strip_array_types (TREE_TYPE (field)));
      spelled = objmode_type_name (TREE_TYPE (field));
      flags |= OBJMODE_FIELD_OPAQUE | (atomic ? OBJMODE_FIELD_ATOMIC : 0);
      m.kind = OBJMODE_KIND_INT;
      m.type = TREE_TYPE (field);
      m.shape.truncate (0);
      if (atomic)
	spelled = concat ("_Atomic ", spelled, NULL);
    }
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
	  function = objmode_pointed_function (TREE_TYPE (m.type), name);
	  spelled = objmode_type_spelling (m.type);
	}
    }
  struct objmode_field_values v = {};
  v.name = objmode_string (name);
  v.type = objmode_type_descriptor (m.type, m.kind, spelled, function);
  v.shape = objmode_static_array ("objmode_shape", unsigned_type_node,
				  m.shape);
  v.offset = objmode_number (offset / BITS_PER_UNIT);
  v.bit = objmode_number (offset % BITS_PER_UNIT);
  v.width = objmode_number (bits ? tree_to_uhwi (DECL_SIZE (field)) : 0);
  v.ndim = objmode_number (m.shape.length ());
  v.flags = objmode_number (flags);
  return objmode_init_field (record, &v);
}

/* Append to INITS the descriptions, of the type RECORD, of the members of
   TYPE.  OFFSET is where TYPE lies in the struct that is described, in bits,
   and FLAGS are those of what is around it.  */

static void
describe_members (vec<tree> *inits, tree record, tree type,
		  HOST_WIDE_INT offset, unsigned flags)
{
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (objmode_skipped_member_p (f))
	continue;
      HOST_WIDE_INT at = offset + int_bit_position (f);
      objmode_note_described (f);
      if (DECL_NAME (f) != NULL_TREE)
	inits->safe_push (field_descriptor (record, f, at, flags));
      else
	describe_members (inits, record, TREE_TYPE (f), at,
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

/* Return the address of the table of the members of the struct TYPE.  The unit
   has one such table, which is found by its name; no C program can have this
   name.  A pointer to the table would not outlive a precompiled header.  The
   table is declared before its contents are made, since a member may point to
   a function whose parameter is TYPE.  */

tree
objmode_fields (tree type)
{
  type = TYPE_MAIN_VARIANT (type);
  char text[48];
  sprintf (text, "objmode_members.%u", (unsigned) TYPE_UID (type));
  tree var = objmode_lookup_static (text);
  if (var != NULL_TREE)
    return build_fold_addr_expr (var);

  tree record = objmode_record (OBJMODE_RECORD_field);
  var = objmode_declare_static (text,
				build_array_type_nelts (record,
							count_members (type)
							+ 1));
  vec<tree> inits = vNULL;
  describe_members (&inits, record, type, 0, 0);
  struct objmode_field_values end = {};
  inits.safe_push (objmode_init_field (record, &end));
  objmode_define_static (var, objmode_array_constructor (TREE_TYPE (var),
							 inits), true);
  inits.release ();
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
