/* outline.cc - The function of the block, and its call.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Before, in kernel ():

     objmode (y) { R"( y = a.sum () * k )"; }

   After:

     static int kernel.objmode.0 (void *a, ptrdiff_t x0, double k,	1
				  double *y)
     {
       struct frame frame;
       frame.a = a; frame.a_x0 = x0; frame.a_s0 = 1; frame.k = k;	2
       int status = block.run (&block, &frame);				3
       if (status == 0)
	 *y = frame.y_out;						4
       return status;
     }

     status = kernel.objmode.0 (a, n, k, &tmp);				5
     if (status == 0) y = tmp; else y = objmode.keep (y);		6

   Scalars go by value and outputs through temporaries, so no variable of
   kernel loses its register.  What another thread could see goes by
   address, and is read and stored by the runtime under the GIL.  The
   function is predicted as not called, but is not `cold': GCC would take
   the code around an unguarded block for never executed.

   Input: FRAME_TYPE, DESCRIPTOR.  Output: STATUS, CALL, VARS.  */

#include "stage.h"
#include "rewrite/body.h"
#include "emit/function.h"
#include "types/kind.h"
#include "block/query.h"
#include "tools/trees.h"

/* The function that is being built.  */
struct outline
{
  struct objmode_block *block;
  tree fn;
  tree frame;			/* VAR_DECL in FN.  */
  tree before, after;		/* Statements of FN around the call.  */
  auto_vec<tree> arguments;	/* The arguments that kernel passes.  */
};

/* Return the assignment TO = FROM, with a conversion to the type of TO.  */

static tree
assign (tree to, tree from)
{
  return build2 (MODIFY_EXPR, TREE_TYPE (to), to,
		 fold_convert (TREE_TYPE (to), from));
}

/* Return the member FIELD of the frame of O.  */

static tree
frame_member (struct outline *o, tree field)
{
  return build3 (COMPONENT_REF, TREE_TYPE (field), o->frame, field,
		 NULL_TREE);
}

/* Pass ARGUMENT, an expression of kernel, in FIELD of the frame of O: 1, 2.  A
   constant is stored without a parameter.  Return the expression that is
   stored.  For a C body the frame is a variable of kernel, and no parameter is
   needed.  */

static tree
pass (struct outline *o, tree argument, tree field)
{
  tree type = TREE_TYPE (field), value = argument;

  if (o->fn == NULL_TREE)
    {
      objmode_add (&o->before, assign (frame_member (o, field), value));
      return frame_member (o, field);
    }
  if (TREE_CODE (argument) != INTEGER_CST)
    {
      type = (POINTER_TYPE_P (type) ? ptr_type_node
	      : objmode_passed_type (type));
      o->arguments.safe_push (fold_convert (type, argument));
      value = objmode_add_parameter (o->fn, type);
    }
  objmode_add (&o->before, assign (frame_member (o, field), value));
  return value;
}

/* Return the address of REF, an object of kernel, and mark it as one whose
   address is taken.  */

static tree
address_of (tree ref)
{
  tree base = objmode_base_of (ref);
  if (DECL_P (base))
    mark_addressable (base);
  return fold_convert (ptr_type_node, build_fold_addr_expr (ref));
}

/* Return the address of the byte in which the bit-field REF begins.  */

static tree
bits_address (tree ref)
{
  HOST_WIDE_INT bit = int_bit_position (TREE_OPERAND (ref, 1));

  return fold_build_pointer_plus_hwi (address_of (TREE_OPERAND (ref, 0)),
				      bit / BITS_PER_UNIT);
}

/* Return the value of V, an input of BLOCK, in kernel.  GCC does not warn if
   it is uninitialised and the text does not name it.  */

static tree
input_value (const struct objmode_block *block,
	     const struct objmode_variable *v)
{
  if (!v->unasked)
    return v->value;
  tree type = (POINTER_TYPE_P (TREE_TYPE (v->value)) ? ptr_type_node
	       : v->type);
  tree keep = build_call_expr_loc (block->loc, objmode_keep (type), 1,
				   fold_convert (type, v->value));
  objmode_suppress_uninitialized (keep);
  return keep;
}

/* Return the address of the memory of V, or of the memory to which V points if
   it is a pointer.  A value that is not an object, such as the result of a
   function, is stored in a new variable, which is put in front of *VARS.  */

static tree
memory_of (struct outline *o, const struct objmode_variable *v, tree *vars)
{
  tree type = TREE_TYPE (v->value);

  if (POINTER_TYPE_P (type))
    return input_value (o->block, v);
  if (TREE_CODE (type) == ARRAY_TYPE || DECL_P (v->value)
      || lvalue_p (v->value))
    return address_of (v->value);
  tree object = objmode_block_local (o->block, "objmode_memory",
				     TYPE_MAIN_VARIANT (type), vars);
  tree set = build2 (INIT_EXPR, TREE_TYPE (object), object, v->value);
  TREE_ADDRESSABLE (object) = 1;
  return build2 (COMPOUND_EXPR, ptr_type_node, set, address_of (object));
}

