/* record.cc - Structs and unions: what their members are.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stages `type' and `convert'.  Of

     struct s { char name[8]; union { int i; float f; }; const double x[2]; };

   the table of members is

     { "name", chars, 0 }, { "i", int, 8 }, { "f", float, 8 },
     { "x", double, 16, shape { 2 }, const }

   A struct is passed as the address of its memory, a union as an array of
   bytes.  Pointers of which nothing is known are opaque integers, so a type
   that points to itself is no problem.  */

#include "types/prototype.h"
#include "emit/descriptor.h"
#include "text/keyword.h"

/* A member, as it is converted.  */
struct member
{
  tree type;			/* Of the value or the element.  */
  tree spelled;			/* The same as the user wrote it.  */
  enum objmode_kind kind;
  auto_vec<tree> shape;		/* Numbers.  */
};

/* Return true if TYPE is a struct or a union that is complete.  */

bool
objmode_aggregate_p (tree type)
{
  return RECORD_OR_UNION_TYPE_P (type) && COMPLETE_TYPE_P (type);
}

/* Return true if TYPE is an array of which no memory belongs to the struct
   that it is in.  */

static bool
empty_array_p (tree type)
{
  return (TREE_CODE (type) == ARRAY_TYPE
	  && (TYPE_SIZE_UNIT (type) == NULL_TREE
	      || integer_zerop (TYPE_SIZE_UNIT (type))));
}

/* Append the extents of the array TYPE to the shape of M, or if CHARS leave
   it alone if it is a string.  Return the element type, or NULL_TREE if an
   extent is no constant.  */

