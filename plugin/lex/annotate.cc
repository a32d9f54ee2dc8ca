/* annotate.cc - The annotation becomes a marker at the head of its block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   No version of GCC lets a plugin see an attribute of a compound
   statement, so libcpp rewrites it.  `__attribute__' is made a
   conditional macro; on

     __attribute__ ((objmode (y = "int64[n]", error (rc)))) { R"(y += 1)"; }

   the callback consumes everything up to the last literal and makes libcpp
   read plain C instead:

     {
       __extension__ typedef void __objmode_block_7
	 __attribute__ ((unused, __objmode__ ("F...", "C...", "T...")));
       __extension__ int __objmode_x0_0_7 __attribute__ ((unused))
	 = ({ if (0) __asm__ ("" : : "X" (n)); 0; });
       __extension__ int __objmode_c1_0_7 __attribute__ ((unused))
	 = ({ if (0) { (void) (rc); (rc) = 0; } 0; });
     }

   The strings of the marker say all that the later stages need (see
   marker.cc), so -E, -save-temps, .i files and PCHs work.  Expressions
   and labels of clauses are parsed by the front end, in scope, with the
   user's locations.

   Errors here: an annotation that is not before a compound statement.  */

#include "lex/lex.h"
#include "lex/annotate.h"
#include "lex/tokens.h"

/* The callback that was there before ours (rs6000 and s390 have one).  */
static cpp_hashnode *(*previous_macro_to_expand) (cpp_reader *,
						  const cpp_token *);

/* A token `__attribute__' to leave alone once.  The callback has seen it in a
   macro argument, and sees it again after the argument.  */
static const cpp_token *skip_once;

/* True while the callback consumes tokens that may be attributes.  */
static bool consuming;

/* The word to which `with_objmode' of <objmode.h> expands.  */
#define OWN_WITH "__objmode_with__"

/* Return true if NODE is one of the identifiers that we made macros, and that
   introduce an attribute.  */

bool
objmode_attribute_node_p (cpp_hashnode *node)
{
  return (node == objmode_node ("__attribute__")
	  || node == objmode_node ("__attribute")
	  || node == objmode_node (OBJMODE_OWN_ATTRIBUTE));
}

/* Make PFILE read TOKENS next, and return a macro that expands to nothing,
   at LOC.  If AGAIN, the first token is to be left alone once.

   The tokens are not those of the macro.  If they were, each diagnostic about
   the user's own tokens would be followed by a note about the macro.  */

static cpp_hashnode *
make_expansion (cpp_reader *pfile, const objmode_tokens &tokens,
		location_t loc, bool again)
{
  const cpp_token *first = objmode_give_back (pfile, tokens);
  cpp_macro *macro
    = (cpp_macro *) ggc_internal_cleared_alloc (sizeof (cpp_macro));
  macro->kind = cmk_macro;
  macro->line = loc;
  macro->used = 1;

  /* No macro of the user can have this name.  */
  cpp_hashnode *node = objmode_node ("objmode block");
  node->type = NT_USER_MACRO;
  node->value.macro = macro;
  node->flags |= NODE_CONDITIONAL;
  if (again)
    skip_once = first;
  return node;
}

/* Return true if T is the word of a declaration about a type.  Then set *WHAT
   to its sort.  */

static bool
declaration_word_p (const cpp_token *t, enum objmode_declaration *what)
{
  return (t->type == CPP_NAME
	  && objmode_declaration_of_word ((const char *)
					  NODE_NAME (t->val.node.node), what));
}

/* Read `( ( objmode' into A->tokens and set A->module.  Return false, with
   PFILE as it was, if something else follows.  */

