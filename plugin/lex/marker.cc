/* marker.cc - Writing the marker of a block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The marker is an attribute of a typedef at the head of the block.  Its
   arguments are strings, the records of text/marker.def.

   Behind the typedef, the expressions of clause N are declared:
   __objmode_x<N>_<dimension>_<id> extents, __objmode_s... strides,
   __objmode_c<N>_0_<id> a statement expression with what `error', `goto',
   NAME (EXPR) say, or the value of `every' and `interval';
   __objmode_k<N>_<id> the value of a macro.  */

#include "block.h"
#include "lex/marker.h"
#include "lex/annotate.h"
#include "lex/tokens.h"

/* What declares a value, in front of it and behind it.  The operand of an asm
   statement, which the plugin removes, may have any type but void, and is not
   changed by GCC.  An error about void has no name of the plugin's.  */
#define VALUE_FORMAT							\
  "__extension__ int __objmode_%c%d_%d_%d __attribute__ ((__unused__))"	\
  " = ({ if (0) __asm__ (\"\" : : \"X\" ("
#define VALUE_END ")); 0; });"

/* Declare the extents and strides that TS gives for the current clause of W.
   TS is what the type string TYPE at LOC says.  */

static void
add_dimensions (struct marker_writer *w, const char *type, location_t loc,
		const struct objmode_typestring *ts)
{
  for (int d = 0; d < ts->ndim; d++)
    for (int stride = 0; stride < 2; stride++)
      {
	const struct objmode_tsdim *dim = &ts->dims[d];
	size_t begin = stride ? dim->stride_begin : dim->extent_begin;
	size_t end = stride ? dim->stride_end : dim->extent_end;
	if (begin == end || (stride && dim->contiguous))
	  continue;
	location_t start
	  = linemap_position_for_loc_and_offset (line_table,
						 get_start (loc), 1 + begin);
	objmode_add_decl (w, start, VALUE_FORMAT, stride ? 's' : 'x',
			  w->n_clauses - 1, d, w->id);
	objmode_push_c_part (&w->decls, type + begin, end - begin, start, true);
	objmode_add_decl (w, start, VALUE_END);
      }
}

/* Write the type string of the current clause of W.  It is the literals
   TOKENS[BEGIN] to TOKENS[END - 1].  */

static void
add_type (struct marker_writer *w, unsigned begin, unsigned end)
{
  char *type = objmode_literals_value (w, begin, end);
  location_t loc = objmode_spelling (w->a->tokens[begin].src_loc);
  expanded_location at = expand_location (loc);
  objmode_add_record (w, OBJMODE_MARKER_TYPE, "%d:%d:%s", at.line,
		      at.column + 1, type);

  struct objmode_typestring ts;
  size_t b, e;
  if (objmode_parse_typestring (type, strlen (type), &ts, &b, &e) == NULL)
    add_dimensions (w, type, loc, &ts);
  free (type);
}

/* If LOC, of a token, is in the expansion of a macro whose name is a word of
   clauses.def, return that name, and set *POINT to where the macro was
   expanded.  Otherwise return NULL.  */

static const char *
expanded_word (location_t loc, location_t *point)
{
  while (linemap_location_from_macro_expansion_p (line_table, loc))
    {
      const line_map_macro *map
	= linemap_check_macro (linemap_lookup (line_table, loc));
      const char *name = linemap_map_get_macro_name (map);
      if (objmode_word_p (name))
	{
	  *point = objmode_spelling (objmode_expansion_point (map));
	  return name;
	}
      loc = linemap_macro_map_loc_unwind_toward_spelling (line_table, map,
							  loc);
    }
  return NULL;
}

/* Return true if W's annotation itself is in the expansion MAP.  */

static bool
around_annotation_p (const struct marker_writer *w, const line_map_macro *map)
{
  location_t loc = w->a->tokens[0].src_loc;

  while (linemap_location_from_macro_expansion_p (line_table, loc))
    {
      const line_map_macro *around
	= linemap_check_macro (linemap_lookup (line_table, loc));
      if (around == map)
	return true;
      loc = objmode_expansion_point (around);
    }
  return false;
}