static tree
strip_arrays (struct member *m, tree type)
{
  for (; TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    {
      if (m->shape.is_empty () && objmode_char_array_p (type))
	return type;
      tree size = TYPE_SIZE_UNIT (type);
      tree element = TYPE_SIZE_UNIT (TREE_TYPE (type));
      if (TREE_CODE (size) != INTEGER_CST || TREE_CODE (element) != INTEGER_CST
	  || integer_zerop (element))
	return NULL_TREE;
      m->shape.safe_push (objmode_number (tree_to_uhwi (size)
					  / tree_to_uhwi (element)));
    }
  return type;
}

/* Set in M what the type of its value or element, M->type, is converted as.
   Return false if it is not.  */

static bool
classify_element (struct member *m)
{
  tree type = m->type;
  bool array = !m->shape.is_empty ();

  if (TYPE_ATOMIC (type))
    return false;
  if (objmode_char_array_p (type))
    m->kind = OBJMODE_KIND_CHARS;
  else if (TREE_CODE (type) == UNION_TYPE && COMPLETE_TYPE_P (type)
	   && TREE_CODE (TYPE_SIZE_UNIT (type)) == INTEGER_CST)
    {
      m->shape.safe_push (objmode_number (int_size_in_bytes (type)));
      m->kind = OBJMODE_KIND_INT;
      m->type = unsigned_char_type_node;
    }
  else if (!array && objmode_ndarray_p (type)
	   && objmode_ndarray_convertible_p (type))
    m->kind = OBJMODE_KIND_NDARRAY;
  else if (TREE_CODE (type) == RECORD_TYPE && COMPLETE_TYPE_P (type))
    m->kind = OBJMODE_KIND_RECORD;
  else if (!objmode_scalar_kind (type, &m->kind))
    {
      if (!POINTER_TYPE_P (type))
	return false;
      m->kind = OBJMODE_KIND_POINTER;
    }
  else if (array && m->kind == OBJMODE_KIND_STRING)
    m->kind = OBJMODE_KIND_POINTER;
  else if (array && m->kind != OBJMODE_KIND_POINTER
	   && !objmode_element_p (type, m->kind))
    return false;
  return true;
}

/* Set in M what the member FIELD is converted as.  Return false if it is
   not.  */

static bool
classify (struct member *m, tree field)
{
  tree type = TREE_TYPE (field);

  if (DECL_C_BIT_FIELD (field))
    type = objmode_bit_field_type (field);
  m->type = m->spelled = strip_arrays (m, type);
  if (m->type == NULL_TREE || !classify_element (m))
    return false;
  m->type = TYPE_MAIN_VARIANT (m->type);
  return (!DECL_C_BIT_FIELD (field)
	  || ((m->kind == OBJMODE_KIND_INT || m->kind == OBJMODE_KIND_BOOL)
	      && tree_to_uhwi (DECL_SIZE (field)) <= 64));
}

/* Return true if FIELD is no member that has a name or members: padding, or
   an array without memory.  */

static bool
skipped_p (tree field)
{
  return (TREE_CODE (field) != FIELD_DECL
	  || empty_array_p (TREE_TYPE (field))
	  || (DECL_NAME (field) == NULL_TREE
	      && !RECORD_OR_UNION_TYPE_P (TREE_TYPE (field))));
}

/* Return true if the member FIELD, of a type that is not converted, may stay
   what it is when the struct crosses: then only the member is out of reach.
   The objects of an array would have to be counted.  */

static bool
opaque_p (tree field)
{
  tree type = strip_array_types (TREE_TYPE (field));
  struct member m;

  return (!DECL_C_BIT_FIELD (field) && COMPLETE_TYPE_P (TREE_TYPE (field))
	  && TREE_CODE (TYPE_SIZE_UNIT (TREE_TYPE (field))) == INTEGER_CST
	  && !RECORD_OR_UNION_TYPE_P (type) && !POINTER_TYPE_P (type)
	  && (TYPE_ATOMIC (type) || !classify (&m, field)));
}

/* Return true if the struct TYPE has a member that is atomic, at any
   depth.  */

static bool
has_atomic_p (tree type)
{
  if (TYPE_ATOMIC (type))
    return true;
  if (!RECORD_OR_UNION_TYPE_P (type))
    return false;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (TREE_CODE (f) == FIELD_DECL
	&& has_atomic_p (strip_array_types (TREE_TYPE (f))))
      return true;
  return false;
}

static const char *record_problem (tree type, bool in_union);

/* Return why members of TYPE, a struct or an anonymous union, cannot be
   converted, or NULL; IN_UNION says that it is itself in a union.  */

static const char *
member_problem (tree type, bool in_union)
{
  in_union |= TREE_CODE (type) == UNION_TYPE;
  if (TYPE_REVERSE_STORAGE_ORDER (type))
    return _("its members are in reverse byte order");
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (skipped_p (f))
	continue;
      const char *problem = NULL;
      struct member m;
      if (DECL_NAME (f) == NULL_TREE)
	problem = member_problem (TREE_TYPE (f), in_union);
      else if (opaque_p (f))
	continue;
      else if (TYPE_ATOMIC (strip_array_types (TREE_TYPE (f))))
	problem = xasprintf (_("its member %s%s%s is atomic"), open_quote,
			     IDENTIFIER_POINTER (DECL_NAME (f)), close_quote);
      else if (!classify (&m, f)
	       /* Who copies the struct would not know if there is one.  */
	       || (in_union && (m.kind == OBJMODE_KIND_OBJECT
				|| m.kind == OBJMODE_KIND_NDARRAY)))
	problem = xasprintf (_("its member %s%s%s of type %s%s%s is not yet"
			       " supported"), open_quote,
			     IDENTIFIER_POINTER (DECL_NAME (f)), close_quote,
			     open_quote, objmode_type_name (TREE_TYPE (f)),
			     close_quote);
      else if (m.kind == OBJMODE_KIND_RECORD)
	problem = (!m.shape.is_empty () && has_atomic_p (m.type)
		   ? xasprintf (_("the elements of its member %s%s%s have an"
				  " atomic member"), open_quote,
				IDENTIFIER_POINTER (DECL_NAME (f)),
				close_quote)
		   : record_problem (m.type, in_union));
      if (problem != NULL)
	return problem;
    }
  return NULL;
}

