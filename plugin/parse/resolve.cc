/* resolve.cc - The C declarations that the names of the block mean.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stage runs when the front end has just parsed the marker, before
   anything is declared in the block.  So lookup_name sees what C would see
   there.

   Input: CLAUSES, PY, MACROS.  Output: VARIABLES.
   Errors: clauses whose name is undeclared or cannot be an output; outputs
   that are never assigned.
   Warnings: assignments that are lost; clauses that the text does not use.
   Undefined names are reported at the end of the unit, since a module block
   may stand anywhere.  */

#include "stage.h"
#include "parse/parse.h"
#include "types/prototype.h"
#include "block/state.h"
#include "block/query.h"
#include "tools/options.h"
#include "tools/python.h"
#include "spellcheck.h"
#include "toplev.h"

/* Return the declaration in scope that NAME means in Python text, or
   NULL_TREE.  Declarations of system headers do not count.  If two names of C
   that are in scope are NAME in Python, set *OTHER to the declaration of the
   second; otherwise set it to NULL_TREE.  OTHER may be NULL.  */

static tree
lookup_text_name (const char *name, tree *other)
{
  auto_vec<const char *> names;
  tree found = NULL_TREE;

  if (other != NULL)
    *other = NULL_TREE;
  objmode_c_names (name, &names);
  for (unsigned i = 0; i < names.length (); i++)
    {
      tree decl = lookup_name (get_identifier (names[i]));
      if (decl == NULL_TREE || decl == found
	  || (DECL_P (decl) && DECL_IN_SYSTEM_HEADER (decl)))
	continue;
      if (found == NULL_TREE || !objmode_text_decl_p (found))
	found = decl;
      else if (other != NULL && objmode_text_decl_p (decl))
	*other = decl;
    }
  return found;
}

/* Report that the name P of the text of BLOCK can mean both DECL and OTHER.  */

static void
report_ambiguous (struct objmode_block *block, const struct objmode_pyname *p,
		  tree decl, tree other)
{
  const struct objmode_pyspan *where
    = p->flags & OBJMODE_PY_READ ? &p->first_read : &p->first_assigned;
  auto_diagnostic_group d;

  error_at (objmode_text_location (block, where), "%qs is ambiguous, since two"
	    " names of C are this name in Python; write %<NAME (EXPR)%> to"
	    " give one of them another", p->name);
  inform (DECL_SOURCE_LOCATION (decl), "%qD declared here", decl);
  inform (DECL_SOURCE_LOCATION (other), "%qD declared here", other);
  block->erroneous = true;
}

/* The names of the block that is being resolved: those of its text, with what
   the text says of them, those that its clauses have in the text, and its
   macros, with their numbers.  They are found in the same time however many
   there are.  */
static hash_map<nofree_string_hash, const struct objmode_pyname *> *py_names;
static hash_set<nofree_string_hash> *clause_names;
static hash_map<nofree_string_hash, unsigned> *macro_numbers;

/* Return the name that the variable of clause C has in the body of BLOCK.  */

static const char *
text_name (const struct objmode_block *block, const struct objmode_clause *c)
{
  return block->c_body ? c->name : objmode_python_name (c->name);
}

/* Fill PY_NAMES, CLAUSE_NAMES and MACRO_NUMBERS for BLOCK.  */

static void
index_names (const struct objmode_block *block)
{
  py_names = new hash_map<nofree_string_hash, const struct objmode_pyname *>;
  clause_names = new hash_set<nofree_string_hash>;
  macro_numbers = new hash_map<nofree_string_hash, unsigned>;
  for (size_t i = 0; block->py != NULL && i < block->py->n_names; i++)
    py_names->put (block->py->names[i].name, &block->py->names[i]);
  for (unsigned i = 0; i < block->clauses.length (); i++)
    if (objmode_clause_role (block->clauses[i].kind) == OBJMODE_ROLE_VARIABLE)
      clause_names->add (text_name (block, &block->clauses[i]));
  for (unsigned i = 0; i < block->macros.length (); i++)
    macro_numbers->put (block->macros[i], i + 1);
}

/* Forget what index_names has filled.  */

static void
forget_names (void)
{
  delete py_names;
  delete clause_names;
  delete macro_numbers;
  py_names = NULL;
  clause_names = NULL;
  macro_numbers = NULL;
}

