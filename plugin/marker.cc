/* marker.cc - Writing and reading the marker of a block.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The marker is an attribute of a typedef at the head of the block.  Its
   arguments are strings, in this order, told apart by their first letter:

     F<file>			the C file of the block
     B<line>:<column>		the annotation
     P<line>:<column>:<style>	where a clause may be added
     D				a module block
     X<c>			'c': a C body, 'm': text and other statements,
				which begin at :<line>:<column>
     V<n>			a C body: the PY_VERSION_HEX that it is for
     C<k>:<line>:<column>:<name>	a clause; K is 'a' + its kind
     Y<line>:<column>:<type>	the type string of the clause before
     Z<l>:<c>			a null character of the text
     K<name>			a macro of the text that is a constant
     M<l>:<c>:<cl>:<cc>		a position of the text, as objmode_pyposition
     T<text>			the Python text

   Behind the typedef, the expressions of clause N are declared:
   __objmode_x<N>_<dimension>_<id> extents, __objmode_s... strides,
   __objmode_c<N>_0_<id> a statement expression with what `error', `goto',
   NAME (EXPR) say, or the value of `every' and `interval';
   __objmode_k<N>_<id> the value of a macro.  */

#include "annotate.h"
#include "block.h"

/* What is being written.  */
struct marker_writer
{
  cpp_reader *pfile;
  struct objmode_annotation *a;
  int id;
  int n_clauses;
  objmode_tokens strings;	/* The arguments of the attribute.  */
  objmode_tokens decls;		/* The declarations behind the typedef.  */
  char *text;			/* The Python text so far, malloced.  */
  size_t length;
  int line, column;		/* Where its end is: 1-based, 0-based.  */
};

/* Append the string FORMAT to the arguments of W's marker.  */

static void ATTRIBUTE_PRINTF_2
add_record (struct marker_writer *w, const char *format, ...)
{
  va_list ap;
  va_start (ap, format);
  char *record = xvasprintf (format, ap);
  va_end (ap);
  if (!w->strings.is_empty ())
    objmode_push_c (&w->strings, ",", w->a->loc);
  objmode_push_string (&w->strings, record, w->a->loc);
  free (record);
}

/* Append the C text FORMAT at LOC to the declarations of W.  */

static void ATTRIBUTE_PRINTF_3
add_decl (struct marker_writer *w, location_t loc, const char *format, ...)
{
  va_list ap;
  va_start (ap, format);
  char *text = xvasprintf (format, ap);
  va_end (ap);
  objmode_push_c (&w->decls, text, loc);
  free (text);
}

/* Return the value of the string literal T, malloced, as UTF-8.  If it has
   a null character before its end, set *NUL.  */

static char *
literal_value (cpp_reader *pfile, const cpp_token *t, bool *nul)
{
  cpp_string value;
  *nul = false;
  if (!cpp_interpret_string (pfile, &t->val.str, 1, &value, CPP_UTF8STRING))
    return xstrdup ("");
  *nul = strlen ((const char *) value.text) + 1 < value.len;
  return (char *) value.text;
}

/* Record that the text of W goes on at LINE, COLUMN of the C file.  */

static void
add_position (struct marker_writer *w, int line, int column)
{
  add_record (w, "M%d:%d:%d:%d", w->line, w->column, line, column);
}

/* Record the positions of the ordinary literal SPELLING, LENGTH bytes,
   quotes and prefix included, whose value is VALUE and which begins at
   LINE, COLUMN (0-based).  */

static void
add_ordinary_positions (struct marker_writer *w, const char *spelling,
			size_t length, const char *value, int line,
			int column)
{
  const char *v = value;
  size_t i = (const char *) memchr (spelling, '"', length) - spelling + 1;

  add_position (w, line, column + i);
  while (i + 1 < length && *v != '\0')
    {
      size_t from = 1, to = 1;
      bool newline = *v == '\n';
      if (spelling[i] == '\\')
	{
	  from = objmode_escape_length (spelling + i);
	  to = objmode_escape_value_length (spelling + i, v);
	}
      i += from;
      v += to;
      w->column += to;
      if (newline)
	{
	  w->line++;
	  w->column = 0;
	}
      if (newline || from != to)
	add_position (w, line, column + i);
    }
}

/* Append the literal T to the text of W.  */

