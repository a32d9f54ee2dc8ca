/* run.cc - The call of the function that runs a block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `outline'.  */

#include "emit/function.h"
#include "emit/abi.h"

/* Return, at LOC, a load of the function that is to run a block: `run' of its
   descriptor at ADDRESS.  The load has acquire semantics, since a first run on
   another thread may be about to store the function, after the state of the
   block.  */

tree
objmode_load_run (location_t loc, tree address)
{
  int code = BUILT_IN_ATOMIC_LOAD_1 + exact_log2 (POINTER_SIZE_UNITS);
  tree load = builtin_decl_explicit ((enum built_in_function) code);
  tree run = build_fold_addr_expr (OBJMODE_MEMBER_AT (address, block, run));
  return build_call_expr_loc (loc, load, 2, run,
			      build_int_cst (integer_type_node,
					     MEMMODEL_ACQUIRE));
}

/* Return, at LOC, the call through FUNCTION, a pointer to a function that runs
   a block.  The arguments are ADDRESS, of the descriptor of the block, and the
   address of FRAME.  */

tree
objmode_call_runtime (location_t loc, tree function, tree address,
		      tree frame)
{
  tree type = objmode_function_type (OBJMODE_FUNCTION_run_fn);
  tree call
    = build_call_nary (integer_type_node,
		       fold_convert (build_pointer_type (type), function), 2,
		       address, fold_convert (ptr_type_node,
					      build_fold_addr_expr (frame)));
  SET_EXPR_LOCATION (call, loc);
  return call;
}
