/* convert.cc - The frame of a block and its static descriptors.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   For

     objmode (y) { R"( y = a.sum () * k )"; }	with double y, k, a[n]

   the frame is

     struct { double y_out; double k; void *a; ptrdiff_t a_x0, a_s0; }

   and the descriptor says where in it the runtime finds what.

   Input: VARIABLES.
   Output: FRAME_TYPE, the fields of the variables, DESCRIPTOR.  */

#include "stage.h"
#include "emit/function.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "types/ctype.h"
#include "block/query.h"
#include "tools/options.h"
#include "tools/python.h"
#include "tools/trees.h"

/* Add the fields of V to FRAME.  If KEEPS, an output has the value of the input
   until another one is stored.  */

void
objmode_add_fields (tree frame, struct objmode_variable *v, bool keeps)
{
  if (v->flags & OBJMODE_VAR_ARRAY)
    {
      v->in_field = objmode_add_field (frame, ptr_type_node);
      int n = v->flags & OBJMODE_VAR_BOUNDED ? 3 : 2;
      for (int i = 0; i < n * v->ndim; i++)
	objmode_add_field (frame, ptrdiff_type_node);
      return;
    }
  if (objmode_row_of (v->kind)->by_address)
    {
      v->in_field = objmode_add_field (frame, ptr_type_node);
      return;
    }
  if (v->flags & OBJMODE_VAR_SHARED)
    v->addr_field = objmode_add_field (frame, ptr_type_node);
  else if (v->in)
    v->in_field = objmode_add_field (frame, v->type);
  /* If the text may use any name, what it does not assign keeps its value.  */
  if (v->out && v->in_field != NULL_TREE && keeps)
    v->out_field = v->in_field;
  else if (v->out)
    v->out_field = objmode_add_field (frame, v->type);
}

/* Add to FRAME, of BLOCK, the fields with which the frame of a C body begins:
   struct __objmode_body and its objects.  Set BLOCK's FRAME_HEAD.  */

static void
add_body_fields (tree frame, struct objmode_block *block)
{
  unsigned n = block->variables.length ();

  block->frame_head
    = objmode_add_field (frame, objmode_record (OBJMODE_RECORD_body));
  for (unsigned i = 0; i < n; i++)
    block->variables[i].object_field
      = objmode_add_field (frame,
			   TREE_TYPE (block->mentions[0].decl));
  if (n > 0)
    objmode_add_field (frame, build_array_type_nelts (ptr_type_node, n));
}

/* Return the offset of FIELD in the frame.  If FIELD is NULL_TREE, return
   -1.  */

static tree
offset_of (tree field)
{
  return objmode_number (field != NULL_TREE ? int_byte_position (field) : -1);
}

/* Return a string constant of what the text of BLOCK assigns to in the elements
   of V, which is an array: the members, with blanks between them, or "" if it
   assigns to whole elements.  Return NULL_TREE if it does not assign to any, or
   if V is not an array of structs.  */

static tree
stored_members (const struct objmode_block *block,
		const struct objmode_variable *v)
{
  size_t length = strlen (v->name);
  char *members = NULL;

  if (block->py == NULL || !(v->flags & OBJMODE_VAR_ARRAY) || !v->in
      || objmode_row_of (v->kind)->refers != OBJMODE_REFERS_MEMBERS
      || (v->flags & (OBJMODE_VAR_COPY | OBJMODE_VAR_CONST)) || v->levels > 0)
    return NULL_TREE;
  for (size_t i = 0; i < block->py->n_members; i++)
    {
      const struct objmode_pymember *u = &block->py->members[i];
      const char *rest = u->path + length;
      if (u->subscript != OBJMODE_PY_STORED
	  || strncmp (u->path, v->name, length) != 0
	  || (*rest != '.' && *rest != '\0'))
	continue;
      if (*rest == '\0')
	{
	  free (members);
	  return objmode_string ("");
	}
      char *more = (members == NULL ? xstrdup (rest + 1)
		    : concat (members, " ", rest + 1, NULL));
      free (members);
      members = more;
    }
  tree result = members != NULL ? objmode_string (members) : NULL_TREE;
  free (members);
  return result;
}

/* Return the initialiser, of the type RECORD, of the descriptor of V of
   BLOCK.  */