static void
add_literal (struct marker_writer *w, const cpp_token *t)
{
  bool nul;
  char *value = literal_value (w->pfile, t, &nul);
  size_t n = strlen (value);
  const char *spelling = (const char *) t->val.str.text;
  size_t length = t->val.str.len;
  expanded_location at = expand_location (objmode_spelling (t->src_loc));
  const char *quote = (const char *) memchr (spelling, '"', length);

  if (quote > spelling && quote[-1] == 'R')
    {
      const char *paren = (const char *) memchr (spelling, '(', length);
      add_position (w, at.line, at.column - 1 + (paren - spelling) + 1);
      for (const char *p = value; *p; p++)
	{
	  w->column++;
	  if (*p == '\n')
	    {
	      w->line++;
	      w->column = 0;
	    }
	}
    }
  else
    add_ordinary_positions (w, spelling, length, value, at.line,
			    at.column - 1);

  if (nul)
    add_record (w, "Z%d:%d", w->line, w->column);
  w->text = XRESIZEVEC (char, w->text, w->length + n + 2);
  memcpy (w->text + w->length, value, n + 1);
  w->length += n;
  free (value);
}

/* Collect the text of W from the literals of the body.  Literal
   statements follow each other like lines.  */

static void
add_text (struct marker_writer *w)
{
  w->text = XCNEWVEC (char, 2);
  w->line = 1;
  for (unsigned i = 0; i < w->a->literals.length (); i++)
    {
      const cpp_token *t = &w->a->literals[i];
      if (t->type != CPP_SEMICOLON)
	add_literal (w, t);
      else if (w->length > 0 && w->text[w->length - 1] != '\n'
	       && i + 1 < w->a->literals.length ())
	{
	  w->text[w->length++] = '\n';
	  w->text[w->length] = '\0';
	  w->line++;
	  w->column = 0;
	}
    }
}

/* Declare the value of each constant macro whose name is in the text of
   W.  Comments and strings are looked at too; that does no harm, since
   what the text does not use is dropped.  */

static void
add_macros (struct marker_writer *w)
{
  auto_vec<char *> seen;
  const char *p = w->text;

  while (*p)
    {
      if (!ISIDST (*p))
	{
	  p += ISDIGIT (*p) ? strspn (p, "0123456789abcdefABCDEFxX_.") : 1;
	  continue;
	}
      size_t n = 1;
      while (ISIDNUM (p[n]))
	n++;
      char *name = xstrndup (p, n);
      p += n;

      bool again = false;
      for (unsigned i = 0; i < seen.length (); i++)
	again |= strcmp (seen[i], name) == 0;
      if (again || !objmode_usable_macro_p (name))
	{
	  free (name);
	  continue;
	}
      add_record (w, "K%s", name);
      add_decl (w, w->a->loc,
		"__extension__ const __auto_type __objmode_k%u_%d"
		" __attribute__ ((__unused__)) = (%s);", seen.length (),
		w->id, name);
      seen.safe_push (name);
    }
  for (unsigned i = 0; i < seen.length (); i++)
    free (seen[i]);
}

/* The declaration of a value.  The comma makes a bit-field a value, and
   leaves to us to say what its type may be.  */
#define VALUE_FORMAT							\
  "__extension__ const __auto_type __objmode_%c%d_%d_%d"		\
  " __attribute__ ((__unused__)) = ((void) 0, ("

/* Declare the extents and strides of TS, a type string TYPE at LOC, of the
   current clause of W.  */

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
	add_decl (w, start, VALUE_FORMAT, stride ? 's' : 'x',
		  w->n_clauses - 1, d, w->id);
	objmode_push_c (&w->decls, type + begin, end - begin, start, true);
	add_decl (w, start, "));");
      }
}

/* Write the type string of the current clause of W, the literals
   TOKENS[BEGIN] to TOKENS[END - 1].  */

static void
add_type (struct marker_writer *w, unsigned begin, unsigned end)
{
  const objmode_tokens &tokens = w->a->tokens;
  char *type = xstrdup ("");
  bool nul;

  for (unsigned i = begin; i < end; i++)
    {
      char *piece = literal_value (w->pfile, &tokens[i], &nul);
      char *longer = concat (type, piece, NULL);
      free (type);
      free (piece);
      type = longer;
    }
  location_t loc = objmode_spelling (tokens[begin].src_loc);
  expanded_location at = expand_location (loc);
  add_record (w, "Y%d:%d:%s", at.line, at.column + 1, type);

  struct objmode_typestring ts;
  size_t b, e;
  if (objmode_parse_typestring (type, strlen (type), &ts, &b, &e) == NULL)
    add_dimensions (w, type, loc, &ts);
  free (type);
}