/* Append to MAPS the expansions of macros that the clause names and that the
   token at LOC, of a clause of W, comes from.  The innermost is the first.  The
   token may have been an argument of one macro and the expansion of
   another.  */

static void
find_expansions (const struct marker_writer *w, location_t loc,
		 vec<const line_map_macro *> *maps)
{
  if (!linemap_location_from_macro_expansion_p (line_table, loc))
    return;
  const line_map_macro *map
    = linemap_check_macro (linemap_lookup (line_table, loc));
  if (maps->contains (map))
    return;
  find_expansions (w, linemap_macro_map_loc_unwind_toward_spelling
		   (line_table, map, loc), maps);
  if (around_annotation_p (w, map))
    return;
  maps->safe_push (map);
  find_expansions (w, objmode_expansion_point (map), maps);
}

/* If LOC, of a token in a clause of W, is in the expansion of a macro that the
   clause names, return the name of the macro, and set *POINT to where it was
   expanded.  If it was expanded by another macro of the clause, that one
   counts.  Otherwise return NULL.  */

static const char *
expanded_macro (const struct marker_writer *w, location_t loc,
		location_t *point)
{
  auto_vec<const line_map_macro *> maps;

  find_expansions (w, loc, &maps);
  if (maps.is_empty ())
    return NULL;
  const line_map_macro *map = maps.last ();
  *point = objmode_spelling (objmode_expansion_point (map));
  return linemap_map_get_macro_name (map);
}

/* Begin a clause of KIND called NAME at token T of W.  */

static void
add_clause (struct marker_writer *w, enum objmode_clause_kind kind,
	    const cpp_token *t, const char *name)
{
  location_t loc = objmode_spelling (t->src_loc);
  const char *macro = (*objmode_clause_word (kind) == '\0'
		       ? expanded_word (t->src_loc, &loc) : NULL);
  if (macro == NULL)
    macro = expanded_macro (w, t->src_loc, &loc);
  expanded_location at = expand_location (loc);
  objmode_add_record (w, OBJMODE_MARKER_CLAUSE, "%c:%d:%d:%s",
		      objmode_clause_letter (kind), at.line, at.column, name);
  if (macro != NULL)
    objmode_add_record (w, OBJMODE_MARKER_EXPANDED, "%s", macro);
  w->n_clauses++;
}

/* Write a clause at token T of W that is the error MESSAGE.  */

static void
add_bad_clause (struct marker_writer *w, const cpp_token *t,
		enum objmode_marker_message message)
{
  char number[16];
  sprintf (number, "%d", message);
  add_clause (w, OBJMODE_CLAUSE_BAD, t, number);
}

/* Record where the operand of the current clause of W, which is of KIND, is:
   TOKENS[BEGIN] to TOKENS[END - 1].  If it is a label, record that too.  */

static void
add_operand (struct marker_writer *w, enum objmode_clause_kind kind,
	     unsigned begin, unsigned end)
{
  const cpp_token *t = &w->a->tokens[begin];
  expanded_location at = expand_location (objmode_spelling (t->src_loc));
  const char *label = "";
  if (objmode_clause_operand (kind) == OBJMODE_OPERAND_LABEL
      && end == begin + 1 && t->type == CPP_NAME)
    label = (const char *) NODE_NAME (t->val.node.node);
  objmode_add_record (w, OBJMODE_MARKER_OPERAND, "%d:%d:%s", at.line,
		      at.column, label);
}

/* Declare the operand of the current clause of W, which is of KIND.  It is
   TOKENS[BEGIN] to TOKENS[END - 1], a C expression or a label.  */

