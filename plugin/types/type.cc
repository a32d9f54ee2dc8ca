/* type.cc - The conversion of each variable.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Input: VARIABLES, CLAUSES.
   Output: IN, OUT, VALUE, C_NAME, TYPE, KIND, FLAGS of the variables.  The
   files type-*.cc set those of arrays, structs, OBJMODE_ARRAYs and strings, and
   the shape.
   Errors: what cannot be converted, a type string that contradicts the
   declaration, outputs that cannot be stored, two outputs that are one
   object.  */

#include "stage.h"
#include "types/types.h"
#include "types/ctype.h"
#include "types/adapter.h"
#include "block/query.h"
#include "tools/trees.h"

/* Return true if T selects an element by an index that is not constant.  Then
   it is evaluated once, as an address.  */

static bool
indexed_p (tree t)
{
  for (; handled_component_p (t); t = TREE_OPERAND (t, 0))
    if (TREE_CODE (t) == ARRAY_REF
	&& TREE_CODE (TREE_OPERAND (t, 1)) != INTEGER_CST)
      return true;
  return false;
}

/* Return true if another thread could see the object that T, an expression of
   BLOCK, refers to.  Threads that run an OpenMP region may share what is
   declared outside of it.  */

static bool
shared_p (const struct objmode_block *block, tree t)
{
  tree base = objmode_base_of (t);
  if (block->region != NULL_TREE
      && (VAR_P (base) || TREE_CODE (base) == PARM_DECL)
      && !objmode_declares_p (&TREE_OPERAND (block->region, 0), base))
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

/* Check that the output V of BLOCK can be assigned.  */

static void
check_lvalue (struct objmode_block *block, const struct objmode_variable *v)
{
  const struct objmode_kind_row *row = objmode_row_of (v->kind);

  if (row->output_problem != NULL
      && !(row->caller_frees && !TYPE_READONLY (TREE_TYPE (v->type))))
    objmode_type_error (block, v, _(row->output_problem));
  else if (!objmode_check_output (block, v, TREE_TYPE (v->value), false))
    return;
  else if (objmode_bit_field_p (v->value)
	   && compare_tree_int (DECL_SIZE (TREE_OPERAND (v->value, 1)), 64) > 0)
    objmode_type_error (block, v, _("a bit-field of more than 64 bits that the"
				    " block assigns is not yet supported"));
  else if (reversed_p (v->value))
    objmode_type_error (block, v, _("it is in reverse byte order"));
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
			  || objmode_row_of (v->kind)->owns_reference)))
    v->flags |= OBJMODE_VAR_SHARED;
}

/* Return the C expression that the variable V of BLOCK stands for.  */