static bool
read_head (cpp_reader *pfile, struct objmode_annotation *a)
{
  for (int depth = 0;;)
    {
      const cpp_token *t = objmode_peek (pfile);
      if (depth == 2)
	{
	  if (objmode_token_named (t, "objmode")
	      || objmode_token_named (t, "__objmode__"))
	    return true;
	  if (objmode_token_named (t, "objmode_module")
	      || objmode_token_named (t, "__objmode_module__"))
	    return a->module = true;
	  if (objmode_token_named (t, "objmode_hold")
	      || objmode_token_named (t, "__objmode_hold__"))
	    return a->hold = true;
	  if (declaration_word_p (t, &a->what))
	    return a->declaration = true;
	}
      else if (t->type == CPP_OPEN_PAREN)
	{
	  a->tokens.safe_push (objmode_take (pfile));
	  depth++;
	  continue;
	}
      objmode_give_back (pfile, a->tokens);
      return false;
    }
}

/* Read the attribute at which PFILE is, with its parentheses, into TOKENS.  */

static void
read_attribute (cpp_reader *pfile, objmode_tokens *tokens)
{
  int depth = 0;
  tokens->safe_push (objmode_take (pfile));
  do
    {
      const cpp_token *t = objmode_peek (pfile);
      if (objmode_end_token_p (t)
	  || (depth == 0 && t->type != CPP_OPEN_PAREN))
	break;
      tokens->safe_push (objmode_take (pfile));
      depth += ((tokens->last ().type == CPP_OPEN_PAREN)
		- (tokens->last ().type == CPP_CLOSE_PAREN));
    }
  while (depth > 0);
}

/* Read the rest of the attribute into A->tokens, and the `{' after it if
   there is one.  */

static enum objmode_found
read_rest (cpp_reader *pfile, struct objmode_annotation *a)
{
  int depth = 2;
  for (;;)
    {
      const cpp_token *t = objmode_peek (pfile);
      if (objmode_end_token_p (t))
	return t->type == CPP_EOF ? OBJMODE_FOUND_END : OBJMODE_FOUND_OTHER;
      if (depth == 0 && t->type == CPP_NAME
	  && objmode_attribute_node_p (t->val.node.node))
	{
	  read_attribute (pfile, &a->tokens);
	  a->attribute = true;
	  continue;
	}
      if (depth == 0)
	{
	  /* A name may be a macro that expands to a brace.  */
	  bool macro = (t->type == CPP_NAME && !(t->flags & NO_EXPAND)
			&& cpp_macro_p (t->val.node.node)
			&& !objmode_attribute_node_p (t->val.node.node));
	  if (t->type != CPP_OPEN_BRACE && !macro)
	    return OBJMODE_FOUND_OTHER;
	  a->tokens.safe_push (objmode_take (pfile));
	  return (a->tokens.last ().type == CPP_OPEN_BRACE
		  ? OBJMODE_FOUND_BLOCK : OBJMODE_FOUND_OTHER);
	}
      a->tokens.safe_push (objmode_take (pfile));
      if (a->tokens.last ().type == CPP_OPEN_PAREN)
	depth++;
      else if (a->tokens.last ().type == CPP_CLOSE_PAREN && --depth == 0)
	a->n_attribute = a->tokens.length ();
    }
}

/* Return a macro that expands to the attribute or the typedef for the
   declaration A about a type, whose word PFILE reads next.  If it does not
   have the form `WORD (...)', report it; -E leaves it as it is.  */

static cpp_hashnode *
rewrite_declaration (cpp_reader *pfile, struct objmode_annotation *a)
{
  objmode_tokens out = vNULL;
  int depth = 2;

  while (depth > 0 && !objmode_end_token_p (objmode_peek (pfile)))
    {
      a->tokens.safe_push (objmode_take (pfile));
      depth += ((a->tokens.last ().type == CPP_OPEN_PAREN)
		- (a->tokens.last ().type == CPP_CLOSE_PAREN));
    }
  unsigned n = a->tokens.length ();
  /* The word may be a macro of <objmode.h>, whose expansion is an attribute
     again.  */
  if (depth == 0 && n > 10 && objmode_token_named (&a->tokens[2],
						   OBJMODE_OWN_ATTRIBUTE))
    {
      a->tokens.truncate (n - 2);
      a->tokens.block_remove (0, 3);
      n -= 5;
    }
  bool complete = (depth == 0 && n > 6
		   && a->tokens[3].type == CPP_OPEN_PAREN
		   && a->tokens[n - 3].type == CPP_CLOSE_PAREN);
  if (complete)
    objmode_write_declaration (pfile, a, a->what, &out);
  else if (!flag_preprocess_only)
    error_at (a->loc, "%qs must be alone in its attribute list, with its"
	      " arguments in parentheses",
	      objmode_declaration_word (a->what));
  else
    {
      objmode_push_name (&out, "__attribute__", a->loc, NO_EXPAND);
      objmode_push_tokens (&out, a->tokens, 0, n);
    }
  cpp_hashnode *node = make_expansion (pfile, out, a->loc, false);
  out.release ();
  return node;
}