/* Return why values of the struct or union TYPE cannot be converted, or
   NULL; IN_UNION says that it is a member of an anonymous union.  */

static const char *
record_problem (tree type, bool in_union)
{
  if (objmode_ndarray_p (type))
    return _("an OBJMODE_ARRAY can only be passed by itself");
  if (TYPE_ATOMIC (type))
    return _("it is atomic");
  if (TREE_CODE (TYPE_SIZE_UNIT (type)) != INTEGER_CST)
    return _("its size is not constant");
  if (tree_to_uhwi (TYPE_SIZE_UNIT (type)) > INT_MAX)
    return _("it is too large");
  if (integer_zerop (TYPE_SIZE_UNIT (type)))
    return _("it has no members");
  return (TREE_CODE (type) == UNION_TYPE ? NULL
	  : member_problem (type, in_union));
}

/* Return why values of the struct or union TYPE cannot be converted, or
   NULL.  The text is never freed.  */

const char *
objmode_record_problem (tree type)
{
  return record_problem (type, false);
}

/* Return why Python cannot give a whole value of the struct or union TYPE,
   which can be converted, or NULL: it has members that are opaque.  The text
   is never freed.  */

const char *
objmode_opaque_problem (tree type)
{
  if (TREE_CODE (type) != RECORD_TYPE)
    return NULL;
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (skipped_p (f))
	continue;
      if (DECL_NAME (f) != NULL_TREE && opaque_p (f))
	return xasprintf (_("its member %s%s%s of type %s%s%s is not yet"
			    " supported"), open_quote,
			  IDENTIFIER_POINTER (DECL_NAME (f)), close_quote,
			  open_quote, objmode_type_name (TREE_TYPE (f)),
			  close_quote);
      const char *problem
	= objmode_opaque_problem (strip_array_types (TREE_TYPE (f)));
      if (problem != NULL)
	return problem;
    }
  return NULL;
}

/* Return true if TYPE is a struct or union that can be converted or, unless
   it is the type of an ELEMENT, points to one.  */

bool
objmode_record_convertible_p (tree type, bool element)
{
  if (POINTER_TYPE_P (type) && !element)
    type = TREE_TYPE (type);
  return (objmode_aggregate_p (type) && objmode_record_problem (type) == NULL
	  && !(element && has_atomic_p (type)));
}

/* Return true if the member FIELD cannot be assigned.  */

static bool
const_p (tree field)
{
  return (TREE_READONLY (field)
	  || TYPE_READONLY (strip_array_types (TREE_TYPE (field))));
}

/* Return the initialiser, of the type RECORD, of the description of FIELD,
   which lies at OFFSET, in bits, of the struct; FLAGS come from what is
   around it.  */