/* Begin a clause of KIND called NAME at token T of W.  */

static void
add_clause (struct marker_writer *w, enum objmode_clause_kind kind,
	    const cpp_token *t, const char *name)
{
  expanded_location at = expand_location (objmode_spelling (t->src_loc));
  add_record (w, "C%c:%d:%d:%s", 'a' + kind, at.line, at.column, name);
  w->n_clauses++;
}

/* Declare what the clause of KIND of W says in TOKENS[BEGIN] to
   TOKENS[END - 1], a C expression or a label.  */

static void
add_expression (struct marker_writer *w, enum objmode_clause_kind kind,
		unsigned begin, unsigned end)
{
  location_t loc = w->a->loc;
  if (begin < end)
    loc = objmode_spelling (w->a->tokens[begin].src_loc);
  int n = w->n_clauses - 1;

  if (kind == OBJMODE_CLAUSE_EVERY || kind == OBJMODE_CLAUSE_INTERVAL)
    {
      add_decl (w, loc, VALUE_FORMAT, 'c', n, 0, w->id);
      objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
      add_decl (w, loc, "));");
      return;
    }
  add_decl (w, loc, "__extension__ int __objmode_c%d_0_%d"
	    " __attribute__ ((__unused__)) = ({ if (0)", n, w->id);
  if (kind == OBJMODE_CLAUSE_GOTO)
    {
      objmode_push_name (&w->decls, "goto", loc, 0);
      objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
      add_decl (w, loc, ";");
    }
  else
    {
      add_decl (w, loc, "{");
      /* First, since it is looked for, and EXPR may assign things too.  */
      if (kind == OBJMODE_CLAUSE_ERROR)
	{
	  add_decl (w, loc, "(");
	  objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
	  add_decl (w, loc, ") = 0;");
	}
      add_decl (w, loc, "(void) (");
      objmode_push_tokens (&w->decls, w->a->tokens, begin, end);
      add_decl (w, loc, "); }");
    }
  add_decl (w, loc, "0; });");
}

/* Return the kind of a clause that begins with the name T; CALL says that
   `(' follows.  */

static enum objmode_clause_kind
clause_kind (const cpp_token *t, bool call)
{
  static const struct { const char *name; bool call;
			enum objmode_clause_kind kind; } special[] = {
    { "error", true, OBJMODE_CLAUSE_ERROR },
    { "goto", true, OBJMODE_CLAUSE_GOTO },
    { "every", true, OBJMODE_CLAUSE_EVERY },
    { "interval", true, OBJMODE_CLAUSE_INTERVAL },
    { "once", false, OBJMODE_CLAUSE_ONCE }
  };
  for (unsigned i = 0; i < ARRAY_SIZE (special); i++)
    if (special[i].call == call && objmode_token_named (t, special[i].name))
      {
	/* A variable of that name, unless it is a function or undeclared,
	   makes the clause an ordinary one.  */
	tree decl = (flag_preprocess_only ? NULL_TREE
		     : lookup_name (get_identifier (special[i].name)));
	if (decl == NULL_TREE || !(VAR_P (decl)
				   || TREE_CODE (decl) == PARM_DECL))
	  return special[i].kind;
      }
  return call ? OBJMODE_CLAUSE_EXPR : OBJMODE_CLAUSE_OUTPUT;
}

#define NO_VARIABLE						\
  "%<objmode%> clause names no variable;"			\
  " write %<NAME (EXPR)%> for an expression"

/* Write the clause in TOKENS[BEGIN] to TOKENS[END - 1] of W.  */