static void
add_expression (struct marker_writer *w, enum objmode_clause_kind kind,
		unsigned begin, unsigned end)
{
  location_t loc = w->a->loc;
  if (begin < end)
    {
      loc = objmode_spelling (w->a->tokens[begin].src_loc);
      add_operand (w, kind, begin, end);
    }
  int n = w->n_clauses - 1;

  if (objmode_clause_has_value (kind))
    {
      objmode_add_decl (w, loc, VALUE_FORMAT, 'c', n, 0, w->id);
      objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
      objmode_add_decl (w, loc, VALUE_END);
      return;
    }
  objmode_add_decl (w, loc, "__extension__ int __objmode_c%d_0_%d"
		    " __attribute__ ((__unused__)) = ({ if (0)", n, w->id);
  if (objmode_clause_operand (kind) == OBJMODE_OPERAND_LABEL)
    {
      objmode_push_name (&w->decls, "goto", loc, NO_EXPAND);
      objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
      objmode_add_decl (w, loc, ";");
    }
  else
    {
      objmode_add_decl (w, loc, "{");
      /* This assignment comes first, since it is searched for and EXPR may
	 have assignments too.  */
      if (objmode_clause_operand (kind) == OBJMODE_OPERAND_LVALUE)
	{
	  objmode_add_decl (w, loc, "(");
	  objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
	  objmode_add_decl (w, loc, ") = 0;");
	}
      objmode_add_decl (w, loc, "(void) (");
      objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
      objmode_add_decl (w, loc, "); }");
    }
  objmode_add_decl (w, loc, "0; });");
}

/* Return the kind of a clause that begins with the name T; CALL says that
   `(' follows.  */

static enum objmode_clause_kind
clause_kind (const cpp_token *t, bool call)
{
  const char *name = (const char *) NODE_NAME (t->val.node.node);
  enum objmode_clause_kind kind;
  bool needs_call;

  if (objmode_clause_of_word (name, &kind, &needs_call) && needs_call == call)
    {
      /* If there is a variable of that name, the clause is an ordinary
	 one.  */
      tree decl = (flag_preprocess_only ? NULL_TREE
		   : lookup_name (get_identifier (name)));
      if (decl == NULL_TREE || !(VAR_P (decl) || TREE_CODE (decl) == PARM_DECL))
	return kind;
    }
  return call ? OBJMODE_CLAUSE_EXPR : OBJMODE_CLAUSE_OUTPUT;
}

/* Return the index of the first token of W from BEGIN on, and before END, that
   does not come from the expansion MAP.  */

static unsigned
end_of_expansion (const struct marker_writer *w, const line_map_macro *map,
		  unsigned begin, unsigned end)
{
  for (; begin < end; begin++)
    {
      auto_vec<const line_map_macro *> maps;
      find_expansions (w, w->a->tokens[begin].src_loc, &maps);
      if (!maps.contains (map))
	break;
    }
  return begin;
}

/* If the clause of W from TOKENS[*BEGIN] to TOKENS[END - 1] is NAME (EXPR),
   where NAME is a macro that has been expanded to something else than a name,
   begin the clause called NAME.  Set *BEGIN to the index of its `(', and return
   true.  The whole clause may come from a macro too.  */

static bool
add_macro_clause (struct marker_writer *w, unsigned *begin, unsigned end)
{
  const objmode_tokens &tokens = w->a->tokens;
  auto_vec<const line_map_macro *> maps;

  find_expansions (w, tokens[*begin].src_loc, &maps);
  for (unsigned i = maps.length (); i-- > 0;)
    {
      unsigned next = end_of_expansion (w, maps[i], *begin + 1, end);
      if (next == end || tokens[next].type != CPP_OPEN_PAREN
	  || (next == *begin + 1 && tokens[*begin].type == CPP_NAME))
	continue;
      cpp_token t = tokens[*begin];
      t.src_loc
	= objmode_spelling (objmode_expansion_point (maps.last ()));
      add_clause (w, OBJMODE_CLAUSE_EXPR, &t,
		  linemap_map_get_macro_name (maps[i]));
      *begin = next;
      return true;
    }
  return false;
}

/* Write the clause in TOKENS[BEGIN] to TOKENS[END - 1] of W.  */