/* Put back or report the annotation A, which is not before a `{'.  */

static cpp_hashnode *
misplaced (cpp_reader *pfile, struct objmode_annotation *a,
	   enum objmode_found found)
{
  objmode_tokens out = vNULL;
  bool again = found == OBJMODE_FOUND_END;
  bool keep = again || flag_preprocess_only;

  if (!keep)
    error_at (objmode_spelling (a->loc), objmode_misplaced_message (a, found));
  if (!keep && found == OBJMODE_FOUND_OTHER && (a->module || a->hold)
      && a->tokens.length () == a->n_attribute)
    objmode_skip_arguments (pfile, a);
  if (again)
    objmode_push_name (&out, a->spelling, a->loc, 0);
  else if (keep)
    objmode_push_name (&out, "__attribute__", a->loc, NO_EXPAND);
  objmode_push_tokens (&out, a->tokens, keep ? 0 : a->n_attribute,
		       a->tokens.length ());
  cpp_hashnode *node = make_expansion (pfile, out, a->loc, again);
  out.release ();
  return node;
}

/* Read the body of A, which stands where no block may stand, and make it a
   `;', since one error is enough.  */

static void
skip_body (cpp_reader *pfile, struct objmode_annotation *a)
{
  int depth = 1;
  while (depth > 0 && !objmode_end_token_p (objmode_peek (pfile)))
    {
      cpp_token t = objmode_take (pfile);
      depth += (t.type == CPP_OPEN_BRACE) - (t.type == CPP_CLOSE_BRACE);
    }
  a->tokens.truncate (flag_preprocess_only ? a->tokens.length () - 1
		      : a->n_attribute);
  objmode_push_c (&a->tokens, ";", a->loc);
}

/* Return true if A, whose last token is the `{', is in the argument of a
   macro.  libcpp reads such an argument to its end before it expands it, and
   then the function that A is in may come with it.  */

static bool
in_argument_p (struct objmode_annotation *a)
{
  return a->tokens.last ().src_loc != line_table->highest_location;
}

/* Return a macro that expands to the block that A describes, or to `;' with
   an error if no block may stand here.  */

static cpp_hashnode *
rewrite (cpp_reader *pfile, struct objmode_annotation *a)
{
  objmode_tokens out = vNULL;
  bool file_scope = !flag_preprocess_only && current_function_decl == NULL;
  bool local_scope = !flag_preprocess_only && current_function_decl != NULL;

  bool wrong_scope = ((a->module && local_scope)
		      || (!a->module && file_scope && !in_argument_p (a)));
  /* So that a raw string that the language does not have is one token.  */
  unsigned char *rliterals = &cpp_get_options (pfile)->rliterals;
  unsigned char raw = *rliterals;
  if (!cpp_macro_p (objmode_node ("R")))
    *rliterals = 1;
  /* `((objmode_hold))' has five tokens.  */
  if (wrong_scope || a->attribute || (a->hold && a->n_attribute != 5))
    {
      skip_body (pfile, a);
      *rliterals = raw;
      return misplaced (pfile, a, wrong_scope ? OBJMODE_FOUND_ELSEWHERE
			: OBJMODE_FOUND_BLOCK);
    }
  if (a->hold)
    objmode_write_hold (a, &out);
  else
    {
      if (flag_preprocess_only && !a->module
	  && objmode_pragma_follows_p (a->tokens.last ().src_loc))
	a->other = true;
      else
	objmode_read_body (pfile, a, raw);
      if (a->broken)
	objmode_push_c (&out, ";", a->loc);
      else
	objmode_write_marker (pfile, a, &out);
    }
  *rliterals = raw;
  cpp_hashnode *node = make_expansion (pfile, out, a->loc, false);
  out.release ();
  return node;
}

