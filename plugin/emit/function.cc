/* function.cc - Making top-level functions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `outline'.  Nested functions would crash or race in
   OpenMP regions, in every version of GCC; see the internals manual.  */

#include "emit/function.h"
#include "emit/descriptor.h"
#include "tools/trees.h"

/* Return the scope that the outermost function around FN, or FN itself, is
   declared in.  */

static tree
file_context (tree fn)
{
  tree context = DECL_CONTEXT (fn);
  while (context != NULL_TREE && TREE_CODE (context) == FUNCTION_DECL)
    context = DECL_CONTEXT (context);
  return context;
}

/* Return a new static function NAME of TYPE at LOC, to be compiled with
   the options of LIKE, which may be NULL_TREE.  It is neither inlined nor
   cloned.  */

tree
objmode_begin_function (tree name, tree type, tree like, location_t loc)
{
  tree fn = build_decl (loc, FUNCTION_DECL, name, type);
  TREE_STATIC (fn) = TREE_USED (fn) = DECL_ARTIFICIAL (fn) = 1;
  DECL_UNINLINABLE (fn) = 1;
  DECL_NO_INLINE_WARNING_P (fn) = 1;
  DECL_ATTRIBUTES (fn)
    = tree_cons (get_identifier ("noinline"), NULL_TREE,
		 tree_cons (get_identifier ("noclone"), NULL_TREE,
			    NULL_TREE));
  if (like != NULL_TREE)
    {
      DECL_CONTEXT (fn) = file_context (like);
      DECL_FUNCTION_SPECIFIC_OPTIMIZATION (fn)
	= DECL_FUNCTION_SPECIFIC_OPTIMIZATION (like);
      DECL_FUNCTION_SPECIFIC_TARGET (fn)
	= DECL_FUNCTION_SPECIFIC_TARGET (like);
    }
  tree result = build_decl (loc, RESULT_DECL, NULL_TREE, TREE_TYPE (type));
  DECL_ARTIFICIAL (result) = DECL_IGNORED_P (result) = 1;
  DECL_CONTEXT (result) = fn;
  DECL_RESULT (fn) = result;
  return fn;
}

/* Return the type as which C passes a value of TYPE to a function with a
   prototype.  A narrow integer becomes an int.  */

tree
objmode_passed_type (tree type)
{
  return (INTEGRAL_TYPE_P (type) && !objmode_bitint_p (type)
	  && TYPE_PRECISION (type) < TYPE_PRECISION (integer_type_node)
	  ? integer_type_node : type);
}

/* Append a parameter of TYPE to FN and return it.  */

tree
objmode_add_parameter (tree fn, tree type)
{
  tree parm = build_decl (DECL_SOURCE_LOCATION (fn), PARM_DECL,
			  create_tmp_var_name ("objmode"), type);
  DECL_ARG_TYPE (parm) = type;
  DECL_CONTEXT (parm) = fn;
  DECL_ARTIFICIAL (parm) = DECL_IGNORED_P (parm) = TREE_USED (parm) = 1;
  DECL_ARGUMENTS (fn) = chainon (DECL_ARGUMENTS (fn), parm);
  return parm;
}

/* Give FN its body, the statements BODY with the local variables VARS, and
   hand it to GCC.  */

void
objmode_finish_function (tree fn, tree vars, tree body)
{
  tree block = make_node (BLOCK);
  BLOCK_VARS (block) = vars;
  BLOCK_SUPERCONTEXT (block) = fn;
  TREE_USED (block) = 1;
  DECL_INITIAL (fn) = block;
  tree bind = build3 (BIND_EXPR, void_type_node, vars, body, block);
  TREE_SIDE_EFFECTS (bind) = 1;
  SET_EXPR_LOCATION (bind, DECL_SOURCE_LOCATION (fn));
  DECL_SAVED_TREE (fn) = bind;

  push_struct_function (fn);
  cfun->function_start_locus = DECL_SOURCE_LOCATION (fn);
  cfun->function_end_locus = DECL_SOURCE_LOCATION (fn);
  c_genericize (fn);
  pop_cfun ();
  cgraph_node::finalize_function (fn, true);
  /* Otherwise, at -O0 GCC would keep the function, and with it what it calls,
     even for a block of an unused inline function.  */
  cgraph_node::get (fn)->force_output = false;
}

/* Return a function that returns its argument, of TYPE.  GCC does not know
   what it does.  Assigning its result to a variable therefore counts as an
   initialisation for -Wuninitialized, but does not change the variable.  */