/* Return what the text that is being resolved says of NAME, or NULL.  */

static const struct objmode_pyname *
lookup_py (const char *name)
{
  const struct objmode_pyname **p = py_names->get (name);
  return p != NULL ? *p : NULL;
}

/* Return true if the value of the name P is needed when the block is entered.
   P may be NULL.  AT_END says that the value is wanted at the end of the block
   too.  */

static bool
needed_p (const struct objmode_pyname *p, bool at_end)
{
  if (p == NULL)
    return at_end;
  if (!(p->flags & OBJMODE_PY_ASSIGNED))
    return (p->flags & OBJMODE_PY_READ) || at_end;
  return ((p->flags & OBJMODE_PY_INPUT)
	  && (at_end || (p->flags & OBJMODE_PY_READ)));
}

/* Return true if a value of TYPE is memory that a block can work on in
   place.  */

static bool
memory_p (tree type)
{
  return TREE_CODE (type) == ARRAY_TYPE || RECORD_OR_UNION_TYPE_P (type);
}

/* BLOCK has an error, so its names are not resolved.  Count whatever its
   clauses and its text may name as used, so that -Wunused does not add more
   warnings.  */

void
objmode_mark_names (const struct objmode_block *block)
{
  for (unsigned i = 0; i < block->clauses.length (); i++)
    {
      tree decl = lookup_name (get_identifier (block->clauses[i].name));
      if (objmode_object_p (decl))
	objmode_mark_used (decl);
    }
  for (const char *p = block->text; *p;)
    {
      size_t n = 1;
      if (ISIDST (*p) || (unsigned char) *p >= 0x80)
	{
	  while (ISIDNUM (p[n]) || (unsigned char) p[n] >= 0x80)
	    n++;
	  tree decl = lookup_name (get_identifier_with_length (p, n));
	  if (objmode_object_p (decl)
	      || (decl != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL))
	    objmode_mark_used (decl);
	}
      p += n;
    }
}

/* Return true if the text of BLOCK uses the variable of a clause, or may use
   any variable.  P is what the text says of its name, or NULL.  */

static bool
text_uses_p (const struct objmode_block *block, const struct objmode_pyname *p)
{
  return (objmode_sees_all_p (block)
	  || (p != NULL
	      && !(p->flags & OBJMODE_PY_GLOBAL)
	      && (p->flags & (OBJMODE_PY_READ | OBJMODE_PY_ASSIGNED))));
}

/* Append to NAMES the words with which clauses of the form of C begin.  */

static void
add_words (const struct objmode_clause *c, auto_vec<const char *> *names)
{
  for (int i = 0; i < OBJMODE_CLAUSES; i++)
    {
      enum objmode_clause_kind kind = (enum objmode_clause_kind) i;
      if (*objmode_clause_word (kind) != '\0'
	  && ((objmode_clause_operand (kind) != OBJMODE_OPERAND_NONE)
	      == (c->kind == OBJMODE_CLAUSE_EXPR)))
	names->safe_push (objmode_clause_word (kind));
    }
}

/* Return what was probably meant by the name of C, a clause of BLOCK whose
   name the text does not use: a word that begins a clause, or a name that the
   text alone has.  Return NULL if nothing is close.  */

static const char *
meant_clause (const struct objmode_block *block,
	      const struct objmode_clause *c)
{
  auto_vec<const char *> names;

  if (c->type == NULL && !objmode_word_p (c->name))
    add_words (c, &names);
  for (size_t i = 0; i < block->py->n_names; i++)
    {
      const struct objmode_pyname *p = &block->py->names[i];
      if ((p->flags & (OBJMODE_PY_READ | OBJMODE_PY_ASSIGNED))
	  && !(p->flags & (OBJMODE_PY_BUILTIN | OBJMODE_PY_GLOBAL))
	  && !clause_names->contains (p->name)
	  && !objmode_object_p (lookup_text_name (p->name, NULL)))
	names.safe_push (p->name);
    }
  return find_closest_string (c->name, &names);
}

/* Warn that the text of BLOCK does not use the variable of its clause C, which
   has no effect then.  P is what the text says of its name, or NULL.  */