/* The callback for the identifier `gnu' at LOC: report `[[gnu::objmode
   (...)]]', which GCC would ignore.  Then what follows has been read; return a
   macro that expands to nothing.  Return NULL if it is another attribute, or
   not an attribute.  */

static cpp_hashnode *
check_scoped (cpp_reader *pfile, location_t loc)
{
  objmode_tokens taken = vNULL;
  const cpp_token *t = cpp_peek_token (pfile, 0);
  bool scope = false;

  /* Before C23, `::' consists of two tokens.  */
  while (!scope && (t->type == CPP_SCOPE || t->type == CPP_COLON))
    {
      scope = t->type == CPP_SCOPE || taken.length () == 1;
      taken.safe_push (objmode_take (pfile));
      t = cpp_peek_token (pfile, 0);
    }
  cpp_hashnode *result = NULL;
  if (scope && !flag_preprocess_only
      && (objmode_token_named (t, "objmode")
	  || objmode_token_named (t, "__objmode__")
	  || objmode_token_named (t, "objmode_hold")
	  || objmode_token_named (t, "objmode_module")))
    {
      error_at (objmode_spelling (loc), "%<objmode%> is not supported in"
		" %<[[]]%>; use %<__attribute__%>");
      objmode_tokens nothing = vNULL;
      read_attribute (pfile, &taken);
      result = make_expansion (pfile, nothing, loc, false);
    }
  else
    objmode_give_back (pfile, taken);
  taken.release ();
  return result;
}

/* The callback for TOKEN, the identifier `OBJMODE_OBJ'.  Make PFILE read next
   what stands for the object, and return a macro that expands to nothing.
   Return NULL if no `(' follows.  */

static cpp_hashnode *
expand_object (cpp_reader *pfile, const cpp_token *token)
{
  objmode_tokens out = vNULL;
  cpp_hashnode *result = NULL;

  consuming = true;
  if (objmode_write_object (pfile, token, &out))
    result = make_expansion (pfile, out, token->src_loc, false);
  consuming = false;
  out.release ();
  return result;
}

/* The callback for TOKEN, the identifier `__objmode_with__', to which
   `with_objmode' expands.  Return the macro with parameters, which PFILE is to
   expand.  If no `(' follows, report that, and return a macro that expands to
   nothing if no block follows either.  Return NULL to leave TOKEN alone.  */

static cpp_hashnode *
expand_with (cpp_reader *pfile, const cpp_token *token)
{
  cpp_hashnode *clauses = objmode_clauses_macro ();
  const cpp_token *next = objmode_peek (pfile);
  bool end = next->type == CPP_EOF;
  objmode_tokens out = vNULL;

  bool call = next->type == CPP_OPEN_PAREN;
  if (clauses == NULL || (!call && consuming))
    return NULL;
  /* The call has been read before, and libcpp has reported that it has no
     end.  */
  if (call && cpp_get_buffer (pfile) == NULL)
    return make_expansion (pfile, out, token->src_loc, false);
  if (call)
    return clauses;
  /* The parenthesis may follow the argument of a macro.  */
  if (end && cpp_get_buffer (pfile) != NULL)
    {
      objmode_push_name (&out, OWN_WITH, token->src_loc, 0);
      return make_expansion (pfile, out, token->src_loc, true);
    }
  /* With -ftrack-macro-expansion=0 only what follows knows the line.  */
  location_t loc = objmode_last_expansion ("with_objmode", next->src_loc);
  cpp_hashnode *result = clauses;
  if (objmode_report_no_clauses (loc, next, &out))
    objmode_give_back (pfile, out);
  else
    result = make_expansion (pfile, out, loc, false);
  out.release ();
  return result;
}