tree
objmode_keep (tree type)
{
  static const char name[] = "objmode.keep";
  cgraph_node *node;

  FOR_EACH_FUNCTION (node)
    {
      tree decl = node->decl;
      if (DECL_NAME (decl) != NULL_TREE && DECL_ARTIFICIAL (decl)
	  && strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), name,
		      sizeof name - 1) == 0
	  && TREE_TYPE (TREE_TYPE (decl)) == type)
	return decl;
    }
  tree fn = objmode_begin_function (create_tmp_var_name (name),
				    build_function_type_list (type, type,
							      NULL_TREE),
				    NULL_TREE, BUILTINS_LOCATION);
  DECL_IGNORED_P (fn) = 1;
  DECL_ATTRIBUTES (fn) = tree_cons (get_identifier ("noipa"), NULL_TREE,
				    DECL_ATTRIBUTES (fn));
  tree parm = objmode_add_parameter (fn, type);
  tree body = alloc_stmt_list ();
  objmode_add (&body, build1 (RETURN_EXPR, void_type_node,
			      build2 (MODIFY_EXPR, type, DECL_RESULT (fn),
				      parm)));
  objmode_finish_function (fn, NULL_TREE, body);
  return fn;
}

/* Return a volatile variable of the unit whose value is the address of a
   function that does nothing with a pointer.  The variable is an integer,
   since `default (none)' allows no artificial variables except integers.  */

static tree
idle_function (void)
{
  static const char name[] = "objmode.idle";
  tree var = objmode_lookup_static (name);
  if (var != NULL_TREE)
    return var;
  tree type = lang_hooks.types.type_for_mode (ptr_mode, 1);
  tree fn = objmode_begin_function
    (create_tmp_var_name (name),
     build_function_type_list (void_type_node, ptr_type_node, NULL_TREE),
     NULL_TREE, BUILTINS_LOCATION);
  DECL_IGNORED_P (fn) = 1;
  objmode_add_parameter (fn, ptr_type_node);
  objmode_finish_function (fn, NULL_TREE, alloc_stmt_list ());
  var = objmode_declare_static (name,
				build_qualified_type (type,
						      TYPE_QUAL_VOLATILE));
  TREE_THIS_VOLATILE (var) = TREE_SIDE_EFFECTS (var) = 1;
  tree init = build1 (NOP_EXPR, type, build_fold_addr_expr (fn));
  TREE_CONSTANT (init) = 1;
  objmode_define_static (var, init, false);
  return var;
}

/* Append to *LIST a statement of BLOCK after which T counts as initialised,
   but which does not change it: `T = keep (T)'.  With -fanalyzer, which would
   still warn, the statement is `(*idle) (&T)', about which it can know
   nothing.  */

void
objmode_add_keep (const struct objmode_block *block, tree *list, tree t)
{
  tree type = TYPE_MAIN_VARIANT (TREE_TYPE (t)), value = unshare_expr (t);

  if (flag_analyzer && (VAR_P (t) || TREE_CODE (t) == PARM_DECL)
      && !(VAR_P (t) && DECL_HARD_REGISTER (t)))
    {
      tree function = build_function_type_list (void_type_node, ptr_type_node,
						NULL_TREE);
      mark_addressable (t);
      tree call = build_call_nary
	(void_type_node,
	 fold_convert (build_pointer_type (function), idle_function ()), 1,
	 fold_convert (ptr_type_node, build_fold_addr_expr (t)));
      SET_EXPR_LOCATION (call, block->loc);
      objmode_add (list, call);
      return;
    }
  if (!DECL_P (value))
    objmode_suppress_uninitialized (value);
  tree keep = build_call_expr_loc (block->loc, objmode_keep (type), 1,
				   fold_convert (type, value));
  objmode_suppress_uninitialized (keep);
  objmode_add (list, build2_loc (block->loc, MODIFY_EXPR, TREE_TYPE (t),
				 unshare_expr (t),
				 fold_convert (TREE_TYPE (t), keep)));
}

/* Make a new local variable of TYPE in the function that BLOCK stands in.  Its
   name is NAME with a number.  Put it in front of *VARS and return it.  */

tree
objmode_block_local (const struct objmode_block *block, const char *name,
		     tree type, tree *vars)
{
  return objmode_local (block->fn, block->loc, name, type, vars);
}