/* Pass the extents with which V, which is OBJMODE_VAR_BOUNDED, is declared.
   They go to the fields behind FIELD.  Set EXTENTS to the expressions of FN
   for those that are declared.  */

static void
pass_declared (struct outline *o, const struct objmode_variable *v, tree field,
	       tree *extents)
{
  for (int d = 0; d < v->ndim; d++)
    {
      field = DECL_CHAIN (field);
      if (v->declared[d] != NULL_TREE)
	extents[d] = pass (o, v->declared[d], field);
      else
	pass (o, TYPE_MAX_VALUE (ptrdiff_type_node), field);
    }
}

/* Pass V, an array: its address, extents and strides, and the extents with
   which it is declared.  A variable that is needed is put in front of
   *VARS.  */

static void
pass_array (struct outline *o, const struct objmode_variable *v, tree *vars)
{
  tree field = v->in_field, extents[OBJMODE_TS_MAX_DIMS];

  pass (o, memory_of (o, v, vars), field);
  for (int d = 0; d < v->ndim; d++)
    {
      field = DECL_CHAIN (field);
      extents[d] = pass (o, v->extents[d], field);
    }
  /* The runtime reports an overflow, so compute without a trap.  */
  tree own = build_one_cst (sizetype);
  bool bounded = (v->flags & OBJMODE_VAR_BOUNDED) != 0;
  auto_vec<tree> fields;
  for (int d = 0; d < v->ndim; d++)
    {
      field = DECL_CHAIN (field);
      fields.safe_push (field);
    }
  if (bounded)
    pass_declared (o, v, field, extents);
  for (int d = v->ndim; d-- > 0;)
    {
      tree stride = own;
      if (v->strides[d] != NULL_TREE)
	stride = fold_convert (sizetype, pass (o, v->strides[d], fields[d]));
      else
	objmode_add (&o->before, assign (frame_member (o, fields[d]), stride));
      /* C's order is that of the declaration, if there is one.  */
      own = fold_build2 (MULT_EXPR, sizetype,
			 unshare_expr (bounded ? own : stride),
			 fold_convert (sizetype, extents[d]));
    }
}

/* Pass V, a scalar output, as the address of a temporary of kernel, to which
   the function stores: 4.  The temporary is put in front of *VARS.  */

static void
pass_output (struct outline *o, struct objmode_variable *v, tree *vars)
{
  if (o->fn == NULL_TREE)
    {
      v->temporary = frame_member (o, v->out_field);
      return;
    }
  v->temporary = objmode_block_local (o->block, "objmode_out", v->type, vars);
  TREE_ADDRESSABLE (v->temporary) = 1;
  o->arguments.safe_push (build_fold_addr_expr (v->temporary));
  tree parm = objmode_add_parameter (o->fn, build_pointer_type (v->type));
  tree target = build1 (INDIRECT_REF, v->type, parm);
  objmode_add (&o->after, assign (target, frame_member (o, v->out_field)));
}

/* Pass the first word of V if it is an output that owns a reference and is in
   memory.  The runtime reads V, to release what V has held before, but GCC
   cannot see this.  So GCC warns if V is uninitialised.  GCC does not warn of a
   pointer to an incomplete type, so an objmode_object * is not passed.  The
   word is read as what may alias anything, since it has another type.  */

static void
pass_owned (struct outline *o, const struct objmode_variable *v)
{
  const struct objmode_kind_row *row = objmode_row_of (v->kind);
  tree value = v->value;
  if (!v->out || !row->in_memory || !row->owns_reference || !VAR_P (value)
      || TREE_STATIC (value) || DECL_EXTERNAL (value)
      || POINTER_TYPE_P (TREE_TYPE (value)))
    return;
  tree any = build_pointer_type_for_mode (ptrdiff_type_node, ptr_mode, true);
  tree address = fold_convert (any, address_of (value));
  o->arguments.safe_push (build1 (INDIRECT_REF, ptrdiff_type_node, address));
  objmode_add_parameter (o->fn, ptrdiff_type_node);
}

/* Pass the variable V of the block of O in whatever way its conversion needs.
   Variables that are needed are put in front of *VARS.  */

static void
pass_variable (struct outline *o, struct objmode_variable *v, tree *vars)
{
  pass_owned (o, v);
  if (v->flags & OBJMODE_VAR_ARRAY)
    pass_array (o, v, vars);
  else if (objmode_row_of (v->kind)->in_memory && !v->returned)
    pass (o, memory_of (o, v, vars),
	  v->in_field != NULL_TREE ? v->in_field : v->addr_field);
  else if (v->flags & OBJMODE_VAR_SHARED)
    pass (o, (v->flags & OBJMODE_VAR_BITS ? bits_address (v->value)
	      : address_of (v->value)), v->addr_field);
  else
    {
      if (v->in)
	pass (o, input_value (o->block, v), v->in_field);
      if (v->out)
	pass_output (o, v, vars);
    }
}