/* Return the place of the attribute A, which TOKEN introduces.  In the
   expansion of `with_objmode', TOKEN is located in <objmode.h>, but what
   follows it knows where the macro was used.  */

static location_t
place_of (const struct objmode_annotation *a, const cpp_token *token)
{
  if (a->tokens.is_empty ())
    return token->src_loc;
  location_t loc = a->tokens[0].src_loc;
  if (!linemap_location_from_macro_expansion_p (line_table, loc))
    return token->src_loc;
  return linemap_resolve_location (line_table, loc, LRK_MACRO_EXPANSION_POINT,
				   NULL);
}

/* libcpp's callback: TOKEN of PFILE is the name of a conditional macro.
   Return a macro to expand instead, or NULL to leave TOKEN alone.  */

static cpp_hashnode *
macro_to_expand (cpp_reader *pfile, const cpp_token *token)
{
  cpp_hashnode *node = token->val.node.node;

  if (token == skip_once)
    {
      skip_once = NULL;
      return NULL;
    }
  if (node == objmode_node (OWN_WITH))
    return expand_with (pfile, token);
  if (consuming)
    return NULL;
  if (node == objmode_node ("gnu") || node == objmode_node ("__gnu__"))
    return check_scoped (pfile, token->src_loc);
  if (node == objmode_node ("OBJMODE_OBJ"))
    return expand_object (pfile, token);
  if (!objmode_attribute_node_p (node))
    return (previous_macro_to_expand
	    ? previous_macro_to_expand (pfile, token) : NULL);

  struct objmode_annotation a;
  memset (&a, 0, sizeof a);
  a.spelling = (const char *) NODE_NAME (node);
  bool own = node == objmode_node (OBJMODE_OWN_ATTRIBUTE);
  bool ours = read_head (pfile, &a);
  a.loc = place_of (&a, token);
  if (own && !a.declaration)
    objmode_check_attribute_macro (a.loc);

  cpp_hashnode *result = NULL;
  if (a.declaration)
    {
      consuming = true;
      result = rewrite_declaration (pfile, &a);
      consuming = false;
    }
  else if (ours)
    {
      consuming = true;
      enum objmode_found found = read_rest (pfile, &a);
      result = (found == OBJMODE_FOUND_BLOCK ? rewrite (pfile, &a)
		: misplaced (pfile, &a, found));
      consuming = false;
    }
  else if (own)
    {
      objmode_push_name (&a.rest, "__attribute__", token->src_loc, NO_EXPAND);
      result = make_expansion (pfile, a.rest, token->src_loc, false);
    }
  a.tokens.release ();
  a.labels.release ();
  a.literals.release ();
  a.rest.release ();
  return result;
}

/* Install the lexer hook.  This function is called at PLUGIN_PRAGMAS and again
   for each file, since a target may set the callback after PLUGIN_PRAGMAS.  */

void
objmode_install_annotation (void)
{
  if (parse_in == NULL)
    return;
  cpp_options *options = cpp_get_options (parse_in);
  if (options->lang == CLK_ASM || options->traditional)
    return;

  cpp_callbacks *callbacks = cpp_get_callbacks (parse_in);
  if (callbacks->macro_to_expand != macro_to_expand)
    {
      previous_macro_to_expand = callbacks->macro_to_expand;
      callbacks->macro_to_expand = macro_to_expand;
    }
  static bool defined;
  if (defined)
    return;
  defined = true;
  objmode_make_conditional ("__attribute__");
  objmode_make_conditional ("__attribute");
  objmode_make_conditional (OBJMODE_OWN_ATTRIBUTE);
  objmode_make_conditional (OWN_WITH);
  objmode_make_conditional ("gnu");
  objmode_make_conditional ("__gnu__");
  objmode_make_conditional ("OBJMODE_OBJ");
  objmode_define_version ();
}