static void
write_clause (struct marker_writer *w, unsigned begin, unsigned end)
{
  const objmode_tokens &tokens = w->a->tokens;
  const cpp_token *t = &tokens[begin];
  enum objmode_clause_kind kind = OBJMODE_CLAUSE_EXPR;
  unsigned next = begin;
  bool call = begin < end && add_macro_clause (w, &next, end);

  if (!call && (begin == end || t->type != CPP_NAME))
    {
      add_bad_clause (w, t, OBJMODE_MESSAGE_NO_VARIABLE);
      return;
    }
  if (!call)
    {
      next++;
      call = next < end && tokens[next].type == CPP_OPEN_PAREN;
      kind = clause_kind (t, call);
      add_clause (w, kind, t, (const char *) NODE_NAME (t->val.node.node));
    }
  if (call)
    {
      unsigned open = next;
      int depth = 0;
      do
	depth += ((tokens[next].type == CPP_OPEN_PAREN)
		  - (tokens[next].type == CPP_CLOSE_PAREN));
      while (++next < end && depth > 0);
      add_expression (w, kind, open + 1, next - 1);
    }
  if (objmode_clause_role (kind) == OBJMODE_ROLE_VARIABLE
      && next + 1 < end && tokens[next].type == CPP_EQ)
    {
      unsigned type = next + 1;
      for (next = type; next < end && objmode_string_token_p (&tokens[next]);)
	next++;
      if (next > type)
	add_type (w, type, next);
    }
  if (next != end)
    add_bad_clause (w, &tokens[next],
		    (tokens[next].type == CPP_EQ
		     || tokens[next - 1].type == CPP_EQ)
		    ? OBJMODE_MESSAGE_NO_TYPE_STRING
		    : OBJMODE_MESSAGE_NO_VARIABLE);
}

/* Record where a fix-it hint can add a clause: at TOKENS[AT] of W, in the
   style STYLE, as block.h describes it.  */

static void
add_fix_position (struct marker_writer *w, unsigned at, char style)
{
  location_t loc = w->a->tokens[at].src_loc;
  if (linemap_location_from_macro_expansion_p (line_table, loc)
      && style != ',')
    {
      expanded_location x = expand_location (w->a->loc);
      int column = objmode_empty_call_column (x.file, x.line, x.column);
      if (column > 0)
	objmode_add_record (w, OBJMODE_MARKER_PLACE, "%d:%d:(", x.line,
			    column);
      return;
    }
  expanded_location x
    = expand_location (style == ','
		       ? get_finish (objmode_spelling (loc))
		       : objmode_spelling (loc));
  objmode_add_record (w, OBJMODE_MARKER_PLACE, "%d:%d:%c", x.line, x.column,
		      style);
}

/* Write all clauses of W.  */

static void
write_clauses (struct marker_writer *w)
{
  const objmode_tokens &tokens = w->a->tokens;
  unsigned end = w->a->n_attribute - 2;	/* Where the `)' of the list is.  */
  unsigned i = 3, depth = 0;

  if (i >= end)
    {
      add_fix_position (w, end, 'n');
      return;
    }
  unsigned close = i;
  do
    depth += ((tokens[close].type == CPP_OPEN_PAREN)
	      - (tokens[close].type == CPP_CLOSE_PAREN));
  while (depth > 0 && ++close < end);
  if (close != end - 1)
    {
      add_bad_clause (w,
		      &tokens[close + (tokens[close].type == CPP_CLOSE_PAREN)],
		      OBJMODE_MESSAGE_NOT_ALONE);
      return;
    }
  end--;
  i++;
  depth = 0;
  if (i == end)
    add_fix_position (w, end, '(');
  else
    add_fix_position (w, end - 1, ',');
  for (unsigned begin = i; begin < end; begin = i + 1)
    {
      for (i = begin; i < end; i++)
	{
	  if (tokens[i].type == CPP_COMMA && depth == 0)
	    break;
	  depth += ((tokens[i].type == CPP_OPEN_PAREN)
		    - (tokens[i].type == CPP_CLOSE_PAREN));
	}
      write_clause (w, begin, i);
    }
  if (tokens[end - 1].type == CPP_COMMA)
    add_bad_clause (w, &tokens[end - 1], OBJMODE_MESSAGE_NO_VARIABLE);
}

/* Append to OUT the brace of W's block.  A module block that lacks its end
   gets the head of a function too, so that the front end reports few
   errors.  */