static tree
field_descriptor (tree record, tree field, HOST_WIDE_INT offset,
		  unsigned flags)
{
  struct member m;
  bool opaque = opaque_p (field), bits = DECL_C_BIT_FIELD (field);
  bool ok = classify (&m, field);
  gcc_assert (ok || opaque);
  const char *name = IDENTIFIER_POINTER (DECL_NAME (field));
  if (objmode_keyword_p (name))
    name = concat (name, "_", NULL);
  /* In a union nobody knows if it is a pointer to a string.  */
  if (m.kind == OBJMODE_KIND_STRING && (flags & OBJMODE_FIELD_UNION))
    m.kind = OBJMODE_KIND_POINTER;
  /* Only here, since a function may have a parameter of this very type.  */
  else if (m.kind == OBJMODE_KIND_POINTER && !(flags & OBJMODE_FIELD_UNION)
	   && objmode_callable_pointer_p (m.type))
    m.kind = OBJMODE_KIND_FUNCTION;
  flags |= bits ? OBJMODE_FIELD_BITS : 0;
  if (const_p (field) || (m.kind == OBJMODE_KIND_STRING
			  && TYPE_READONLY (TREE_TYPE (m.type))))
    flags |= OBJMODE_FIELD_CONST;
  const char *spelled = (opaque ? objmode_type_name (TREE_TYPE (field))
			 : m.kind == OBJMODE_KIND_FUNCTION
			 ? objmode_spelling (m.type)
			 : m.kind == OBJMODE_KIND_NDARRAY
			 ? objmode_ndarray_name (m.spelled)
			 : objmode_type_name (m.spelled));
  if (opaque)
    {
      bool atomic = TYPE_ATOMIC (strip_array_types (TREE_TYPE (field)));
      flags |= OBJMODE_FIELD_OPAQUE | (atomic ? OBJMODE_FIELD_ATOMIC : 0);
      m.kind = OBJMODE_KIND_INT;
      m.type = TREE_TYPE (field);
      m.shape.truncate (0);
      if (atomic)
	spelled = concat ("_Atomic ", spelled, NULL);
    }
  struct objmode_field_values v = {};
  v.name = objmode_string (name);
  v.type
    = objmode_type_descriptor (m.type, m.kind, spelled,
			       m.kind == OBJMODE_KIND_FUNCTION
			       ? objmode_pointed_function (TREE_TYPE (m.type),
							   name) : NULL_TREE);
  v.shape = objmode_static_array ("objmode_shape", unsigned_type_node,
				  m.shape);
  v.offset = objmode_number (offset / BITS_PER_UNIT);
  v.bit = objmode_number (offset % BITS_PER_UNIT);
  v.width = objmode_number (bits ? tree_to_uhwi (DECL_SIZE (field)) : 0);
  v.ndim = objmode_number (m.shape.length ());
  v.flags = objmode_number (flags);
  return objmode_init_field (record, &v);
}

/* Append to INITS, of the type RECORD, the descriptions of the members of
   TYPE, which lies at OFFSET, in bits, and has FLAGS.  */

static void
describe_members (vec<tree> *inits, tree record, tree type,
		  HOST_WIDE_INT offset, unsigned flags)
{
  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    {
      if (skipped_p (f))
	continue;
      HOST_WIDE_INT at = offset + int_bit_position (f);
      if (DECL_NAME (f) != NULL_TREE)
	inits->safe_push (field_descriptor (record, f, at, flags));
      else
	describe_members (inits, record, TREE_TYPE (f), at,
			  flags | (const_p (f) ? OBJMODE_FIELD_CONST : 0)
			  | (TREE_CODE (TREE_TYPE (f)) == UNION_TYPE
			     ? OBJMODE_FIELD_UNION : 0));
    }
}

/* Call F, with DATA, for each member of TYPE, a struct, as the table of members
   has it, but for pointers to functions.  */

void
objmode_walk_members (tree type, objmode_member_walker *f, void *data)
{
  for (tree field = TYPE_FIELDS (type); field; field = DECL_CHAIN (field))
    {
      struct member m;
      if (skipped_p (field))
	continue;
      if (DECL_NAME (field) == NULL_TREE)
	objmode_walk_members (TREE_TYPE (field), f, data);
      else if (classify (&m, field))
	{
	  if (m.kind == OBJMODE_KIND_STRING && TREE_CODE (type) == UNION_TYPE)
	    m.kind = OBJMODE_KIND_POINTER;
	  f (IDENTIFIER_POINTER (DECL_NAME (field)), m.kind, m.type,
	     !m.shape.is_empty (), data);
	}
    }
}

/* Return how many members of TYPE are described.  */

static unsigned
count_members (tree type)
{
  unsigned n = 0;

  for (tree f = TYPE_FIELDS (type); f; f = DECL_CHAIN (f))
    if (!skipped_p (f))
      n += DECL_NAME (f) != NULL_TREE ? 1 : count_members (TREE_TYPE (f));
  return n;
}

/* Return the address of the table of the members of the struct TYPE, which
   the unit has once.  It is found by its name, which no C program can
   write: a pointer to it would not outlive a precompiled header.  It is
   there before its contents, since a member may point to a function whose
   parameter is TYPE.  */

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

/* Append the bytes of the union TYPE to the dimensions of the array V.
   Return false if there are too many.  */

