/* ufunc.cc - The loops of C functions that are ufuncs of NumPy.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stages `convert' and `module'.  Where a text writes f.ufunc for

     float f (double x, int n)

   the runtime gets a function that NumPy can call:

     static void objmode_loop.0 (void *args, void *count, void *steps,
				 void *data)
     {
       char *x = ((char **) args)[0], *n = ((char **) args)[1];
       char *result = ((char **) args)[2];
       ptrdiff_t sx = ((ptrdiff_t *) steps)[0], ...;

       for (ptrdiff_t left = *(ptrdiff_t *) count; left > 0; left--)
	 {
	   *(float *) result = f (*(double *) x, *(int *) n);
	   x += sx, n += sn, result += sresult;
	 }
     }

   GCC can inline f there, and the compiler alone knows how it is called.  */

#include "emit/function.h"
#include "emit/descriptor.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "tools/trees.h"

/* NumPy does not have more arguments and results of a ufunc.  */
static const unsigned max_operands = 32;

/* An array of the loop.  */
struct operand
{
  tree type;			/* Of its elements.  */
  tree pointer, step;		/* Local variables.  */
};

/* Return true if NumPy can have elements of TYPE, which is passed as V says;
   PROBLEM says why it cannot be passed, or is NULL.  */

static bool
element_p (tree type, const struct objmode_passed *v, const char *problem)
{
  return (problem == NULL && !(v->flags & OBJMODE_VAR_ARRAY)
	  && (INTEGRAL_TYPE_P (type) || SCALAR_FLOAT_TYPE_P (type)
	      || TREE_CODE (type) == COMPLEX_TYPE)
	  && !objmode_odd_integer_p (TYPE_MAIN_VARIANT (type)));
}

/* Store the types of the parameters of functions of TYPE and, behind them, of
   the result in OPERANDS.  Return true if all are numbers that NumPy has.  */

static bool
find_operands (tree type, vec<operand> *operands)
{
  struct objmode_passed v;
  struct operand o = { NULL_TREE, NULL_TREE, NULL_TREE };

  for (tree t = TYPE_ARG_TYPES (type); t && t != void_list_node;
       t = TREE_CHAIN (t))
    {
      o.type = TYPE_MAIN_VARIANT (TREE_VALUE (t));
      const char *problem = objmode_passed_parameter (TREE_VALUE (t), &v);
      if (!element_p (o.type, &v, problem))
	return false;
      operands->safe_push (o);
    }
  if (operands->is_empty () || VOID_TYPE_P (TREE_TYPE (type)))
    return false;
  o.type = TYPE_MAIN_VARIANT (TREE_TYPE (type));
  const char *problem = objmode_passed_result (TREE_TYPE (type), &v);
  operands->safe_push (o);
  return (element_p (o.type, &v, problem)
	  && operands->length () <= max_operands);
}

/* Return element number N, of TYPE, of the array to which POINTER points.  */

static tree
element_at (tree pointer, tree type, unsigned n)
{
  tree first = fold_convert (build_pointer_type (type), pointer);
  HOST_WIDE_INT offset = n * int_size_in_bytes (type);
  return build1 (INDIRECT_REF, type,
		 fold_build_pointer_plus_hwi (first, offset));
}

/* Append to BODY that VARIABLE becomes VALUE.  */

static void
assign (tree *body, tree variable, tree value)
{
  objmode_add (body, build2 (MODIFY_EXPR, TREE_TYPE (variable), variable,
			     value));
}

/* Return a call of the function DECL for the elements of OPERANDS, whose
   result is stored in the element of the last of them.  */

static tree
call_for_elements (tree decl, const vec<operand> &operands)
{
  auto_vec<tree> arguments;
  unsigned n = operands.length () - 1;

  for (unsigned i = 0; i < n; i++)
    {
      tree value = element_at (operands[i].pointer, operands[i].type, 0);
      arguments.safe_push (fold_convert (objmode_passed_type
					 (operands[i].type), value));
    }
  tree call = build_call_expr_loc_array (BUILTINS_LOCATION, decl, n,
					 arguments.address ());
  tree type = operands[n].type;
  return build2 (MODIFY_EXPR, type, element_at (operands[n].pointer, type, 0),
		 fold_convert (type, call));
}

/* Return the loop that calls DECL for LEFT elements of OPERANDS.  */

static tree
make_loop (tree decl, const vec<operand> &operands, tree left)
{
  tree body = alloc_stmt_list ();
  tree zero = build_zero_cst (ptrdiff_type_node);

  objmode_add (&body, build1 (EXIT_EXPR, void_type_node,
			      build2 (LE_EXPR, boolean_type_node, left,
				      zero)));
  objmode_add (&body, call_for_elements (decl, operands));
  for (unsigned i = 0; i < operands.length (); i++)
    assign (&body, operands[i].pointer,
	    build2 (POINTER_PLUS_EXPR, ptr_type_node, operands[i].pointer,
		    fold_convert (sizetype, operands[i].step)));
  assign (&body, left, build2 (MINUS_EXPR, ptrdiff_type_node, left,
			       build_one_cst (ptrdiff_type_node)));
  return build1 (LOOP_EXPR, void_type_node, body);
}

/* Return the address of the loop over arrays that calls the function DECL, or
   NULL_TREE if NumPy does not have its types.  */

tree
objmode_ufunc_loop (tree decl)
{
  auto_vec<operand> operands;
  if (!find_operands (TREE_TYPE (decl), &operands))
    return NULL_TREE;
  tree type = build_function_type_list (void_type_node, ptr_type_node,
					ptr_type_node, ptr_type_node,
					ptr_type_node, NULL_TREE);
  tree fn = objmode_begin_function (create_tmp_var_name ("objmode_loop"), type,
				    NULL_TREE, BUILTINS_LOCATION);
  DECL_IGNORED_P (fn) = 1;
  DECL_NO_INSTRUMENT_FUNCTION_ENTRY_EXIT (fn) = 1;
  tree args = objmode_add_parameter (fn, ptr_type_node);
  tree count = objmode_add_parameter (fn, ptr_type_node);
  tree steps = objmode_add_parameter (fn, ptr_type_node);
  objmode_add_parameter (fn, ptr_type_node);

  tree vars = NULL_TREE, body = alloc_stmt_list ();
  tree left = objmode_local (fn, BUILTINS_LOCATION, "objmode_left",
			     ptrdiff_type_node, &vars);
  assign (&body, left, element_at (count, ptrdiff_type_node, 0));
  for (unsigned i = 0; i < operands.length (); i++)
    {
      struct operand *o = &operands[i];
      o->pointer = objmode_local (fn, BUILTINS_LOCATION, "objmode_element",
				  ptr_type_node, &vars);
      o->step = objmode_local (fn, BUILTINS_LOCATION, "objmode_step",
			       ptrdiff_type_node, &vars);
      assign (&body, o->pointer, element_at (args, ptr_type_node, i));
      assign (&body, o->step, element_at (steps, ptrdiff_type_node, i));
    }
  objmode_add (&body, make_loop (decl, operands, left));
  objmode_finish_function (fn, vars, body);
  return fold_convert (ptr_type_node, build_fold_addr_expr (fn));
}