static void
warn_useless (const struct objmode_block *block, const struct objmode_clause *c,
	      const struct objmode_pyname *p)
{
  if (c->word != NULL_TREE)
    objmode_mark_used (c->word);
  if (!objmode_warn_unused)
    return;
  auto_diagnostic_group d;
  const char *meant = c->macro == NULL ? meant_clause (block, c) : NULL;
  const char *name = text_name (block, c);
  bool warned;
  if (p != NULL && (p->flags & OBJMODE_PY_GLOBAL))
    warned = warning_at (c->loc, 0, "the clause %qs has no effect, since the"
			 " text declares the name %<global%>", name);
  else if (meant != NULL)
    warned = warning_at (c->loc, 0, "the text does not use %qs; did you mean"
			 " %qs?", name, meant);
  else
    warned = warning_at (c->loc, 0, "the text does not use %qs", name);
  if (!warned)
    return;
  objmode_note_word (c);
  if (c->word == NULL_TREE && c->kind == OBJMODE_CLAUSE_EXPR
      && objmode_word_p (c->name))
    inform (c->loc, "the clause %qs has no parentheses", c->name);
}

/* Return an example of what stands in the parentheses of the clause that
   begins with WORD.  */

static const char *
operand_of (const char *word)
{
  enum objmode_clause_kind kind;
  bool call;

  objmode_clause_of_word (word, &kind, &call);
  switch (objmode_clause_operand (kind))
    {
    case OBJMODE_OPERAND_LVALUE:
      return "STATUS";
    case OBJMODE_OPERAND_LABEL:
      return "LABEL";
    case OBJMODE_OPERAND_INTEGER:
      return "N";
    case OBJMODE_OPERAND_NUMBER:
      return "SECONDS";
    default:
      return "EXPR";
    }
}

/* Report that the name of C, a clause of BLOCK without parentheses, is not
   declared.  */

static void
report_undeclared (struct objmode_block *block, const struct objmode_clause *c)
{
  auto_vec<const char *> words;
  auto_diagnostic_group d;

  add_words (c, &words);
  const char *meant = find_closest_string (c->name, &words);
  if (meant == NULL)
    meant = objmode_meant_name (c->name, false);
  if (objmode_word_p (c->name))
    error_at (c->loc, "%qs undeclared in %<objmode%> clause; the clause of"
	      " that name needs an operand, as in %<%s (%s)%>", c->name,
	      c->name, operand_of (c->name));
  else if (meant != NULL)
    error_at (c->loc, "%qs undeclared in %<objmode%> clause; did you mean"
	      " %qs?", c->name, meant);
  else
    error_at (c->loc, "%qs undeclared in %<objmode%> clause", c->name);
  objmode_note_word (c);
  block->erroneous = true;
}

/* Report what is wrong with DECL, the output of clause C of BLOCK, if anything
   is.  P is what the text says of it.  */

static void
check_output (struct objmode_block *block, const struct objmode_clause *c,
	      tree decl, const struct objmode_pyname *p)
{
  tree type = TREE_TYPE (decl);
  bool assigned = p != NULL && (p->flags & OBJMODE_PY_ASSIGNED);

  if (type == error_mark_node)
    block->erroneous = true;
  else if (memory_p (type) || POINTER_TYPE_P (type))
    {
      if (!block->c_body && !text_uses_p (block, p))
	warn_useless (block, c, p);
    }
  else if (p != NULL && (p->flags & OBJMODE_PY_GLOBAL))
    {
      error_at (objmode_text_location (block, &p->first_assigned),
		"output %qD is declared %<global%> in the block", decl);
      block->erroneous = true;
    }
  else if (!assigned && !block->c_body && !objmode_sees_all_p (block))
    {
      auto_diagnostic_group d;
      error_at (c->loc, "output %qD is never assigned in the block", decl);
      objmode_note_word (c);
      block->erroneous = true;
    }
  else if (TREE_READONLY (decl) || TREE_CODE (decl) == CONST_DECL)
    {
      error_at (c->loc, "output %qD is read-only", decl);
      block->erroneous = true;
    }
}

/* If the text of BLOCK may use any name, let V, of a clause, be an input even
   if no use of it is seen.  */

static void
want_unasked (const struct objmode_block *block, struct objmode_variable *v)
{
  if (!objmode_sees_all_p (block))
    return;
  v->unasked = (!v->wants_in || v->py == NULL
		|| !(v->py->flags & OBJMODE_PY_READ));
  v->wants_in = true;
}

/* Return true if the output DECL of BLOCK may be assigned although the text
   does not do it: a debugger can.  */