static void
write_clause (struct marker_writer *w, unsigned begin, unsigned end)
{
  const objmode_tokens &tokens = w->a->tokens;
  const cpp_token *t = &tokens[begin];

  if (begin == end || t->type != CPP_NAME)
    {
      add_clause (w, OBJMODE_CLAUSE_BAD, t, NO_VARIABLE);
      return;
    }
  const char *name = (const char *) NODE_NAME (t->val.node.node);
  bool call = begin + 1 < end && tokens[begin + 1].type == CPP_OPEN_PAREN;
  enum objmode_clause_kind kind = clause_kind (t, call);
  unsigned next = begin + 1;

  add_clause (w, kind, t, name);
  if (call)
    {
      int depth = 0;
      do
	depth += ((tokens[next].type == CPP_OPEN_PAREN)
		  - (tokens[next].type == CPP_CLOSE_PAREN));
      while (++next < end && depth > 0);
      add_expression (w, kind, begin + 2, next - 1);
    }
  bool typed = (kind == OBJMODE_CLAUSE_OUTPUT || kind == OBJMODE_CLAUSE_EXPR);
  if (typed && next + 1 < end && tokens[next].type == CPP_EQ)
    {
      unsigned type = next + 1;
      for (next = type; next < end && objmode_string_token_p (&tokens[next]);)
	next++;
      if (next > type)
	add_type (w, type, next);
    }
  if (next != end)
    add_clause (w, OBJMODE_CLAUSE_BAD, &tokens[next],
		tokens[next].type == CPP_EQ || tokens[next - 1].type == CPP_EQ
		? "expected a type string after %<=%> in %<objmode%> clause"
		: NO_VARIABLE);
}

/* Record where a clause can be added: before TOKENS[AT] of W in STYLE.  */

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
	add_record (w, "P%d:%d:(", x.line, column);
      return;
    }
  expanded_location x
    = expand_location (style == ','
		       ? get_finish (objmode_spelling (loc))
		       : objmode_spelling (loc));
  add_record (w, "P%d:%d:%c", x.line, x.column, style);
}

/* Write all clauses of W.  */

static void
write_clauses (struct marker_writer *w)
{
  const objmode_tokens &tokens = w->a->tokens;
  unsigned end = w->a->n_attribute - 2;	/* The `)' of the list.  */
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
      add_clause (w, OBJMODE_CLAUSE_BAD,
		  &tokens[close + (tokens[close].type == CPP_CLOSE_PAREN)],
		  "%<objmode%> must be alone in its attribute list");
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
    add_clause (w, OBJMODE_CLAUSE_BAD, &tokens[end - 1], NO_VARIABLE);
}

/* Append to OUT the head of W's block: its brace.  A faulty module block
   gets a function around it, so that its errors are few.  */

static void
write_head (struct marker_writer *w, objmode_tokens *out)
{
  if (w->a->closed)
    return;
  if (w->a->module)
    {
      expanded_location x = expand_location (w->a->loc);
      hashval_t hash = htab_hash_string (main_input_filename
					 ? main_input_filename : "");
      hash = iterative_hash_object (x.line, hash);
      char *head = xasprintf ("static __inline__ void __attribute__"
			      " ((__unused__)) __objmode_module_%x_%d (void)",
			      (unsigned) hash, w->id);
      objmode_push_c (out, head, w->a->loc);
      free (head);
    }
  objmode_push_c (out, "{", w->a->loc);
}

/* Record that the body of W is not text alone, and the Python of a C body.  */

static void
add_body (struct marker_writer *w)
{
  if (!w->a->literals.is_empty ())
    {
      expanded_location x = expand_location (w->a->other_loc);
      add_record (w, "Xm:%d:%d", x.line, x.column);
      return;
    }
  add_record (w, "Xc");
  char *version = objmode_python_version ();
  if (version != NULL)
    add_record (w, "V%s", version);
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
  add_record (&w, "F%s", text.file);
  add_record (&w, "B%d:%d", x.line, x.column);
  if (a->module)
    add_record (&w, "D");
  else
    write_clauses (&w);
  if (a->other)
    add_body (&w);
  add_text (&w);
  if (!a->module)
    add_macros (&w);
  add_record (&w, "T%s", w.text);

  write_head (&w, out);
  objmode_push_tokens (out, a->labels, 0, a->labels.length ());
  char *decl = xasprintf ("__extension__ typedef void __objmode_block_%d"
			  " __attribute__ ((__unused__, __objmode__ (", w.id);
  objmode_push_c (out, decl, a->loc);
  objmode_push_tokens (out, w.strings, 0, w.strings.length ());
  objmode_push_c (out, ")));", a->loc);
  objmode_push_tokens (out, w.decls, 0, w.decls.length ());
  if (a->closed)
    goto done;
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
