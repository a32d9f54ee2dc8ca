/* control.cc - The expressions of the clauses.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stage runs at PRE_GENERICIZE.  The front end has parsed the expressions
   of the clauses into the declarations behind the marker.  Here the trees are
   taken out of these declarations, to be used again.

   Input: BIND.
   Output: EXPR, EXTENTS, STRIDES of the clauses, MACRO_VALUES; more
   VARIABLES, if the text may use any name, and for the value of `return'.
   Errors: functions that cannot have a block.  */

#include "stage.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "block/query.h"
#include "tools/python.h"
#include "tools/trees.h"

/* What is looked for in a statement expression.  */
struct wanted
{
  enum objmode_clause_kind kind;
  tree found;
};

/* walk_tree callback: if *TP holds what DATA, a struct wanted, asks for, store
   that in DATA and return it.  */

static tree
find_wanted (tree *tp, int *, void *data)
{
  struct wanted *wanted = (struct wanted *) data;
  tree t = *tp;

  switch (objmode_clause_operand (wanted->kind))
    {
    case OBJMODE_OPERAND_LABEL:
      if (TREE_CODE (t) == GOTO_EXPR
	  && TREE_CODE (TREE_OPERAND (t, 0)) == LABEL_DECL)
	wanted->found = t;
      break;
    case OBJMODE_OPERAND_LVALUE:
      if (TREE_CODE (t) == MODIFY_EXPR)
	wanted->found = TREE_OPERAND (t, 0);
      break;
    default:
      gcc_unreachable ();
    }
  return wanted->found;
}

/* walk_tree callback: return *TP if it has the code to which DATA points.  */

static tree
find_code (tree *tp, int *, void *data)
{
  return TREE_CODE (*tp) == *(enum tree_code *) data ? *tp : NULL_TREE;
}

/* Return the outermost tree of CODE in the value with which the marker has
   declared VAR, or NULL_TREE.  */

static tree
find_in_declaration (tree var, enum tree_code code)
{
  return walk_tree (&DECL_INITIAL (var), find_code, &code, NULL);
}

/* Return the value that VAR, which the marker has declared, stands for: the
   operand of an asm statement.  Return NULL_TREE if GCC has found an error in
   it.  */

static tree
value_expression (tree var)
{
  tree statement = find_in_declaration (var, ASM_EXPR);
  if (statement == NULL_TREE || ASM_INPUTS (statement) == NULL_TREE)
    return NULL_TREE;
  tree value = TREE_VALUE (ASM_INPUTS (statement));
  return error_operand_p (value) ? NULL_TREE : value;
}

/* Return the expression of a clause NAME (EXPR) with which the marker has
   declared VAR, in `if (0) { (void) (EXPR); }'.  Return NULL_TREE if GCC has
   found an error in it.  If its type is void, GCC has removed the cast.  */

static tree
named_expression (tree var)
{
  tree test = find_in_declaration (var, COND_EXPR);
  if (test == NULL_TREE || COND_EXPR_THEN (test) == NULL_TREE)
    return NULL_TREE;
  tree value = expr_last (COND_EXPR_THEN (test));
  return (value != NULL_TREE && CONVERT_EXPR_P (value)
	  && VOID_TYPE_P (TREE_TYPE (value))
	  ? TREE_OPERAND (value, 0) : value);
}

/* Return the expression or label of clause C, which the marker has declared as
   VAR.  */

static tree
clause_expression (const struct objmode_clause *c, tree var)
{
  if (objmode_clause_has_value (c->kind))
    return value_expression (var);
  if (objmode_clause_operand (c->kind) == OBJMODE_OPERAND_ANY)
    return named_expression (var);
  struct wanted wanted = { c->kind, NULL_TREE };
  walk_tree (&DECL_INITIAL (var), find_wanted, &wanted, NULL);
  return wanted.found;
}

/* If VAR is one of the declarations behind the marker of BLOCK, store its
   value in the field of BLOCK or of a clause that it is for.  */