static bool
debugged_output_p (const struct objmode_block *block, tree decl)
{
  tree type = TREE_TYPE (decl);
  return (objmode_sees_all_p (block) && !memory_p (type)
	  && !TREE_READONLY (decl) && TREE_CODE (decl) != CONST_DECL
	  && !(POINTER_TYPE_P (type) && TYPE_READONLY (TREE_TYPE (type))));
}

/* Add to BLOCK the variable of its clause C.  */

static void
resolve_clause (struct objmode_block *block, struct objmode_clause *c)
{
  struct objmode_variable v;
  memset (&v, 0, sizeof v);
  v.name = text_name (block, c);
  v.clause = c;
  v.loc = c->loc;
  v.py = lookup_py (v.name);
  bool assigned = v.py != NULL && (v.py->flags & OBJMODE_PY_ASSIGNED);

  tree decl = lookup_name (get_identifier (c->name));
  if (objmode_object_p (decl) && objmode_word_p (c->name))
    c->word = decl;
  if (!block->c_body && !objmode_identifier_p (v.name))
    {
      error_at (c->loc, "%qs is not an identifier in Python; write"
		" %<NAME (EXPR)%>", c->name);
      block->erroneous = true;
      return;
    }
  if (c->kind == OBJMODE_CLAUSE_EXPR)
    {
      /* For a C body, the stage `body' finds out what is wanted.  */
      if (!block->c_body)
	{
	  if (!text_uses_p (block, v.py))
	    warn_useless (block, c, v.py);
	  v.wants_out = assigned;
	  v.wants_in = !assigned || needed_p (v.py, true);
	  want_unasked (block, &v);
	}
      block->variables.safe_push (v);
      return;
    }
  if (decl == NULL_TREE || decl == error_mark_node)
    {
      report_undeclared (block, c);
      return;
    }
  if (!objmode_object_p (decl))
    {
      error_at (c->loc, "%qs in %<objmode%> clause is not a variable;"
		" write %<NAME (EXPR)%> for an expression", c->name);
      objmode_note_word (c);
      block->erroneous = true;
      return;
    }
  objmode_mark_used (decl);
  check_output (block, c, decl, v.py);
  v.decl = decl;
  v.wants_out = assigned || debugged_output_p (block, decl);
  v.wants_in = !block->c_body && needed_p (v.py, true);
  want_unasked (block, &v);
  block->variables.safe_push (v);
}

/* Warn that the assignment of the name P to DECL, which is not an output of
   BLOCK, has no effect in C.  */

static void
warn_lost (const struct objmode_block *block, const struct objmode_pyname *p,
	   tree decl)
{
  bool memory = (memory_p (TREE_TYPE (decl))
		 || POINTER_TYPE_P (TREE_TYPE (decl)));
  if (!objmode_warn_lost || !(p->flags & OBJMODE_PY_PLAIN)
      || (memory && (p->flags & OBJMODE_PY_AUGMENTED_ONLY)))
    return;
  gcc_rich_location richloc (objmode_text_location (block, &p->first_plain));
  if (!POINTER_TYPE_P (TREE_TYPE (decl)) && !TREE_READONLY (decl)
      && TREE_CODE (decl) != CONST_DECL)
    objmode_add_clause_fixit (&richloc, block,
			      IDENTIFIER_POINTER (DECL_NAME (decl)));
  warning_at (&richloc, 0, "value assigned to %qD is lost, since it is"
	      " not an output of the block", decl);
}

/* Warn if the C variable DECL hides what the text of BLOCK seems to mean by
   the name P.  */

static void
warn_hidden (const struct objmode_block *block, const struct objmode_pyname *p,
	     tree decl)
{
  location_t loc = objmode_text_location (block, &p->first_read);
  /* A name that the block itself defines hides the C variable in turn.  */
  if (p->flags & OBJMODE_PY_ASSIGNED)
    return;
  if ((p->flags & OBJMODE_PY_CALLED) && (p->flags & OBJMODE_PY_BUILTIN)
      && objmode_warn_hidden)
    warning_at (loc, 0, "C variable %qD hides the Python builtin %qs"
		" that the block calls", decl, p->name);
  objmode_note_name (block, p, OBJMODE_NOTED_HIDDEN);
}

