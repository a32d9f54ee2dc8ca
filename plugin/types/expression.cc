/* expression.cc - The extents in the strings of declarations.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   An extent in a declaration about a type is an integer expression of C whose
   names are members of a struct, or parameters of a function, before they are
   anything else.  The front end cannot parse it, because it does not stand in
   a scope where these names are known.  So it is parsed here, from the tokens
   that the lexer hook has recorded.  The front end's own functions build the
   trees and check the types of operands, at the places in the string.

   It cannot contain assignments or calls, so it can be evaluated whenever the
   member is read.  */

#include "types/declared.h"
#include "types/ctype.h"

/* A token of an extent.  */
struct token
{
  unsigned offset;		/* In the type string.  */
  const char *text;		/* Not NUL-terminated.  */
  unsigned length;		/* 0 at the end.  */
};

/* The state of the parser.  */
struct parser
{
  const struct objmode_written *w;
  const char *rest;		/* The records behind the token T.  */
  struct token t;
  objmode_extent_name *name;
  void *data;
  tree bad;			/* A variable that is set if a division
				   cannot be made, or NULL_TREE.  */
  int depth;			/* Of nested operands.  */
};

/* A string of the user may be made to nest deeper than the stack has room.  */
enum { MAX_DEPTH = 200 };

static tree parse_conditional (struct parser *);
static tree parse_unary (struct parser *);

/* Move P to the next token.  */

static void
advance (struct parser *p)
{
  int offset = p->t.offset + p->t.length;

  p->t.length = 0;
  if (*p->rest == '\n')
    {
      const char *s = p->rest + 1;
      if (objmode_take_number (&s, ':', &offset))
	{
	  p->t.text = s;
	  p->t.length = strcspn (s, "\n");
	  p->rest = s + p->t.length;
	}
    }
  p->t.offset = offset;
}

/* Return true if the token of P is SPELLING.  */

static bool
at_p (const struct parser *p, const char *spelling)
{
  return (p->t.length == strlen (spelling)
	  && memcmp (p->t.text, spelling, p->t.length) == 0);
}

/* If the token of P is SPELLING, move behind it and return true.  */

static bool
accept (struct parser *p, const char *spelling)
{
  if (!at_p (p, spelling))
    return false;
  advance (p);
  return true;
}

/* Return where the token of P is.  */

static location_t
place_of (const struct parser *p)
{
  return objmode_written_location (p->w, p->t.offset,
				   p->t.offset + p->t.length);
}

/* Return true if the token of P is an identifier.  */

static bool
identifier_p (const struct parser *p)
{
  return p->t.length > 0 && ISIDST (*p->t.text);
}

/* Report that what P expects, EXPECTED, is not there.  Return
   error_mark_node.  */

static tree
unexpected (const struct parser *p, const char *expected)
{
  if (p->t.length == 0)
    error_at (place_of (p), "expected %s at the end of the extent in type"
	      " string %qs", expected, p->w->text);
  else
    error_at (place_of (p), "expected %s before %<%.*s%> in type string %qs",
	      expected, (int) p->t.length, p->t.text, p->w->text);
  return error_mark_node;
}

/* Parse the number at which P is.  */

static tree
parse_number (struct parser *p)
{
  char *text = xstrndup (p->t.text, p->t.length);
  tree value = objmode_integer_constant (text);

  if (value == NULL_TREE)
    {
      error_at (place_of (p), "%qs is not an integer constant, in type string"
		" %qs", text, p->w->text);
      value = error_mark_node;
    }
  free (text);
  advance (p);
  return value;
}

/* Parse the character constant at which P is.  */

static tree
parse_character (struct parser *p)
{
  cpp_token t;
  unsigned seen;
  int is_unsigned;

  memset (&t, 0, sizeof t);
  t.type = CPP_CHAR;
  t.src_loc = place_of (p);
  t.val.str.len = p->t.length;
  t.val.str.text = (const unsigned char *) p->t.text;
  cppchar_t value = cpp_interpret_charconst (parse_in, &t, &seen,
					     &is_unsigned);
  advance (p);
  return build_int_cst (integer_type_node, (int) value);
}

/* Return what the name NAME means at file scope, at LOC, or error_mark_node
   after an error.  */

static tree
global_value (const struct parser *p, const char *name, location_t loc)
{
  tree decl = identifier_global_value (get_identifier (name));

  if (decl != NULL_TREE && TREE_CODE (decl) == CONST_DECL)
    return DECL_INITIAL (decl);
  if (decl != NULL_TREE && VAR_P (decl) && !error_operand_p (decl))
    {
      TREE_USED (decl) = 1;
      DECL_READ_P (decl) = 1;
      return decl;
    }
  if (decl != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL)
    error_at (loc, "%qs is a function, which an extent cannot call, in type"
	      " string %qs", name, p->w->text);
  else
    error_at (loc, "%qs is neither a member nor a variable or an enumeration"
	      " constant at file scope, in type string %qs", name, p->w->text);
  return error_mark_node;
}