static bool
add_bytes (struct objmode_variable *v, tree type)
{
  tree size = build_int_cst (ptrdiff_type_node, int_size_in_bytes (type));

  if (v->ndim == OBJMODE_TS_MAX_DIMS)
    return false;
  /* The strides of a clause count unions.  */
  for (int d = 0; d < v->ndim; d++)
    if (v->strides[d] != NULL_TREE)
      v->strides[d] = fold_build2 (MULT_EXPR, ptrdiff_type_node,
				   v->strides[d], size);
  v->declared[v->ndim] = size;
  v->extents[v->ndim++] = size;
  v->kind = OBJMODE_KIND_INT;
  v->type = unsigned_char_type_node;
  return true;
}

/* Check that the struct or union TYPE, of the variable or element V of
   BLOCK, can be converted; then set KIND and TYPE of V.  Return false after
   an error.  */

bool
objmode_check_record (struct objmode_block *block, struct objmode_variable *v,
		      tree type)
{
  const char *problem = objmode_record_problem (type);

  if (problem == NULL && v->clause != NULL && v->clause->type != NULL
      && v->clause->ts.name != OBJMODE_TS_NONE)
    {
      objmode_contradiction (block, v, type);
      return false;
    }
  /* NumPy may copy an element as a whole.  */
  if (problem == NULL && has_atomic_p (type)
      && TREE_CODE (type) == RECORD_TYPE && v->ndim > 0)
    problem = _("it has an atomic member");
  v->kind = OBJMODE_KIND_RECORD;
  v->type = TYPE_MAIN_VARIANT (type);
  if (problem == NULL && TREE_CODE (type) == UNION_TYPE
      && !add_bytes (v, type))
    problem = _("it has too many dimensions");
  if (problem == NULL)
    return true;
  objmode_type_error (block, v, problem);
  return false;
}

/* Report what is wrong with the output V of BLOCK, whose type is TYPE.  */

static void
check_output (struct objmode_block *block, struct objmode_variable *v,
	      tree type)
{
  bool pointer = POINTER_TYPE_P (TREE_TYPE (v->value));

  if (v->decl == NULL_TREE && !pointer && !lvalue_p (v->value))
    error_at (v->loc, "the block assigns %qs, whose expression is no lvalue",
	      v->name);
  else if (TYPE_READONLY (type) || (!pointer && TREE_READONLY (v->value))
	   || C_TYPE_FIELDS_READONLY (type))
    error_at (v->loc, "output %qs is read-only", v->name);
  else if (has_atomic_p (type))
    error_at (v->loc, "output %qs has an atomic member; assign its other"
	      " members in the text", v->name);
  else
    return;
  block->erroneous = true;
}

/* Set the conversion of V of BLOCK: TYPE is the struct or union that it is
   or points to.  */

void
objmode_type_record (struct objmode_block *block, struct objmode_variable *v,
		     tree type)
{
  bool pointer = POINTER_TYPE_P (TREE_TYPE (v->value));

  v->ndim = 0;
  if (objmode_dimensions_p (v))
    {
      objmode_contradiction (block, v, TREE_TYPE (v->value));
      return;
    }
  if (!objmode_check_record (block, v, type))
    return;
  if (v->kind != OBJMODE_KIND_RECORD)
    v->flags |= OBJMODE_VAR_ARRAY | (pointer ? OBJMODE_VAR_NULL : 0);
  if (TYPE_READONLY (type) || (!pointer && TREE_READONLY (v->value)))
    v->flags |= OBJMODE_VAR_CONST;
  if (!pointer && objmode_lasting_p (v->value))
    v->flags |= OBJMODE_VAR_STATIC;
  /* What a function returned lives no longer than the call.  */
  if (!pointer && !DECL_P (v->value) && !lvalue_p (v->value))
    v->flags |= OBJMODE_VAR_COPY;
  v->in = true;
  v->out = objmode_rebound_p (v);
  if (v->out)
    check_output (block, v, type);
}
