/* typemap.cc - C type and clause to conversion, or why not.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Input: VARIABLES, CLAUSES.
   Output: VALUE, C_NAME, TYPE, KIND, FLAGS of the variables; their shape
   is shape.cc's.
   Errors: what cannot be converted, a type string that contradicts the
   declaration, outputs that cannot be stored to.  */

#include "types/types.h"

/* What the names of types.def mean.  SIZE 0: any, -1: of a pointer, -2: of
   an int, -3: of a long double.  */
static const struct
{
  enum objmode_kind kind;
  int size;
  int is_signed;
} type_names[] = {
  { OBJMODE_KINDS, 0, 0 },
#define OBJMODE_TYPE(ID, NAME, KIND, SIZE, SIGNED) \
  { OBJMODE_KIND_##KIND, SIZE, SIGNED },
#include "text/types.def"
#undef OBJMODE_TYPE
};

/* Return true if Python has the format of the floating TYPE.  */

static bool
float_p (tree type)
{
  machine_mode mode = TYPE_MODE (type);
  return (mode == TYPE_MODE (float_type_node)
	  || mode == TYPE_MODE (double_type_node)
	  || mode == TYPE_MODE (long_double_type_node)
	  || (float16_type_node != NULL_TREE
	      && TYPE_MAIN_VARIANT (type) == float16_type_node));
}

/* If a value of the pointer TYPE is converted as a pointer, and not as the
   memory that it points to, set *KIND and return true.  */

static bool
pointer_kind (tree type, enum objmode_kind *kind)
{
  tree target = TREE_TYPE (type);

  if (TYPE_MAIN_VARIANT (target) == char_type_node)
    *kind = OBJMODE_KIND_STRING;
  else if (TREE_CODE (target) == RECORD_TYPE
	   && !COMPLETE_TYPE_P (target)
	   && strcmp (objmode_type_name (TYPE_MAIN_VARIANT (target)),
		      "struct objmode_object") == 0)
    *kind = OBJMODE_KIND_OBJECT;
  else if (VOID_TYPE_P (target)
	   || (RECORD_OR_UNION_TYPE_P (target) && !COMPLETE_TYPE_P (target)))
    *kind = OBJMODE_KIND_POINTER;
  else
    return false;
  return true;
}

/* If a value of TYPE is a scalar that can be converted, set *KIND and
   return true.  */

bool
objmode_scalar_kind (tree type, enum objmode_kind *kind)
{
  if (TYPE_ATOMIC (type))
    return false;
  if (objmode_bitint_p (type))
    {
      *kind = OBJMODE_KIND_INT;
      return TYPE_PRECISION (type) <= 128;
    }
  switch (TREE_CODE (type))
    {
    case BOOLEAN_TYPE:
      *kind = OBJMODE_KIND_BOOL;
      return true;
    case ENUMERAL_TYPE:
    case INTEGER_TYPE:
      *kind = OBJMODE_KIND_INT;
      return (COMPLETE_TYPE_P (type)
	      && TYPE_PRECISION (type) <= 128
	      && TYPE_PRECISION (type) == TREE_INT_CST_LOW (TYPE_SIZE (type)));
    case REAL_TYPE:
      *kind = OBJMODE_KIND_FLOAT;
      return float_p (type);
    case COMPLEX_TYPE:
      *kind = OBJMODE_KIND_COMPLEX;
      return (TREE_CODE (TREE_TYPE (type)) == REAL_TYPE
	      && TYPE_PRECISION (TREE_TYPE (type)) >= 32
	      && float_p (TREE_TYPE (type)));
    case POINTER_TYPE:
      return pointer_kind (type, kind);
    default:
      return false;
    }
}

/* Return the name of TYPE as C spells it, for messages at run time.  */

const char *
objmode_type_name (tree type)
{
  tree name = TYPE_NAME (type);

  if (name == NULL_TREE && TYPE_MAIN_VARIANT (type) != type)
    name = TYPE_NAME (TYPE_MAIN_VARIANT (type));
  bool tag = name != NULL_TREE && TREE_CODE (name) == IDENTIFIER_NODE;
  if (name != NULL_TREE && TREE_CODE (name) == TYPE_DECL)
    name = DECL_NAME (name);
  if (name != NULL_TREE)
    return (!tag
	    ? IDENTIFIER_POINTER (name)
	    : TREE_CODE (type) == ENUMERAL_TYPE
	    ? concat ("enum ", IDENTIFIER_POINTER (name), NULL)
	    : TREE_CODE (type) == RECORD_TYPE
	    ? concat ("struct ", IDENTIFIER_POINTER (name), NULL)
	    : TREE_CODE (type) == UNION_TYPE
	    ? concat ("union ", IDENTIFIER_POINTER (name), NULL)
	    : IDENTIFIER_POINTER (name));
  if (RECORD_OR_UNION_TYPE_P (type))
    return TREE_CODE (type) == UNION_TYPE ? "union" : "struct";
  if (POINTER_TYPE_P (type))
    return concat (TYPE_READONLY (TREE_TYPE (type)) ? "const " : "",
		   objmode_type_name (TREE_TYPE (type)), " *", NULL);
  if (TREE_CODE (type) == ARRAY_TYPE
      && (TYPE_SIZE_UNIT (type) == NULL_TREE
	  || TREE_CODE (TYPE_SIZE_UNIT (type)) != INTEGER_CST))
    return concat (objmode_type_name (TREE_TYPE (type)), "[]", NULL);
  if (TREE_CODE (type) == ARRAY_TYPE)
    return xasprintf ("%s[%d]", objmode_type_name (TREE_TYPE (type)),
		      (int) (tree_to_uhwi (TYPE_SIZE_UNIT (type))
			     / tree_to_uhwi (TYPE_SIZE_UNIT
					     (TREE_TYPE (type)))));
  return "?";
}

/* Return true if there are arrays of elements of TYPE, which is converted as
   KIND.  */

bool
objmode_element_p (tree type, enum objmode_kind kind)
{
  if (kind == OBJMODE_KIND_INT)
    return !objmode_odd_integer_p (type);
  return (kind == OBJMODE_KIND_BOOL || kind == OBJMODE_KIND_FLOAT
	  || kind == OBJMODE_KIND_COMPLEX || kind == OBJMODE_KIND_OBJECT
	  || kind == OBJMODE_KIND_RECORD);
}

/* Report that the variable V of BLOCK cannot be converted, and why.  */

void
objmode_type_error (struct objmode_block *block, struct objmode_variable *v,
		    const char *reason)
{
  tree type = TREE_TYPE (v->value);
  enum objmode_kind kind;
  auto_diagnostic_group d;
  gcc_rich_location richloc (v->loc);

  tree element = POINTER_TYPE_P (type) ? TREE_TYPE (type) : type;
  while (TREE_CODE (element) == ARRAY_TYPE)
    element = TREE_TYPE (element);
  if (POINTER_TYPE_P (type) && v->clause == NULL && v->decl != NULL_TREE
      && objmode_scalar_kind (element, &kind)
      && (objmode_element_p (element, kind) || kind == OBJMODE_KIND_STRING))
    {
      char *clause = concat (v->name, kind == OBJMODE_KIND_STRING
			     ? " = \"str[n]\"" : " = \"[n]\"", NULL);
      objmode_add_clause_fixit (&richloc, block, clause);
      free (clause);
    }
  error_at (&richloc, "%qs of type %qT cannot be passed to Python: %s",
	    v->name, type, reason);
  block->erroneous = true;
}

/* Report that the type string of V of BLOCK is not that of TYPE.  */

void
objmode_contradiction (struct objmode_block *block,
		       struct objmode_variable *v, tree type)
{
  error_at (v->clause->type_loc,
	    "type string %qs contradicts the type %qT of %qs",
	    v->clause->type, type, v->name);
  block->erroneous = true;
}

/* Return true if V has a type string with dimensions.  */

bool
objmode_dimensions_p (const struct objmode_variable *v)
{
  return (v->clause != NULL && v->clause->type != NULL
	  && v->clause->ts.is_array);
}

/* Return true if V, which is memory, has a clause and the text gives its name
   to another object: then it is an output.  */

bool
objmode_rebound_p (const struct objmode_variable *v)
{
  return v->assigned
	 || (v->clause != NULL && v->py != NULL
	  && (v->py->flags & OBJMODE_PY_ASSIGNED)
	  && !(v->py->flags & OBJMODE_PY_GLOBAL));
}

/* Return true if VALUE is a variable that lasts as long as the program.  */

bool
objmode_lasting_p (tree value)
{
  return (VAR_P (value) && (TREE_STATIC (value) || DECL_EXTERNAL (value))
	  && !DECL_THREAD_LOCAL_P (value));
}

/* Return true if an element or scalar of TYPE and KIND is what NAME of a
   type string says.  */

bool
objmode_agrees_p (enum objmode_tsname name, tree type,
		  enum objmode_kind kind)
{
  int size = type_names[name].size;

  if (kind != type_names[name].kind)
    return false;
  if (size == -1)
    size = POINTER_SIZE_UNITS;
  else if (size == -2)
    size = INT_TYPE_SIZE / BITS_PER_UNIT;
  else if (size == -3)
    return TYPE_MAIN_VARIANT (type) == long_double_type_node;
  if (size > 0 && size != (int) tree_to_uhwi (TYPE_SIZE_UNIT (type)))
    return false;
  return kind != OBJMODE_KIND_INT
	 || type_names[name].is_signed == !TYPE_UNSIGNED (type);
}

/* Check that TYPE, of the scalar or element of V of BLOCK, can be converted
   and is what the type string says; then set KIND and TYPE of V.  Return
   false after an error.  */

bool
objmode_check_element (struct objmode_block *block,
		       struct objmode_variable *v, tree type)
{
  if (objmode_aggregate_p (type))
    return objmode_check_record (block, v, type);
  if (objmode_function_pointer_p (type))
    {
      char *reason = objmode_not_callable_type (TREE_TYPE (type), NULL_TREE);
      v->kind = OBJMODE_KIND_FUNCTION;
      if (reason != NULL)
	objmode_type_error (block, v, reason);
      free (reason);
      if (block->erroneous)
	return false;
    }
  else if (objmode_bytes_pointer_p (v, type))
    v->kind = OBJMODE_KIND_BYTES;
  else if (!objmode_scalar_kind (type, &v->kind))
    {
      objmode_type_error (block, v, objmode_why_not (v, type));
      return false;
    }
  v->type = TYPE_MAIN_VARIANT (type);
  if (v->clause == NULL || v->clause->type == NULL
      || v->clause->ts.name == OBJMODE_TS_NONE)
    return true;
  if (!objmode_agrees_p (v->clause->ts.name, type, v->kind))
    {
      objmode_contradiction (block, v, type);
      return false;
    }
  return true;
}

/* Return the innermost object that the reference T is part of.  */

tree
objmode_base_of (tree t)
{
  while (handled_component_p (t))
    t = TREE_OPERAND (t, 0);
  return t;
}

/* Return true if T selects an element by an index that is no constant:
   then it is evaluated once, as an address.  */

static bool
indexed_p (tree t)
{
  for (; handled_component_p (t); t = TREE_OPERAND (t, 0))
    if (TREE_CODE (t) == ARRAY_REF
	&& TREE_CODE (TREE_OPERAND (t, 1)) != INTEGER_CST)
      return true;
  return false;
}

/* walk_tree callback: find the BIND_EXPR that declares DATA.  */

static tree
find_declaration (tree *tp, int *, void *data)
{
  if (TREE_CODE (*tp) == BIND_EXPR)
    for (tree v = BIND_EXPR_VARS (*tp); v; v = DECL_CHAIN (v))
      if (v == (tree) data)
	return v;
  return NULL_TREE;
}

/* Return true if another thread could see the object that T refers to in
   BLOCK.  What is declared outside of an OpenMP region may be shared by the
   threads that run it.  */

static bool
shared_p (struct objmode_block *block, tree t)
{
  tree base = objmode_base_of (t);
  if (block->region != NULL_TREE
      && (VAR_P (base) || TREE_CODE (base) == PARM_DECL)
      && !walk_tree_without_duplicates (&TREE_OPERAND (block->region, 0),
					find_declaration, base))
    return true;
  if (VAR_P (base) || TREE_CODE (base) == PARM_DECL
      || TREE_CODE (base) == RESULT_DECL)
    return ((VAR_P (base)
	     && (TREE_STATIC (base) || DECL_EXTERNAL (base)))
	    || TREE_ADDRESSABLE (base));
  return TREE_CODE (base) == INDIRECT_REF || TREE_CODE (base) == MEM_REF;
}

/* Return true if a part of what T refers to is in a struct whose byte order
   is not that of the machine.  */

static bool
reversed_p (tree t)
{
  for (; handled_component_p (t); t = TREE_OPERAND (t, 0))
    if (TREE_CODE (t) == COMPONENT_REF
	&& TYPE_REVERSE_STORAGE_ORDER (DECL_CONTEXT (TREE_OPERAND (t, 1))))
      return true;
  return false;
}

/* Check that the output V of BLOCK can be stored to.  */

static void
check_lvalue (struct objmode_block *block, struct objmode_variable *v)
{
  if (v->kind == OBJMODE_KIND_STRING && TYPE_READONLY (TREE_TYPE (v->type)))
    objmode_type_error (block, v, _("a string that the block assigns must be"
				    " a char *, which the caller frees"));
  else if (v->kind == OBJMODE_KIND_BYTES
	   && TYPE_READONLY (TREE_TYPE (v->type)))
    objmode_type_error (block, v, _("bytes that the block assigns must not be"
				    " const, since the caller frees them"));
  else if (v->kind == OBJMODE_KIND_FUNCTION)
    objmode_type_error (block, v, _("a function pointer cannot be an"
				    " output"));
  else if (v->decl == NULL_TREE && !lvalue_p (v->value))
    {
      error_at (v->loc, "the block assigns %qs, whose expression is no lvalue",
		v->name);
      block->erroneous = true;
    }
  else if (TREE_READONLY (v->value))
    {
      error_at (v->loc, "output %qs is read-only", v->name);
      block->erroneous = true;
    }
  else if (objmode_bit_field_p (v->value)
	   && compare_tree_int (DECL_SIZE (TREE_OPERAND (v->value, 1)), 64) > 0)
    objmode_type_error (block, v, _("a bit-field of more than 64 bits that the"
				    " block assigns is not yet supported"));
  else if (reversed_p (v->value))
    objmode_type_error (block, v, _("it is in reverse byte order"));
}

/* Return true if TYPE is char[N], which is a string.  */

bool
objmode_char_array_p (tree type)
{
  return (TREE_CODE (type) == ARRAY_TYPE
	  && TYPE_MAIN_VARIANT (TREE_TYPE (type)) == char_type_node
	  && TYPE_SIZE_UNIT (type) != NULL_TREE
	  && TREE_CODE (TYPE_SIZE_UNIT (type)) == INTEGER_CST
	  && !integer_zerop (TYPE_SIZE_UNIT (type)));
}

/* Set the conversion of V of BLOCK, a char[N]: the runtime reads and stores
   it in place.  */

static void
type_chars (struct objmode_block *block, struct objmode_variable *v)
{
  v->kind = OBJMODE_KIND_CHARS;
  v->type = TREE_TYPE (v->value);
  v->flags |= OBJMODE_VAR_SHARED;
  v->out = objmode_rebound_p (v);
  if (v->clause != NULL && v->clause->type != NULL
      && type_names[v->clause->ts.name].kind != OBJMODE_KIND_STRING
      && v->clause->ts.name != OBJMODE_TS_NONE)
    objmode_contradiction (block, v, v->type);
  else if (v->out && TYPE_READONLY (TREE_TYPE (v->type)))
    {
      error_at (v->loc, "output %qs is read-only", v->name);
      block->erroneous = true;
    }
  else if (v->clause != NULL && v->clause->kind == OBJMODE_CLAUSE_OUTPUT
	   && !v->out)
    {
      error_at (v->loc, "output %qs is never assigned in the block", v->name);
      block->erroneous = true;
    }
}

/* Set the conversion of V of BLOCK, a scalar.  */

static void
type_scalar (struct objmode_block *block, struct objmode_variable *v)
{
  tree type = TREE_TYPE (v->value);

  if (objmode_dimensions_p (v))
    {
      objmode_contradiction (block, v, type);
      return;
    }
  bool bits = objmode_bit_field_p (v->value);
  if (bits)
    type = objmode_bit_field_type (TREE_OPERAND (v->value, 1));
  /* The runtime loads and stores a word at once.  */
  if (TYPE_ATOMIC (type) && lvalue_p (v->value)
      && TYPE_SIZE_UNIT (type) != NULL_TREE
      && compare_tree_int (TYPE_SIZE_UNIT (type), POINTER_SIZE_UNITS) <= 0)
    {
      type = TYPE_MAIN_VARIANT (type);
      v->flags |= OBJMODE_VAR_SHARED;
    }
  if (!objmode_check_element (block, v, type))
    return;
  if (v->out)
    check_lvalue (block, v);
  if (reversed_p (v->value))
    ;
  else if (bits)
    {
      if ((v->out || shared_p (block, v->value))
	  && compare_tree_int (DECL_SIZE (TREE_OPERAND (v->value, 1)), 64) <= 0)
	v->flags |= OBJMODE_VAR_SHARED | OBJMODE_VAR_BITS;
    }
  /* The runtime releases the old object.  */
  else if (shared_p (block, v->value)
	   || (v->out && (indexed_p (v->value)
			  || v->kind == OBJMODE_KIND_OBJECT)))
    v->flags |= OBJMODE_VAR_SHARED;
}

/* Return the C expression that the variable V of BLOCK stands for.  */

static tree
value_of (struct objmode_block *block, struct objmode_variable *v)
{
  tree value = v->decl;

  if (v->clause != NULL && v->clause->kind == OBJMODE_CLAUSE_EXPR)
    value = v->clause->expr;
  else if (v->macro)
    {
      for (unsigned i = 0; i < block->macros.length (); i++)
	if (strcmp (block->macros[i], v->name) == 0)
	  value = block->macro_values[i];
    }
  else if (v->decl == NULL_TREE)
    {
      const char *name = IDENTIFIER_POINTER (DECL_NAME (block->fn));
      value = fold_convert (build_pointer_type (char_type_node),
			    build_string_literal (strlen (name) + 1, name));
    }
  else if (TREE_CODE (v->decl) == CONST_DECL)
    value = DECL_INITIAL (v->decl);
  if (value == NULL_TREE || error_operand_p (value))
    return NULL_TREE;
  /* (void) (ARRAY) has made a pointer to its first element of it.  */
  if (v->clause != NULL && v->decl == NULL_TREE
      && POINTER_TYPE_P (TREE_TYPE (value)))
    {
      tree array = value;
      STRIP_NOPS (array);
      if (TREE_CODE (array) == ADDR_EXPR
	  && TREE_CODE (TREE_TYPE (TREE_OPERAND (array, 0))) == ARRAY_TYPE
	  && (TYPE_MAIN_VARIANT (TREE_TYPE (TREE_TYPE (value)))
	      != TYPE_MAIN_VARIANT (TREE_TYPE (TREE_OPERAND (array, 0))))
	  && TREE_CODE (TREE_OPERAND (array, 0)) != STRING_CST)
	return TREE_OPERAND (array, 0);
    }
  return value;
}

/* Return the spelling of V's C expression, for messages at run time.  */

static const char *
c_name_of (const struct objmode_variable *v)
{
  if (v->decl != NULL_TREE && DECL_NAME (v->decl) != NULL_TREE)
    return IDENTIFIER_POINTER (DECL_NAME (v->decl));
  return v->name;
}

/* Set the conversion of V of BLOCK.  */

static void
type_variable (struct objmode_block *block, struct objmode_variable *v)
{
  v->value = value_of (block, v);
  if (v->value == NULL_TREE)
    {
      gcc_assert (seen_error ());
      block->erroneous = true;
      return;
    }
  v->c_name = c_name_of (v);
  v->flags = 0;
  if (v->clause != NULL && v->clause->type != NULL)
    v->flags = ((v->clause->ts.is_static ? OBJMODE_VAR_STATIC : 0)
		| (v->clause->ts.is_copy ? OBJMODE_VAR_COPY : 0));

  tree type = TREE_TYPE (v->value);
  bool dims = objmode_dimensions_p (v);
  bool flat = (POINTER_TYPE_P (type) && !dims
	       && !objmode_bounded_parameter_p (v));
  if (objmode_type_strings (block, v, type))
    ;
  else if (objmode_ndarray_p (flat ? TREE_TYPE (type) : type))
    objmode_type_ndarray (block, v, flat ? TREE_TYPE (type) : type);
  else if (objmode_aggregate_p (flat ? TREE_TYPE (type) : type))
    objmode_type_record (block, v, flat ? TREE_TYPE (type) : type);
  else if (objmode_char_array_p (type) && !dims)
    type_chars (block, v);
  else if (TREE_CODE (type) == ARRAY_TYPE
	   || (POINTER_TYPE_P (type) && dims)
	   || objmode_bounded_parameter_p (v))
    objmode_type_array (block, v, type);
  else
    type_scalar (block, v);
}

/* The stage: set the conversion of each variable of BLOCK.  */

void
objmode_stage_type (struct objmode_block *block)
{
  for (unsigned i = 0; i < block->variables.length (); i++)
    if (block->variables[i].returned)
      objmode_type_returned (block, &block->variables[i]);
    else if (!block->variables[i].unconverted)
      type_variable (block, &block->variables[i]);
  if (block->c_body)
    objmode_type_body (block);
}