static void
write_head (struct marker_writer *w, objmode_tokens *out)
{
  if (w->a->module && w->a->closed)
    return;
  if (w->a->module)
    {
      objmode_push_c (out, "static __inline__ void __attribute__"
		      " ((__unused__))", w->a->loc);
      objmode_push_name (out, "objmode_module", w->a->loc, NO_EXPAND);
      objmode_push_c (out, "(void)", w->a->loc);
    }
  objmode_push_c (out, "{", w->a->loc);
}

/* Record what the body of W is, if it is not text alone.  For a C body record
   also the version of Python that it is for.  */

static void
add_body (struct marker_writer *w)
{
  if (!w->a->other)
    {
      const cpp_token *last = &w->a->literals.last ();
      expanded_location x = expand_location (objmode_spelling (last->src_loc));
      for (unsigned i = 0; i < last->val.str.len; i++)
	{
	  bool newline = last->val.str.text[i] == '\n';
	  x.line += newline;
	  x.column = newline ? 1 : x.column + 1;
	}
      objmode_add_record (w, OBJMODE_MARKER_BODY, "u:%d:%d", x.line, x.column);
      return;
    }
  if (!w->a->literals.is_empty () || w->a->unquoted)
    {
      expanded_location x = expand_location (w->a->other_loc);
      char body = w->a->unquoted ? 'q' : w->a->early ? 'r' : 'm';
      objmode_add_record (w, OBJMODE_MARKER_BODY, "%c:%d:%d", body, x.line,
			  x.column);
      return;
    }
  objmode_add_record (w, OBJMODE_MARKER_BODY, "c");
  char *version = objmode_python_version ();
  if (version != NULL)
    objmode_add_record (w, OBJMODE_MARKER_PYTHON, "%s", version);
  free (version);
}

/* Append to OUT the tokens that take the place of the annotation A, whose
   tokens come from PFILE.  */

void
objmode_write_marker (cpp_reader *pfile, struct objmode_annotation *a,
		      objmode_tokens *out)
{
  static int counter;
  struct marker_writer w;
  memset (&w, 0, sizeof w);
  w.pfile = pfile;
  w.a = a;
  w.id = ++counter;

  expanded_location x = expand_location (objmode_spelling (a->loc));
  expanded_location text
    = (a->literals.is_empty () ? x
       : expand_location (objmode_spelling (a->literals[0].src_loc)));
  objmode_add_record (&w, OBJMODE_MARKER_NUMBER, "%d", OBJMODE_MARKER_VERSION);
  objmode_add_record (&w, OBJMODE_MARKER_FILE, "%s", text.file);
  objmode_add_record (&w, OBJMODE_MARKER_BEGIN, "%d:%d", x.line, x.column);
  if (a->module)
    objmode_add_record (&w, OBJMODE_MARKER_MODULE, "%s", "");
  else
    write_clauses (&w);
  if (a->other || (a->unterminated && a->closed))
    add_body (&w);
  objmode_add_text (&w);
  objmode_add_macros (&w);
  objmode_add_names (&w);
  objmode_add_record (&w, OBJMODE_MARKER_TEXT, "%s", w.text);

  write_head (&w, out);
  if (!a->closed)
    objmode_push_tokens (out, a->labels, 0, a->labels.length ());
  char *decl = xasprintf ("__extension__ typedef void __objmode_block_%d"
			  " __attribute__ ((__unused__, __objmode__ (", w.id);
  objmode_push_c (out, decl, a->loc);
  objmode_push_tokens (out, w.strings, 0, w.strings.length ());
  objmode_push_c (out, ")));", a->loc);
  objmode_push_tokens (out, w.decls, 0, w.decls.length ());
  if (a->closed)
    {
      if (!a->module)
	objmode_push_c (out, "}", a->loc);
      goto done;
    }
  objmode_write_fail_safe (a, w.id, out);
  if (a->unterminated)
    {
      objmode_push_c (out, "(void)", a->loc);
      objmode_push_tokens (out, a->literals, a->literals.length () - 1,
			   a->literals.length ());
    }
  objmode_push_tokens (out, a->rest, 0, a->rest.length ());

done:
  free (decl);
  free (w.text);
  w.strings.release ();
  w.decls.release ();
}
