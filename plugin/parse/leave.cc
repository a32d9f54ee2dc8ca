/* leave.cc - return, break and continue of the text.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stage runs when the front end has just parsed the marker, so that the
   front end's variables tell where the block stands.  rewrite/leave.cc makes
   the statements that leave the block.

   Input: PY.  Errors: those of C for such statements in that place.  */

#include "stage.h"
#include "block/query.h"

/* Report MESSAGE about a `return' of BLOCK at SPAN.  GCC's options decide
   whether it is a warning or an error, as for a `return' in C.  */

static void
report_mismatch (const struct objmode_block *block,
		 const struct objmode_pyspan *span, const char *message)
{
  auto_diagnostic_group d;
  if (objmode_return_mismatch (objmode_text_location (block, span), message))
    inform (DECL_SOURCE_LOCATION (current_function_decl), "declared here");
}

/* Check the `return' statements of BLOCK.  For the warnings of GCC they count
   as statements of the function.  */

static void
check_return (const struct objmode_block *block)
{
  const struct objmode_pysource *py = block->py;
  tree type = TREE_TYPE (TREE_TYPE (current_function_decl));

  if (TREE_THIS_VOLATILE (current_function_decl))
    warning_at (objmode_text_location (block, &py->where_return), 0,
		"function declared %<noreturn%> has a %<return%> statement");
  if (py->where_value.line != 0 && VOID_TYPE_P (type))
    {
      current_function_returns_null = 1;
      report_mismatch (block, &py->where_value, G_("%<return%> with a value,"
		       " in function returning void"));
    }
  else if (py->where_value.line != 0)
    current_function_returns_value = 1;
  if (py->where_no_value.line == 0)
    return;
  current_function_returns_null = 1;
  if (!VOID_TYPE_P (type) && (warn_return_type >= 0 || flag_isoc99))
    report_mismatch (block, &py->where_no_value, G_("%<return%> with no value,"
		     " in function returning non-void"));
}

/* Report MESSAGE, about the first `break' or `continue' of BLOCK, at SPAN.  */

static void
report_jump (struct objmode_block *block, const struct objmode_pyspan *span,
	     const char *message)
{
  error_at (objmode_text_location (block, span), message);
  block->erroneous = true;
}

/* Report the `break' of the text of BLOCK if C does not allow a `break' at the
   place of the block.  */

static void
check_break (struct objmode_block *block)
{
  const struct objmode_pyspan *span = &block->py->where_break;
  unsigned in = objmode_in_statement ();

  if (in == 0)
    report_jump (block, span, G_("break statement not within loop or switch"));
  else if (in == IN_OMP_BLOCK)
    report_jump (block, span, G_("invalid exit from OpenMP structured block"));
  else if (in == IN_OMP_FOR)
    report_jump (block, span,
		 G_("break statement used with OpenMP for loop"));
}

/* Report the `continue' of the text of BLOCK if C does not allow a
   `continue' at the place of the block.  */

static void
check_continue (struct objmode_block *block)
{
  const struct objmode_pyspan *span = &block->py->where_continue;
  unsigned in = objmode_in_statement () & ~IN_SWITCH_STMT;

  if (in == 0)
    report_jump (block, span, G_("continue statement not within a loop"));
  else if (in == IN_OMP_BLOCK)
    report_jump (block, span, G_("invalid exit from OpenMP structured block"));
}

/* The stage `leave': check how the text of BLOCK leaves it.  */

void
objmode_stage_leave (struct objmode_block *block)
{
  if (block->module || block->c_body || current_function_decl == NULL_TREE)
    return;
  if (block->py->flags & OBJMODE_PYSOURCE_RETURN)
    check_return (block);
  if (block->py->flags & OBJMODE_PYSOURCE_BREAK)
    check_break (block);
  if (block->py->flags & OBJMODE_PYSOURCE_CONTINUE)
    check_continue (block);
}