tree
objmode_variable_descriptor (const struct objmode_block *block,
			     const struct objmode_variable *v, tree record)
{
  const struct objmode_kind_row *row = objmode_row_of (v->kind);
  /* A typedef that the user wrote says more than the main variant.  */
  tree spelled = TREE_TYPE (v->value);
  while ((v->flags & OBJMODE_VAR_ARRAY || row->by_address)
	 && !row->names_memory
	 && !(POINTER_TYPE_P (v->type) && POINTER_TYPE_P (spelled)
	      && !POINTER_TYPE_P (TREE_TYPE (spelled)))
	 && (TREE_CODE (spelled) == ARRAY_TYPE || POINTER_TYPE_P (spelled)))
    spelled = TREE_TYPE (spelled);
  if (row->in_memory && POINTER_TYPE_P (spelled))
    spelled = TREE_TYPE (spelled);
  unsigned flags = (v->flags | (v->in ? OBJMODE_VAR_IN : 0)
		    | (v->out ? OBJMODE_VAR_OUT : 0)
		    | (v->returned ? OBJMODE_VAR_RETURNED : 0)
		    | (v->unasked && v->in ? OBJMODE_VAR_UNSET : 0));
  int line = expand_location (v->clause != NULL ? v->clause->loc
			      : v->returned ? v->loc : block->loc).line;
  tree function = (row->refers == OBJMODE_REFERS_FUNCTION
		   ? objmode_pointed_function (TREE_TYPE (v->value),
					       TREE_TYPE (v->type), v->name)
		   : NULL_TREE);
  tree type = (v->flags & OBJMODE_VAR_BITS
	       ? objmode_bits_descriptor (TREE_OPERAND (v->value, 1), v->kind,
					  objmode_type_name (v->type))
	       : objmode_type_descriptor (v->type, v->kind,
					  row->name != NULL
					  ? row->name (spelled)
					  : objmode_type_name (spelled),
					  function));
  struct objmode_var_values values = {};
  values.name = objmode_string (v->name);
  values.c_name = objmode_string (v->c_name);
  values.type = type;
  values.flags = objmode_number (flags);
  values.ndim = objmode_number (v->ndim);
  values.levels = objmode_number (v->levels);
  values.in = offset_of (v->in_field);
  values.out = offset_of (v->out_field);
  values.addr = offset_of (v->addr_field);
  values.line = objmode_number (line);
  values.stored = stored_members (block, v);
  values.adapter = objmode_adapter_address (v->adapter);
  return objmode_init_var (record, &values);
}

/* Return the Python function that is made of BLOCK, as text that the caller
   has to free.  Return NULL after an error.  */

static struct objmode_pytext *
function_text (struct objmode_block *block)
{
  auto_vec<const char *> parameters, returns;
  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      struct objmode_variable *v = &block->variables[i];
      if (v->in)
	parameters.safe_push (v->name);
      if (v->out && !v->returned)
	returns.safe_push (v->name);
    }
  struct objmode_pyfunction_request request;
  request.text = block->text;
  request.positions = block->positions.address ();
  request.n_positions = block->positions.length ();
  request.name = block->unit_function;
  request.parameters = parameters.address ();
  request.n_parameters = parameters.length ();
  request.returns = returns.address ();
  request.n_returns = returns.length ();
  request.leaves = objmode_leaves_p (block);

  const struct objmode_pysource_api *api = objmode_python (block->loc);
  struct objmode_pytext *text = api->function (&request);
  if (text == NULL)
    {
      error_at (block->loc, "%<objmode%> cannot compile Python text: %s",
		api->error ());
      block->erroneous = true;
    }
  return text;
}

/* Return the flags of BLOCK's descriptor.  */

static unsigned
block_flags (const struct objmode_block *block)
{
  unsigned flags = objmode_on_error;
  if (block->c_body)
    flags |= OBJMODE_BLOCK_C_BODY;
  else if (objmode_leaves_p (block))
    flags |= OBJMODE_BLOCK_LEAVES;
  if (objmode_reports_p (block))
    flags |= OBJMODE_BLOCK_REPORT;
  if (objmode_sees_all_p (block))
    flags |= OBJMODE_BLOCK_ALL_NAMES;
  return flags;
}

/* Make the descriptor of BLOCK.  TEXT is its Python function, or NULL for a C
   body.  */

static void
make_descriptor (struct objmode_block *block,
		 const struct objmode_pytext *text)
{
  auto_vec<tree> variables;
  tree record = objmode_record (OBJMODE_RECORD_var);
  for (unsigned i = 0; i < block->variables.length (); i++)
    variables.safe_push (objmode_variable_descriptor (block,
						      &block->variables[i],
						      record));

  tree type = objmode_record (OBJMODE_RECORD_block);
  struct objmode_block_values v = {};
  v.run = build_fold_addr_expr (objmode_entry (OBJMODE_FUNCTION_first_run));
  v.unit = build_fold_addr_expr (objmode_unit ());
  v.function = objmode_string (block->unit_function);
  v.file = objmode_string (remap_macro_filename (block->file));
  if (text != NULL)
    {
      v.source = objmode_string (text->source);
      v.positions = objmode_positions (text);
      v.source_line = objmode_number (text->source_line);
    }
  v.vars = objmode_static_array ("objmode_vars", record, variables);
  v.n_vars = objmode_number (variables.length ());
  v.flags = objmode_number (block_flags (block));
  v.line = objmode_number (block->line);
  v.python = objmode_number (block->python);
  v.functions = objmode_function_table (block, block->callables);
  v.names = objmode_seen_names (block);
  block->descriptor = objmode_static ("objmode_block", type,
				      objmode_init_block (type, &v), false);
}

/* The stage `convert': lay out the frame of BLOCK and describe it.  */

void
objmode_stage_convert (struct objmode_block *block)
{
  /* GCC makes no code after an error elsewhere.  */
  if (seen_error ())
    {
      block->erroneous = block->given_up = true;
      return;
    }
  block->unit_function = IDENTIFIER_POINTER (DECL_NAME (block->fn));
  block->frame_type = objmode_begin_frame ();
  if (block->c_body)
    add_body_fields (block->frame_type, block);
  for (unsigned i = 0; i < block->variables.length (); i++)
    objmode_add_fields (block->frame_type, &block->variables[i],
			objmode_sees_all_p (block));
  objmode_finish_frame (block->frame_type);

  if (block->c_body)
    {
      make_descriptor (block, NULL);
      return;
    }
  struct objmode_pytext *text = function_text (block);
  if (text == NULL)
    return;
  make_descriptor (block, text);
  objmode_python (block->loc)->free_text (text);
}