static void
take_declaration (struct objmode_block *block, tree var)
{
  char letter, *end;
  static const char prefix[] = "__objmode_";
  const char *name = IDENTIFIER_POINTER (DECL_NAME (var));

  if (strncmp (name, prefix, sizeof prefix - 1) != 0)
    return;
  name += sizeof prefix - 1;
  letter = *name++;
  unsigned long n = strtoul (name, &end, 10);
  if (letter == 'k')
    {
      if (n >= block->macros.length ())
	return;
      if (block->macro_values.length () <= n)
	block->macro_values.safe_grow_cleared (n + 1, true);
      block->macro_values[n] = DECL_INITIAL (var);
      return;
    }
  unsigned long dim = *end == '_' ? strtoul (end + 1, NULL, 10) : 0;
  if (n >= block->clauses.length () || dim >= OBJMODE_TS_MAX_DIMS)
    return;
  struct objmode_clause *c = &block->clauses[n];
  if (letter == 'c')
    c->expr = clause_expression (c, var);
  else if (letter == 'x')
    c->extents[dim] = value_expression (var);
  else if (letter == 's')
    c->strides[dim] = value_expression (var);
}

/* Report that a declaration behind the marker of BLOCK, for the operand at
   LOC, is missing.  Either GCC has found an error in it and has reported that,
   or somebody has changed a preprocessed file.  */

static void
report_missing (struct objmode_block *block, location_t loc)
{
  if (!seen_error ())
    error_at (loc, "malformed %qs attribute", "objmode");
  block->erroneous = true;
}

/* Check that BLOCK has the extents and strides of the type string of its
   clause C.  */

static void
check_dimensions (struct objmode_block *block, const struct objmode_clause *c)
{
  for (int d = 0; d < c->ts.ndim; d++)
    {
      const struct objmode_tsdim *dim = &c->ts.dims[d];
      bool extent = dim->extent_begin != dim->extent_end;
      bool stride = dim->stride_begin != dim->stride_end && !dim->contiguous;
      if ((extent && c->extents[d] == NULL_TREE)
	  || (stride && c->strides[d] == NULL_TREE))
	{
	  report_missing (block, c->type_loc);
	  return;
	}
    }
}

/* Check that BLOCK has the value of each of its macros.  */

static void
check_macros (struct objmode_block *block)
{
  unsigned n = block->macros.length ();

  if (block->macro_values.length () < n)
    block->macro_values.safe_grow_cleared (n, true);
  for (unsigned i = 0; i < n; i++)
    if (block->macro_values[i] == NULL_TREE)
      {
	report_missing (block, block->loc);
	return;
      }
}

/* Check the expression of clause C of BLOCK.  GCC has already reported a
   faulty one.  */

static void
check_expression (struct objmode_block *block, const struct objmode_clause *c)
{
  enum objmode_clause_operand operand = objmode_clause_operand (c->kind);
  if (operand == OBJMODE_OPERAND_NONE)
    return;
  if (c->expr == NULL_TREE || error_operand_p (c->expr))
    {
      report_missing (block, c->loc);
      return;
    }
  tree type = TREE_TYPE (c->expr);
  bool ok = true;
  if (operand == OBJMODE_OPERAND_LVALUE || operand == OBJMODE_OPERAND_INTEGER)
    ok = INTEGRAL_TYPE_P (type);
  else if (operand == OBJMODE_OPERAND_NUMBER)
    ok = INTEGRAL_TYPE_P (type) || SCALAR_FLOAT_TYPE_P (type);
  if (!ok)
    {
      error_at (c->loc, operand == OBJMODE_OPERAND_NUMBER
		? G_("operand of %qs clause is not a number")
		: G_("operand of %qs clause is not an integer"), c->name);
      block->erroneous = true;
    }
}

/* If BLOCK is the whole body of a function, as in `int f (y) int y; ATTRIBUTE
   { }', report that and return true.  */

static bool
whole_function_p (struct objmode_block *block)
{
  if (block->bind != objmode_outermost_bind (DECL_SAVED_TREE (block->fn)))
    return false;
  error_at (block->loc, "%<objmode%> attribute applies only to a compound"
	    " statement");
  block->erroneous = true;
  return true;
}

/* Report if no block can be in the function or in the region that BLOCK stands
   in.  */

static void
check_function (struct objmode_block *block)
{
  if (whole_function_p (block))
    return;
  if (block->refusing != NULL)
    {
      error_at (block->loc, "%<objmode%> block in a region of %<%s%>, where"
		" Python cannot run", block->refusing);
      block->erroneous = true;
    }
  static const char *const attributes[] = {
    "constructor", "naked", "interrupt", "simd"
  };
  for (unsigned i = 0; i < ARRAY_SIZE (attributes); i++)
    if (lookup_attribute (attributes[i], DECL_ATTRIBUTES (block->fn)))
      {
	error_at (block->loc, "%<objmode%> block in a function with attribute"
		  " %qs", attributes[i]);
	block->erroneous = true;
      }
  if (DECL_PURE_P (block->fn) || TREE_READONLY (block->fn))
    warning_at (block->loc, 0, "%<objmode%> block in a function with attribute"
		" %qs, whose calls GCC may leave out",
		TREE_READONLY (block->fn) ? "const" : "pure");
}