/* Return the type that the token of P begins, and move behind its name; or
   NULL_TREE if it does not begin a type.  Only integers and structs are of
   use in a cast or in sizeof.  */

static tree
parse_type_name (struct parser *p)
{
  static const char *const words[] = {
    "unsigned", "signed", "short", "long", "int", "char", "_Bool", "float",
    "double"
  };
  unsigned count[ARRAY_SIZE (words)] = {}, n = 0;
  for (bool more = true; more;)
    {
      more = false;
      for (unsigned i = 0; i < ARRAY_SIZE (words) && !more; i++)
	if (accept (p, words[i]))
	  {
	    count[i]++;
	    n++;
	    more = true;
	  }
    }
  bool is_unsigned = count[0] > 0;
  if (count[2])
    return is_unsigned ? short_unsigned_type_node : short_integer_type_node;
  if (count[3] && count[8])
    return long_double_type_node;
  if (count[3] > 1)
    return (is_unsigned ? long_long_unsigned_type_node
	    : long_long_integer_type_node);
  if (count[3])
    return is_unsigned ? long_unsigned_type_node : long_integer_type_node;
  if (count[5])
    return (is_unsigned ? unsigned_char_type_node
	    : count[1] ? signed_char_type_node : char_type_node);
  if (count[6])
    return boolean_type_node;
  if (count[7] || count[8])
    return count[7] ? float_type_node : double_type_node;
  if (n > 0)
    return is_unsigned ? unsigned_type_node : integer_type_node;

  bool tag = at_p (p, "struct") || at_p (p, "union") || at_p (p, "enum");
  if (tag)
    advance (p);
  if (!identifier_p (p))
    return NULL_TREE;
  char *name = xstrndup (p->t.text, p->t.length);
  tree id = get_identifier (name);
  tree found = tag ? identifier_global_tag (id) : identifier_global_value (id);
  tree own = tag ? NULL_TREE : p->name (name, place_of (p), p->data);
  free (name);
  if (own != NULL_TREE || found == NULL_TREE
      || (!tag && TREE_CODE (found) != TYPE_DECL))
    return NULL_TREE;
  advance (p);
  return tag ? found : TREE_TYPE (found);
}

/* Parse `sizeof', which P is behind, and its operand.  */

static tree
parse_sizeof (struct parser *p, location_t loc)
{
  struct parser before = *p;
  tree type = NULL_TREE;

  if (accept (p, "("))
    {
      type = parse_type_name (p);
      while (type != NULL_TREE && accept (p, "*"))
	type = build_pointer_type (type);
      if (type != NULL_TREE && !accept (p, ")"))
	return unexpected (p, "%<)%>");
    }
  if (type == NULL_TREE)
    {
      *p = before;
      tree operand = parse_unary (p);
      if (operand == error_mark_node)
	return operand;
      type = TREE_TYPE (operand);
    }
  return c_sizeof (loc, type);
}

/* Parse the identifier at which P is.  */

static tree
parse_name (struct parser *p)
{
  char *name = xstrndup (p->t.text, p->t.length);
  location_t loc = place_of (p);

  advance (p);
  if (strcmp (name, "sizeof") == 0)
    {
      free (name);
      return parse_sizeof (p, loc);
    }
  tree value = p->name (name, loc, p->data);
  if (value == NULL_TREE)
    value = global_value (p, name, loc);
  free (name);
  return value;
}

/* Parse a constant, a name, or an expression in parentheses.  */

static tree
parse_primary (struct parser *p)
{
  if (p->t.length > 0
      && (ISDIGIT (*p->t.text) || (*p->t.text == '.' && p->t.length > 1)))
    return parse_number (p);
  if (p->t.length > 2 && *p->t.text == '\'')
    return parse_character (p);
  if (identifier_p (p))
    return parse_name (p);
  if (!accept (p, "("))
    return unexpected (p, "an expression");
  tree value = parse_conditional (p);
  if (value != error_mark_node && !accept (p, ")"))
    return unexpected (p, "%<)%>");
  return value;
}

/* Parse the name of a member of OBJECT behind `.', which is at LOC.  */

static tree
parse_member (struct parser *p, tree object, location_t loc)
{
  if (!identifier_p (p))
    return unexpected (p, "an identifier");
  char *name = xstrndup (p->t.text, p->t.length);
  tree type = TREE_TYPE (object), member = error_mark_node;
  if (!RECORD_OR_UNION_TYPE_P (type) || !COMPLETE_TYPE_P (type))
    error_at (place_of (p), "request for member %qs in something not a"
	      " structure or union, in type string %qs", name, p->w->text);
  else
    {
      member = objmode_member_of (object, name, loc);
      if (member == NULL_TREE)
	{
	  error_at (place_of (p), "%qT has no member named %qs, in type string"
		    " %qs", type, name, p->w->text);
	  member = error_mark_node;
	}
    }
  free (name);
  advance (p);
  return member;
}