/* Append the call of the runtime to the function of O, and hand the function
   to GCC: 3.  */

static void
finish_outlined (struct outline *o)
{
  const struct objmode_block *block = o->block;
  tree status = build_decl (block->loc, VAR_DECL,
			    create_tmp_var_name ("objmode_status"),
			    integer_type_node);
  DECL_CONTEXT (status) = o->fn;
  DECL_ARTIFICIAL (status) = DECL_IGNORED_P (status) = 1;
  TREE_USED (status) = 1;
  DECL_CHAIN (o->frame) = status;

  tree address = fold_convert (ptr_type_node,
			       build_fold_addr_expr (block->descriptor));
  tree run = objmode_load_run (block->loc, address);
  tree call = objmode_call_runtime (block->loc, run, address, o->frame);
  objmode_add (&o->before, assign (status, call));
  tree ok = objmode_status_p (block, status, false);
  if (!tsi_end_p (tsi_start (o->after)))
    objmode_add (&o->before, build3 (COND_EXPR, void_type_node, ok, o->after,
				     NULL_TREE));
  tree result = assign (DECL_RESULT (o->fn), status);
  objmode_add (&o->before, build1 (RETURN_EXPR, void_type_node, result));
  set_decl_section_name (o->fn, ".text.unlikely.objmode");
  objmode_finish_function (o->fn, o->frame, o->before);
}

/* Return the statement that stores the outputs of BLOCK in kernel: 6.  */

static tree
store_outputs (const struct objmode_block *block)
{
  tree done = alloc_stmt_list (), failed = alloc_stmt_list ();
  objmode_add_stores (block, &done, &failed);
  if (tsi_end_p (tsi_start (done)))
    return NULL_TREE;
  tree ok = objmode_status_p (block, block->status, false);
  return build3 (COND_EXPR, void_type_node, ok, done,
		 objmode_reports_p (block) ? NULL_TREE : failed);
}

/* Make the frame of BLOCK, which has a C body, in the function that it stands
   in, and the statements that run the body there.  */

static void
stage_body (struct objmode_block *block)
{
  struct outline o;

  o.block = block;
  o.fn = NULL_TREE;
  o.before = alloc_stmt_list ();
  block->vars = NULL_TREE;
  o.frame = objmode_block_local (block, "objmode_frame", block->frame_type,
				 &block->vars);
  TREE_ADDRESSABLE (o.frame) = 1;
  block->status = objmode_block_local (block, "objmode_status",
				       integer_type_node, &block->vars);
  for (unsigned i = 0; i < block->variables.length (); i++)
    if (!block->variables[i].unconverted)
      pass_variable (&o, &block->variables[i], &block->vars);
  objmode_outline_body (block, o.frame, o.before, &block->vars);
}

/* The stage `outline': make the function of BLOCK and the statements that call
   it.  */

void
objmode_stage_outline (struct objmode_block *block)
{
  struct outline o;
  tree vars = NULL_TREE;

  if (block->c_body)
    {
      stage_body (block);
      return;
    }
  o.block = block;
  tree type = build_function_type_list (integer_type_node, NULL_TREE);
  tree name = clone_function_name_numbered (block->fn, "objmode");
  o.fn = objmode_begin_function (name, type, block->fn, block->loc);
  o.before = alloc_stmt_list ();
  o.after = alloc_stmt_list ();
  o.frame = build_decl (block->loc, VAR_DECL,
			create_tmp_var_name ("objmode_frame"),
			block->frame_type);
  DECL_CONTEXT (o.frame) = o.fn;
  DECL_ARTIFICIAL (o.frame) = DECL_IGNORED_P (o.frame) = 1;
  TREE_USED (o.frame) = TREE_ADDRESSABLE (o.frame) = 1;

  block->status = objmode_block_local (block, "objmode_status",
				       integer_type_node, &vars);
  for (unsigned i = 0; i < block->variables.length (); i++)
    pass_variable (&o, &block->variables[i], &vars);

  auto_vec<tree> types;
  for (tree p = DECL_ARGUMENTS (o.fn); p; p = DECL_CHAIN (p))
    types.safe_push (TREE_TYPE (p));
  TREE_TYPE (o.fn) = build_function_type_array (integer_type_node,
						types.length (),
						types.address ());
  finish_outlined (&o);

  block->call = alloc_stmt_list ();
  objmode_add (&block->call, build_predict_expr (PRED_COLD_LABEL, NOT_TAKEN));
  tree call = build_call_expr_loc_array (block->loc, o.fn,
					 o.arguments.length (),
					 o.arguments.address ());
  objmode_add (&block->call, assign (block->status, call));

  tree stores = store_outputs (block);
  if (stores != NULL_TREE)
    objmode_add (&block->call, stores);
  block->vars = vars;
}