/* Return true if BLOCK has a variable NAME.  */

static bool
variable_p (const struct objmode_block *block, const char *name)
{
  for (unsigned i = 0; i < block->variables.length (); i++)
    if (strcmp (block->variables[i].name, name) == 0)
      return true;
  return false;
}

/* Return true if BLOCK may use DECL, a variable that nobody names: it is not
   one of those that `default (none)' of OpenMP forbids.  */

static bool
allowed_p (const struct objmode_block *block, tree decl)
{
  if (block->strict == NULL_TREE
      || objmode_declares_p (&TREE_OPERAND (block->strict, 0), decl))
    return true;
  for (tree c = TREE_OPERAND (block->strict, 1); c != NULL_TREE;
       c = OMP_CLAUSE_CHAIN (c))
    switch (OMP_CLAUSE_CODE (c))
      {
      case OMP_CLAUSE_SHARED:
      case OMP_CLAUSE_PRIVATE:
      case OMP_CLAUSE_FIRSTPRIVATE:
      case OMP_CLAUSE_LASTPRIVATE:
	if (OMP_CLAUSE_DECL (c) == decl)
	  return true;
	break;
      default:
	break;
      }
  return false;
}

/* Make inputs of BLOCK of those variables in the list DECLS, which a scope
   around BLOCK has, that need no clause and whose names Python allows.  */

static void
add_scope (struct objmode_block *block, tree decls)
{
  for (tree decl = decls; decl != NULL_TREE; decl = DECL_CHAIN (decl))
    {
      if (!(VAR_P (decl) || TREE_CODE (decl) == PARM_DECL)
	  || DECL_NAME (decl) == NULL_TREE || DECL_ARTIFICIAL (decl)
	  || !linemap_location_before_p (line_table,
					 DECL_SOURCE_LOCATION (decl),
					 block->loc))
	continue;
      const char *name
	= objmode_python_name (IDENTIFIER_POINTER (DECL_NAME (decl)));
      if (variable_p (block, name) || !objmode_identifier_p (name)
	  || !objmode_convertible_p (decl) || !allowed_p (block, decl))
	continue;
      struct objmode_variable v;
      memset (&v, 0, sizeof v);
      v.name = name;
      v.decl = decl;
      v.loc = block->loc;
      v.wants_in = v.unasked = true;
      block->variables.safe_push (v);
    }
}

/* The text of BLOCK may use any name in scope.  Make inputs of all variables
   in scope that need no clause.  The inner scopes come first.  */

static void
add_scopes (struct objmode_block *block)
{
  tree scope = BLOCK_SUPERCONTEXT (BIND_EXPR_BLOCK (block->bind));
  for (; scope != NULL_TREE && TREE_CODE (scope) == BLOCK;
       scope = BLOCK_SUPERCONTEXT (scope))
    add_scope (block, BLOCK_VARS (scope));
  add_scope (block, DECL_ARGUMENTS (block->fn));
}

/* Add to BLOCK, behind all others, the variable that holds the value of
   `return', if the function takes one.  */

static void
add_returned (struct objmode_block *block)
{
  struct objmode_variable v;

  if (block->c_body || block->py->where_value.line == 0
      || VOID_TYPE_P (TREE_TYPE (DECL_RESULT (block->fn))))
    return;
  memset (&v, 0, sizeof v);
  v.name = "return";
  v.loc = objmode_text_location (block, &block->py->where_value);
  v.wants_out = v.returned = true;
  block->variables.safe_push (v);
}

/* The stage `control': fill in the expressions of BLOCK, and more
   variables.  */

void
objmode_stage_control (struct objmode_block *block)
{
  for (tree var = BIND_EXPR_VARS (block->bind); var; var = DECL_CHAIN (var))
    if (VAR_P (var) && DECL_NAME (var) != NULL_TREE)
      take_declaration (block, var);
  for (unsigned i = 0; i < block->clauses.length (); i++)
    {
      check_expression (block, &block->clauses[i]);
      check_dimensions (block, &block->clauses[i]);
    }
  check_macros (block);

  check_function (block);
  if (objmode_sees_all_p (block))
    add_scopes (block);
  add_returned (block);
}