/* Parse a primary expression and the members and subscripts behind it.  */

static tree
parse_postfix (struct parser *p)
{
  tree value = parse_primary (p);

  while (value != error_mark_node)
    {
      location_t loc = place_of (p);
      if (accept (p, "."))
	value = parse_member (p, value, loc);
      else if (accept (p, "->"))
	{
	  if (!POINTER_TYPE_P (TREE_TYPE (value)))
	    {
	      error_at (loc, "invalid type argument of %<->%> (have %qT), in"
			" type string %qs", TREE_TYPE (value), p->w->text);
	      return error_mark_node;
	    }
	  value = parse_member (p, build_indirect_ref (loc, value, RO_ARROW),
				loc);
	}
      else if (accept (p, "["))
	{
	  tree index = parse_conditional (p);
	  if (index == error_mark_node)
	    return index;
	  if (!accept (p, "]"))
	    return unexpected (p, "%<]%>");
	  value = build_array_ref (loc, value, index);
	}
      else
	break;
    }
  return value;
}

/* Parse a cast if P is at one.  Otherwise return NULL_TREE, with P as it
   was.  */

static tree
parse_cast (struct parser *p)
{
  struct parser before = *p;
  location_t loc = place_of (p);

  if (accept (p, "("))
    {
      tree type = parse_type_name (p);
      if (type != NULL_TREE && accept (p, ")"))
	{
	  tree operand = parse_unary (p);
	  return (operand == error_mark_node ? operand
		  : build_c_cast (loc, type, operand));
	}
    }
  *p = before;
  return NULL_TREE;
}

/* Parse a unary expression or a cast.  */

static tree
parse_unary (struct parser *p)
{
  static const struct { const char *spelling; enum tree_code code; }
  operators[] = {
    { "-", NEGATE_EXPR }, { "+", CONVERT_EXPR }, { "~", BIT_NOT_EXPR },
    { "!", TRUTH_NOT_EXPR }
  };
  location_t loc = place_of (p);
  tree value;

  if (p->depth == MAX_DEPTH)
    {
      error_at (loc, "the extent is nested too deeply, in type string %qs",
		p->w->text);
      return error_mark_node;
    }
  p->depth++;
  value = parse_cast (p);
  for (unsigned i = 0; value == NULL_TREE && i < ARRAY_SIZE (operators); i++)
    if (accept (p, operators[i].spelling))
      {
	value = parse_unary (p);
	if (value != error_mark_node)
	  value = build_unary_op (loc, operators[i].code, value, false);
      }
  if (value == NULL_TREE && accept (p, "*"))
    {
      value = parse_unary (p);
      if (value != error_mark_node)
	value = build_indirect_ref (loc, value, RO_UNARY_STAR);
    }
  if (value == NULL_TREE)
    value = parse_postfix (p);
  p->depth--;
  return value;
}

/* The binary operators, those that bind loosest first.  */
static const struct { const char *spelling; enum tree_code code; int level; }
operators[] = {
  { "||", TRUTH_ORIF_EXPR, 1 }, { "&&", TRUTH_ANDIF_EXPR, 2 },
  { "|", BIT_IOR_EXPR, 3 }, { "^", BIT_XOR_EXPR, 4 },
  { "&", BIT_AND_EXPR, 5 }, { "==", EQ_EXPR, 6 }, { "!=", NE_EXPR, 6 },
  { "<", LT_EXPR, 7 }, { ">", GT_EXPR, 7 }, { "<=", LE_EXPR, 7 },
  { ">=", GE_EXPR, 7 }, { "<<", LSHIFT_EXPR, 8 }, { ">>", RSHIFT_EXPR, 8 },
  { "+", PLUS_EXPR, 9 }, { "-", MINUS_EXPR, 9 }, { "*", MULT_EXPR, 10 },
  { "/", TRUNC_DIV_EXPR, 10 }, { "%", TRUNC_MOD_EXPR, 10 }
};

/* VALUE is a division by DIVISOR.  Return an expression with that value if the
   division can be made.  Otherwise it sets the variable of P and is 0, because
   the processor would end the program.  */