static tree
value_of (const struct objmode_block *block, const struct objmode_variable *v)
{
  tree value = v->decl;

  if (v->clause != NULL && v->clause->kind == OBJMODE_CLAUSE_EXPR)
    value = v->clause->expr;
  else if (v->macro > 0)
    value = block->macro_values[v->macro - 1];
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
  /* The cast to void has turned an array into a pointer to its first
     element.  */
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

/* If V of BLOCK, of TYPE, is memory that a kind converts in a way of its own,
   set its conversion and return true.  The kind that the type string names
   comes first.  */

static bool
taken_p (struct objmode_block *block, struct objmode_variable *v, tree type)
{
  enum objmode_kind named = OBJMODE_KINDS;

  if (v->clause != NULL && v->clause->type != NULL)
    named = objmode_tsname_kind (v->clause->ts.name);
  if (named != OBJMODE_KINDS && objmode_row_of (named)->take != NULL
      && objmode_row_of (named)->take (block, v, type))
    return true;
  for (unsigned k = 0; k < OBJMODE_KINDS; k++)
    {
      const struct objmode_kind_row *row = objmode_row_of ((objmode_kind) k);
      if (k != named && row->take != NULL && row->take (block, v, type))
	return true;
    }
  return false;
}

/* Set the adapter of V of BLOCK, if the type that its value is declared with
   has one.  A value that is computed is not declared.  */

static void
set_adapter (struct objmode_block *block, struct objmode_variable *v)
{
  auto_diagnostic_group d;
  tree value = v->value;

  v->adapter = NULL_TREE;
  if (value == NULL_TREE || error_operand_p (value))
    return;
  if (!DECL_P (value) && TREE_CODE (value) != CALL_EXPR && !lvalue_p (value))
    return;
  v->adapter = (objmode_bit_field_p (value)
		? objmode_field_adapter (TREE_OPERAND (value, 1))
		: objmode_adapter_of (TREE_TYPE (value)));
  if (v->adapter == NULL_TREE || !v->wants_out
      || objmode_adapter_from (v->adapter) != NULL)
    return;
  tree name = objmode_adapted_name (v->adapter);
  error_at (v->loc, "%qs cannot be assigned, since %<objmode_adapt%> of %qT"
	    " does not say by which function; add %<from = \"function\"%> to"
	    " it", v->name, TREE_TYPE (name));
  inform (DECL_SOURCE_LOCATION (TREE_VALUE (TREE_CHAIN (v->adapter))),
	  "declared here");
  block->erroneous = true;
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
  set_adapter (block, v);
  v->c_name = c_name_of (v);
  v->flags = 0;
  v->levels = 0;
  if (v->clause != NULL && v->clause->type != NULL)
    v->flags = ((v->clause->ts.is_static ? OBJMODE_VAR_STATIC : 0)
		| (v->clause->ts.is_copy ? OBJMODE_VAR_COPY : 0));

  tree type = TREE_TYPE (v->value);
  if (objmode_take_rows (block, v, type) || taken_p (block, v, type))
    ;
  else if (objmode_memory_p (v, type))
    objmode_type_array (block, v, type);
  else
    type_scalar (block, v);
}

/* Remove the variables of BLOCK, a C body, that were only to be checked, and
   set the conversion of those that are neither read nor assigned.  */

static void
type_body (struct objmode_block *block)
{
  for (unsigned i = block->variables.length (); i-- > 0;)
    {
      struct objmode_variable *v = &block->variables[i];
      if (!v->object)
	block->variables.ordered_remove (i);
      else if (v->unconverted)
	{
	  v->value = v->decl;
	  v->c_name = v->name;
	  v->type = ptr_type_node;
	  v->kind = OBJMODE_KIND_POINTER;
	}
      else
	/* An array has an address even if no view of it is wanted.  */
	v->in = v->object_in;
    }
}

/* Return true if V, which BLOCK finds while it runs, is a variable, or a value
   that can be converted and that the linker can set.  */

static bool
constant_p (const struct objmode_block *block,
	    const struct objmode_variable *v)
{
  enum objmode_kind kind;
  if (v->decl != NULL_TREE && VAR_P (v->decl))
    return true;
  tree value = value_of (block, v);
  return (value != NULL_TREE
	  && objmode_scalar_kind (TREE_TYPE (value), &kind)
	  && initializer_constant_valid_p (value, TREE_TYPE (value))
	     != NULL_TREE);
}

/* Set the conversion of what the text of BLOCK finds while it runs.  Macros
   that have no value for a text are dropped, since it did not ask for them.  A
   variable may be a pointer to the value.  */

static void
type_seen (struct objmode_block *block)
{
  unsigned kept = 0;
  for (unsigned i = 0; i < block->seen.length (); i++)
    {
      if (!constant_p (block, &block->seen[i]))
	continue;
      block->seen[kept] = block->seen[i];
      struct objmode_variable *v = &block->seen[kept++];
      v->in = true;
      type_variable (block, v);
      if (((v->flags & OBJMODE_VAR_ARRAY)
	   || objmode_row_of (v->kind)->in_memory)
	  && POINTER_TYPE_P (TREE_TYPE (v->value)))
	v->flags |= OBJMODE_VAR_INDIRECT;
    }
  block->seen.truncate (kept);
}

/* Return true if the object WHOLE is, or contains, the object PART.  Both are
   expressions.  */

static bool
contains_p (tree whole, tree part)
{
  for (;; part = TREE_OPERAND (part, 0))
    {
      if (operand_equal_p (whole, part, 0))
	return true;
      if (!handled_component_p (part))
	return false;
    }
}

/* Return the object that BLOCK sets when it ends by way of V, or NULL_TREE if
   V is not an output.  */

static tree
stored (const struct objmode_variable *v)
{
  return (v->out && !v->unconverted && !v->returned && v->value != NULL_TREE
	  && lvalue_p (v->value) ? v->value : NULL_TREE);
}

/* Report that the object of V, an output of BLOCK, is also set by C, another
   clause.  */

static void
report_twice (struct objmode_block *block, const struct objmode_variable *v,
	      const struct objmode_clause *c)
{
  auto_diagnostic_group d;
  error_at (v->loc, "%qs and %qs in %<objmode%> clauses set the same object",
	    c->name, v->name);
  inform (c->loc, "also set here");
  block->erroneous = true;
}

/* Which variable of a block sets an object.  */
typedef hash_map<tree_operand_hash, unsigned> object_map;

/* Return which of the variables before that number I sets the object VALUE, or
   a part of it, or contains it; I if none does.  WHOLE has the objects that
   they set, and PARTS those and all that contain one of them.  Enter VALUE in
   both for I.  */

static unsigned
find_overlap (tree value, unsigned i, object_map *whole, object_map *parts)
{
  unsigned *part = parts->get (value);
  unsigned found = part != NULL ? *part : i;

  for (tree t = value;; t = TREE_OPERAND (t, 0))
    {
      unsigned *other = whole->get (t);
      if (found == i && other != NULL)
	found = *other;
      bool existed;
      unsigned &entry = parts->get_or_insert (t, &existed);
      if (!existed)
	entry = i;
      if (!handled_component_p (t))
	break;
    }
  if (whole->get (value) == NULL)
    whole->put (value, i);
  return found;
}

/* Report the outputs of BLOCK that set what another clause sets too.  */

static void
check_outputs (struct objmode_block *block)
{
  const struct objmode_clause *error
    = objmode_lookup_clause (block, OBJMODE_CLAUSE_ERROR);
  object_map whole, parts;

  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      const struct objmode_variable *v = &block->variables[i];
      tree value = stored (v);
      if (value == NULL_TREE || v->clause == NULL)
	continue;
      if (error != NULL && error->expr != NULL_TREE
	  && contains_p (value, error->expr))
	report_twice (block, v, error);
      unsigned other = find_overlap (value, i, &whole, &parts);
      if (other != i)
	report_twice (block, v, block->variables[other].clause);
    }
}

/* The stage `type': set the conversion of each variable of BLOCK.  */

void
objmode_stage_type (struct objmode_block *block)
{
  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      struct objmode_variable *v = &block->variables[i];
      v->in = v->wants_in;
      v->out = v->wants_out;
      if (v->returned)
	{
	  objmode_type_returned (block, v);
	  set_adapter (block, v);
	}
      else if (!v->unconverted)
	type_variable (block, v);
    }
  type_seen (block);
  if (block->c_body)
    type_body (block);
  if (!block->erroneous)
    check_outputs (block);
  for (unsigned i = 0; !block->erroneous && i < block->variables.length (); i++)
    objmode_check_initialized (block, &block->variables[i]);
  if (!block->erroneous)
    {
      objmode_check_given (block);
      objmode_check_members (block);
    }
}
