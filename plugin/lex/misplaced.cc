/* misplaced.cc - Annotations and macros of <objmode.h> without their block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "lex/annotate.h"
#include "lex/tokens.h"

/* Return the message about the annotation A, which is not before a `{', or not
   before one where it may stand.  */

const char *
objmode_misplaced_message (const struct objmode_annotation *a,
			   enum objmode_found found)
{
  /* Whoever uses the macros is told what to write.  */
  bool own = (found == OBJMODE_FOUND_OTHER
	      && strcmp (a->spelling, OBJMODE_OWN_ATTRIBUTE) == 0);

  if (a->module)
    return (own ? G_("%<objmode_module%> attribute applies only to a block at"
		     " file scope; write"
		     " %<objmode_module { R\"py(...)py\"; }%>")
	    : G_("%<objmode_module%> attribute applies only to a block at file"
		 " scope"));
  if (a->hold)
    return (own ? G_("%<objmode_hold%> attribute takes no arguments, must be"
		     " alone in its list, and applies only to a compound"
		     " statement of a function; write"
		     " %<OBJMODE_HOLD { ... }%>")
	    : G_("%<objmode_hold%> attribute takes no arguments, must be alone"
		 " in its list, and applies only to a compound statement of a"
		 " function"));
  if (a->attribute && found == OBJMODE_FOUND_BLOCK)
    return G_("%<objmode%> must be the only attribute of its compound"
	      " statement");
  return (own ? G_("%<objmode%> attribute applies only to a compound statement;"
		   " write %<with_objmode (...) { R\"py(...)py\"; }%>")
	  : found == OBJMODE_FOUND_ELSEWHERE
	  ? G_("%<objmode%> attribute applies only to a compound statement of a"
	       " function")
	  : G_("%<objmode%> attribute applies only to a compound statement"));
}

/* A macro without parameters, which is the annotation A, is followed by
   parentheses or by a string.  Read that, and a block behind it, and make it a
   `;', since one error is enough.  */

void
objmode_skip_arguments (cpp_reader *pfile, struct objmode_annotation *a)
{
  int depth = 0;
  bool any = false, braces = false;
  for (;;)
    {
      const cpp_token *t = objmode_peek (pfile);
      if (objmode_end_token_p (t)
	  || (depth == 0 && (braces || !(t->type == CPP_OPEN_PAREN
					 || objmode_string_token_p (t)
					 || (any && t->type
					     == CPP_OPEN_BRACE)))))
	break;
      any = true;
      braces |= depth == 0 && t->type == CPP_OPEN_BRACE;
      cpp_token taken = objmode_take (pfile);
      depth += ((taken.type == CPP_OPEN_PAREN || taken.type == CPP_OPEN_BRACE)
		- (taken.type == CPP_CLOSE_PAREN
		   || taken.type == CPP_CLOSE_BRACE));
    }
  if (braces)
    objmode_push_c (&a->tokens, ";", a->loc);
}

/* Report that `with_objmode', at LOC, is not followed by `(' but by NEXT.
   Append to OUT what PFILE is to read instead.  Return true if that begins with
   the parentheses that are missing.  */

bool
objmode_report_no_clauses (location_t loc, const cpp_token *next,
			   objmode_tokens *out)
{
  if (next->type == CPP_OPEN_BRACE)
    {
      gcc_rich_location richloc (loc);
      if (loc != next->src_loc)
	richloc.add_fixit_insert_after (loc, " ()");
      error_at (&richloc, "expected %<(%> after %<with_objmode%>; write"
		" %<with_objmode ()%> for a block without clauses");
      objmode_push_c (out, "()", loc);
      return true;
    }
  error_at (loc, "expected %<(%> after %<with_objmode%>; a block is written"
	    " %<with_objmode (...) { R\"py(...)py\"; }%>");
  if (current_function_decl != NULL_TREE
	   && (next->type == CPP_SEMICOLON || next->type == CPP_CLOSE_PAREN))
    objmode_push_c (out, "__extension__ ({ 0; })", loc);
  return false;
}