static tree
guard_division (struct parser *p, tree value, tree divisor)
{
  tree type = TREE_TYPE (value);

  if (p->bad == NULL_TREE || !INTEGRAL_TYPE_P (type)
      || !INTEGRAL_TYPE_P (TREE_TYPE (divisor))
      || (TREE_CODE (divisor) == INTEGER_CST && !integer_zerop (divisor)
	  && !integer_all_onesp (divisor)))
    return value;
  tree divisor_type = TREE_TYPE (divisor);
  tree wrong = build2 (EQ_EXPR, integer_type_node, unshare_expr (divisor),
		       build_int_cst (divisor_type, 0));
  if (!TYPE_UNSIGNED (divisor_type))
    wrong = build2 (TRUTH_ORIF_EXPR, integer_type_node, wrong,
		    build2 (EQ_EXPR, integer_type_node,
			    unshare_expr (divisor),
			    build_int_cst (divisor_type, -1)));
  tree set = build2 (MODIFY_EXPR, TREE_TYPE (p->bad), p->bad,
		     build_int_cst (TREE_TYPE (p->bad), 1));
  return build3 (COND_EXPR, type, wrong,
		 build2 (COMPOUND_EXPR, type, set, build_int_cst (type, 0)),
		 value);
}

/* Parse an expression of binary operators of at least LEVEL.  */

static tree
parse_binary (struct parser *p, int level)
{
  tree value = parse_unary (p);

  while (value != error_mark_node)
    {
      unsigned i = 0;
      while (i < ARRAY_SIZE (operators)
	     && (operators[i].level < level
		 || !at_p (p, operators[i].spelling)))
	i++;
      if (i == ARRAY_SIZE (operators))
	break;
      location_t loc = place_of (p);
      advance (p);
      tree right = parse_binary (p, operators[i].level + 1);
      if (right == error_mark_node)
	return right;
      value = build_binary_op (loc, operators[i].code, value, right, true);
      if (value != error_mark_node
	  && (operators[i].code == TRUNC_DIV_EXPR
	      || operators[i].code == TRUNC_MOD_EXPR))
	value = guard_division (p, value, right);
    }
  return value;
}

/* Parse an expression.  */

static tree
parse_conditional (struct parser *p)
{
  location_t loc = place_of (p);
  tree condition = parse_binary (p, 1), yes, no;

  location_t question = place_of (p);
  if (condition == error_mark_node || !accept (p, "?"))
    return condition;
  location_t yes_loc = place_of (p);
  yes = parse_conditional (p);
  if (yes == error_mark_node)
    return yes;
  if (!accept (p, ":"))
    return unexpected (p, "%<:%>");
  location_t no_loc = place_of (p);
  no = parse_conditional (p);
  if (no == error_mark_node)
    return no;
  if (!INTEGRAL_TYPE_P (TREE_TYPE (yes)) || !INTEGRAL_TYPE_P (TREE_TYPE (no)))
    {
      error_at (question, "the operands of %<?:%> are not integers, in type"
		" string %qs", p->w->text);
      return error_mark_node;
    }
  condition = c_objc_common_truthvalue_conversion (loc, condition);
  return (condition == error_mark_node ? condition
	  : build_conditional_expr (loc, condition, false, yes, TREE_TYPE (yes),
				    yes_loc, no, TREE_TYPE (no), no_loc));
}

/* Parse TOKENS, an extent or a stride of W.  NAME with DATA says what a name
   means that is not found at file scope first.  If a division cannot be made,
   the expression sets BAD, a variable; if BAD is NULL_TREE it is only to be
   checked.  Return the value as a ptrdiff_t, or error_mark_node after an
   error, which is located in the string.  */

tree
objmode_parse_extent (const struct objmode_written *w, const char *tokens,
		      objmode_extent_name *name, void *data, tree bad)
{
  struct parser p = { w, tokens, {}, name, data, bad, 0 };

  /* The user did not write the comparisons and conversions.  */
  c_inhibit_evaluation_warnings++;
  advance (&p);
  location_t loc = place_of (&p);
  tree value = parse_conditional (&p);
  if (value != error_mark_node && p.t.length > 0)
    value = unexpected (&p, "the end of the extent");
  if (value != error_mark_node)
    value = c_fully_fold (value, false, NULL);
  c_inhibit_evaluation_warnings--;
  if (value == error_mark_node || error_operand_p (value))
    return error_mark_node;
  tree type = TREE_TYPE (value);
  if (!INTEGRAL_TYPE_P (type) || TYPE_PRECISION (type) > 64)
    {
      error_at (loc, "extent in type string %qs is not an integer", w->text);
      return error_mark_node;
    }
  if (TYPE_UNSIGNED (type)
      && TYPE_PRECISION (type) >= TYPE_PRECISION (ptrdiff_type_node))
    value = fold_build2 (MIN_EXPR, type, value,
			 fold_convert (type,
				       TYPE_MAX_VALUE (ptrdiff_type_node)));
  return fold_convert (ptrdiff_type_node, value);
}