/* If BLOCK assigns its own variable P in vain, remember that: the name is
   probably meant to be that of a module block.  */

static void
note_lost (const struct objmode_block *block, const struct objmode_pyname *p)
{
  if ((p->flags & OBJMODE_PY_PLAIN)
      && (!(p->flags & OBJMODE_PY_READ) || (p->flags & OBJMODE_PY_EARLY)))
    objmode_note_name (block, p, OBJMODE_NOTED_LOST);
}

/* Resolve the name P of the text of BLOCK, which is not that of a value of C.
   DECL and OTHER are what lookup_text_name has found.  */

static void
resolve_rest (struct objmode_block *block, const struct objmode_pyname *p,
		  tree decl, tree other)
{
  if (other != NULL_TREE && TREE_CODE (decl) == FUNCTION_DECL
      && !(p->flags & OBJMODE_PY_BUILTIN))
    report_ambiguous (block, p, decl, other);
  else
    objmode_resolve_other (block, p, decl);
}

/* Resolve the name P of the text of BLOCK, which is not that of a clause.  */

static void
resolve_name (struct objmode_block *block, const struct objmode_pyname *p)
{
  if (p->flags & OBJMODE_PY_GLOBAL)
    {
      objmode_note_global (p);
      return;
    }
  /* A name that has a meaning only in a nested function is not a name of
     C.  */
  if (!(p->flags & (OBJMODE_PY_READ | OBJMODE_PY_ASSIGNED)))
    return;
  struct objmode_variable v;
  memset (&v, 0, sizeof v);
  v.name = p->name;
  v.py = p;
  v.loc = objmode_text_location (block, (p->flags & OBJMODE_PY_READ
					 ? &p->first_read
					 : &p->first_assigned));
  v.wants_in = needed_p (p, false);

  tree other;
  tree decl = lookup_text_name (p->name, &other);
  unsigned *macro = macro_numbers->get (p->name);
  v.macro = macro != NULL ? *macro : 0;
  if (objmode_object_p (decl))
    {
      if (other != NULL_TREE)
	report_ambiguous (block, p, decl, other);
      objmode_mark_used (decl);
      warn_lost (block, p, decl);
      warn_hidden (block, p, decl);
      v.decl = decl;
      objmode_note_counts (block, &v);
      if (v.wants_in)
	block->variables.safe_push (v);
    }
  else if (v.macro > 0 || strcmp (p->name, "__func__") == 0)
    {
      if (v.wants_in)
	block->variables.safe_push (v);
    }
  else if (p->flags & OBJMODE_PY_NONLOCAL)
    {
      error_at (objmode_text_location (block, &p->first_assigned),
		"Python: no binding for nonlocal %qs found", p->name);
      block->erroneous = true;
    }
  else if (p->flags & OBJMODE_PY_ASSIGNED)
    note_lost (block, p);
  else
    resolve_rest (block, p, decl, other);
}

/* Resolve the names of the module block BLOCK.  Its text sees the functions of
   C, but no variables.  */

static void
resolve_module (struct objmode_block *block)
{
  for (size_t i = 0; i < block->py->n_names; i++)
    {
      const struct objmode_pyname *p = &block->py->names[i];
      tree other;
      if ((p->flags & OBJMODE_PY_READ) && !(p->flags & OBJMODE_PY_ASSIGNED))
	{
	  tree decl = lookup_text_name (p->name, &other);
	  resolve_rest (block, p, decl, other);
	}
    }
}

/* The stage `resolve': resolve the names of BLOCK.  */

void
objmode_stage_resolve (struct objmode_block *block)
{
  if (block->module)
    {
      resolve_module (block);
      return;
    }
  if (objmode_sees_all_p (block))
    objmode_see_names (block);
  index_names (block);
  for (unsigned i = 0; i < block->clauses.length (); i++)
    {
      struct objmode_clause *c = &block->clauses[i];
      if (objmode_clause_role (c->kind) == OBJMODE_ROLE_VARIABLE)
	resolve_clause (block, c);
    }
  for (size_t i = 0; !block->c_body && i < block->py->n_names; i++)
    {
      if (block->py->names[i].flags & OBJMODE_PY_GLOBAL_BELOW)
	objmode_note_global (&block->py->names[i]);
      if (!clause_names->contains (block->py->names[i].name))
	resolve_name (block, &block->py->names[i]);
    }
  forget_names ();
}
