/* object.cc - OBJ (v).

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   <objmode.h> makes OBJ (v) OBJMODE_OBJ (v), and the lexer hook makes that

     (*__extension__ ({ void *__objmode_obj_5
			  __attribute__ ((__unused__, __objmode__ ("Ov")));
			__asm__ (...); &__objmode_obj_5; }))

   The handler of the attribute runs where the mention stands, so it finds
   what v is there, and the block; it makes the variable a PyObject *, and
   with it the expression.  At PRE_GENERICIZE the whole becomes a member
   of the frame of the block.

   Input: what follows OBJMODE_OBJ; later MENTIONS, VARIABLES.
   Output: MENTIONS, what is read and assigned of them.
   Errors: mentions that are none of a variable around a C body, or without
   <Python.h>.  */

#include "lex/annotate.h"
#include "block.h"

#define NOT_IN_BODY "%<OBJ%> is not in a C body of an %<objmode%> block"

static const char object_prefix[] = "__objmode_obj_";

/* Return the PY_VERSION_HEX of the unit as C spells it, malloced, or NULL if
   it has not included <Python.h> or is for any version.  */

char *
objmode_python_version (void)
{
  cpp_hashnode *version = objmode_node ("PY_VERSION_HEX");

  if (version->type != NT_USER_MACRO
      || cpp_macro_p (objmode_node ("Py_LIMITED_API"))
      || version->value.macro->count != 1
      || version->value.macro->exp.tokens[0].type != CPP_NUMBER)
    return NULL;
  const cpp_string *number = &version->value.macro->exp.tokens[0].val.str;
  return xstrndup ((const char *) number->text, number->len);
}

/* Append to OUT what the replacement of the block ID, which A describes,
   removes: compiled without the plugin, it does not assemble.  In front of C
   it is a declaration, since declarations of the user may follow.  */

void
objmode_write_fail_safe (const struct objmode_annotation *a, int id,
			 objmode_tokens *out)
{
  char *text = xasprintf (a->other && !a->module
			  ? "__extension__ int __objmode_m_%d __attribute__"
			    " ((__unused__)) = ({ " OBJMODE_NO_PLUGIN " 0; });"
			  : OBJMODE_NO_PLUGIN, id);
  objmode_push_c (out, text, a->loc);
  free (text);
}

/* Read `( v )' behind TOKEN, `OBJMODE_OBJ', of PFILE and append what it
   stands for to OUT.  Return false, with PFILE as it was, if no `(' follows
   or the file ends.  */

bool
objmode_write_object (cpp_reader *pfile, const cpp_token *token,
		      objmode_tokens *out)
{
  static int counter;
  objmode_tokens taken = vNULL;
  int depth = 0;

  do
    {
      const cpp_token *t = objmode_peek (pfile);
      if (objmode_end_token_p (t)
	  || (depth == 0 && t->type != CPP_OPEN_PAREN))
	{
	  objmode_give_back (pfile, taken);
	  taken.release ();
	  return false;
	}
      taken.safe_push (objmode_take (pfile));
      depth += ((taken.last ().type == CPP_OPEN_PAREN)
		- (taken.last ().type == CPP_CLOSE_PAREN));
    }
  while (depth > 0);

  /* As in the callback for `__attribute__': the macro OBJ is in a header, its
     argument knows where it was used.  */
  location_t loc = taken[0].src_loc;
  if (linemap_location_from_macro_expansion_p (line_table, loc))
    loc = linemap_resolve_location (line_table, loc,
				    LRK_MACRO_EXPANSION_POINT, NULL);
  else
    loc = token->src_loc;
  counter++;
  bool name = taken.length () == 3 && taken[1].type == CPP_NAME;
  bool file_scope = !flag_preprocess_only && current_function_decl == NULL;
  if (file_scope)
    error_at (loc, NOT_IN_BODY);
  char *text
    = (file_scope ? xasprintf ("%s%d", object_prefix, counter)
       : xasprintf ("(*__extension__ ({ void *%s%d __attribute__"
		    " ((__unused__, __objmode__ (\"O%s\"))); "
		    OBJMODE_NO_PLUGIN " &%s%d; }))", object_prefix, counter,
		    name ? (const char *) NODE_NAME (taken[1].val.node.node)
		    : "", object_prefix, counter));
  objmode_push_c (out, text, taken.length () > 2
		  ? objmode_written (taken[1].src_loc) : loc);
  /* The whole is where OBJ is.  */
  for (unsigned i = 0; i < 2 && i < out->length (); i++)
    (*out)[i].src_loc = loc;
  free (text);
  taken.release ();
  return true;
}

/* Return the type `PyObject *', or NULL_TREE after an error at LOC if it is
   unknown.  */

static tree
object_type (location_t loc)
{
  static bool reported;
  tree decl = lookup_name (get_identifier ("PyObject"));

  if (decl != NULL_TREE && TREE_CODE (decl) == TYPE_DECL)
    return build_pointer_type (TREE_TYPE (decl));
  if (!reported)
    error_at (loc, "%<OBJ%> needs the type %<PyObject%>; include"
	      " %<<Python.h>%>");
  reported = true;
  return NULL_TREE;
}

/* Fill in M, a mention at M->loc of M->name, which is "" for an expression,
   in the C body of BLOCK.  Return false after an error.  */

static bool
resolve_mention (struct objmode_block *block, struct objmode_mention *m)
{
  if (m->name[0] == '\0')
    {
      error_at (m->loc, "operand of %<OBJ%> is not the name of a variable;"
		" write a clause %<NAME (EXPR)%> and %<OBJ (NAME)%>");
      return false;
    }
  for (unsigned i = 0; i < block->clauses.length (); i++)
    if (block->clauses[i].kind == OBJMODE_CLAUSE_EXPR
	&& strcmp (block->clauses[i].name, m->name) == 0)
      return true;
  m->v = lookup_name (get_identifier (m->name));
  if (m->v == error_mark_node)
    return false;
  if (m->v == NULL_TREE)
    {
      error_at (m->loc, "%qs undeclared in %<OBJ%>", m->name);
      return false;
    }
  if (!VAR_P (m->v) && TREE_CODE (m->v) != PARM_DECL)
    {
      error_at (m->loc, "%qs in %<OBJ%> is not a variable; write a clause"
		" %<NAME (EXPR)%> and %<OBJ (NAME)%>", m->name);
      return false;
    }
  TREE_USED (m->v) = DECL_READ_P (m->v) = 1;
  return true;
}

/* If DECL is a variable of a mention whose attribute has ARGS, note the
   mention and return true.  */

bool
objmode_note_object (tree decl, tree args)
{
  if (!VAR_P (decl) || DECL_NAME (decl) == NULL_TREE
      || strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), object_prefix,
		  sizeof object_prefix - 1) != 0
      || args == NULL_TREE || TREE_CODE (TREE_VALUE (args)) != STRING_CST)
    return false;

  struct objmode_block *block = objmode_open_body ();
  struct objmode_mention m;
  memset (&m, 0, sizeof m);
  m.decl = decl;
  m.loc = DECL_SOURCE_LOCATION (decl);
  m.name = xstrdup (TREE_STRING_POINTER (TREE_VALUE (args)) + 1);
  tree type = object_type (m.loc);
  if (type != NULL_TREE)
    TREE_TYPE (decl) = type;
  if (block == NULL)
    {
      /* The missing block is all that is wrong.  */
      tree v = lookup_name (get_identifier (m.name));
      if (v != NULL_TREE && (VAR_P (v) || TREE_CODE (v) == PARM_DECL))
	TREE_USED (v) = DECL_READ_P (v) = 1;
      error_at (m.loc, NOT_IN_BODY);
    }
  else if (!resolve_mention (block, &m) || type == NULL_TREE)
    block->erroneous = true;
  else
    block->mentions.safe_push (m);
  return true;
}

/* If T is the expression that a mention of BLOCK has become, return that,
   else NULL.  */

static struct objmode_mention *
mention_of (struct objmode_block *block, tree t)
{
  if (TREE_CODE (t) != TARGET_EXPR
      || TARGET_EXPR_INITIAL (t) == NULL_TREE
      || TREE_CODE (TARGET_EXPR_INITIAL (t)) != BIND_EXPR)
    return NULL;
  tree var = BIND_EXPR_VARS (TARGET_EXPR_INITIAL (t));
  for (unsigned i = 0; i < block->mentions.length (); i++)
    if (block->mentions[i].decl == var)
      return &block->mentions[i];
  return NULL;
}

/* Return the mention of BLOCK that the lvalue T is, or NULL.  */

static struct objmode_mention *
mentioned_lvalue (struct objmode_block *block, tree t)
{
  if (TREE_CODE (t) != INDIRECT_REF)
    return NULL;
  t = TREE_OPERAND (t, 0);
  STRIP_NOPS (t);
  return mention_of (block, t);
}

/* walk_tree callback: see how *TP mentions objects of the block DATA.  */

static tree
find_object (tree *tp, int *walk_subtrees, void *data)
{
  struct objmode_block *block = (struct objmode_block *) data;
  struct objmode_mention *m;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if (TREE_CODE (*tp) == MODIFY_EXPR
	   && (m = mentioned_lvalue (block, TREE_OPERAND (*tp, 0))) != NULL)
    {
      m->assigned = true;
      *walk_subtrees = 0;
      walk_tree_without_duplicates (&TREE_OPERAND (*tp, 1), find_object,
				    block);
    }
  else if ((m = mentioned_lvalue (block, *tp)) != NULL)
    {
      m->read = true;
      *walk_subtrees = 0;
    }
  else if ((m = mention_of (block, *tp)) != NULL)
    {
      /* Its address.  */
      m->read = m->assigned = true;
      *walk_subtrees = 0;
    }
  return NULL_TREE;
}

/* Find out how the mentions of BLOCK are used.  */

void
objmode_find_objects (struct objmode_block *block)
{
  walk_tree_without_duplicates (&block->bind, find_object, block);
  objmode_walk_nested (block->fn, find_object, block);
}

/* What replaces mentions.  */
struct replacement
{
  struct objmode_block *block;
  tree frame;
};

/* Return the member of the frame for M.  */

static tree
object_of (const struct replacement *r, const struct objmode_mention *m)
{
  for (unsigned i = 0; i < r->block->variables.length (); i++)
    {
      const struct objmode_variable *v = &r->block->variables[i];
      if (v->object && (m->v != NULL_TREE ? v->decl == m->v
			: strcmp (v->name, m->name) == 0))
	return build3 (COMPONENT_REF, TREE_TYPE (v->object_field), r->frame,
		       v->object_field, NULL_TREE);
    }
  gcc_unreachable ();
}

/* walk_tree callback: replace *TP if it is a mention; DATA is a struct
   replacement.  */

static tree
replace_object (tree *tp, int *walk_subtrees, void *data)
{
  struct replacement *r = (struct replacement *) data;
  struct objmode_mention *m;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else if ((m = mentioned_lvalue (r->block, *tp)) != NULL)
    {
      *tp = object_of (r, m);
      *walk_subtrees = 0;
    }
  else if ((m = mention_of (r->block, *tp)) != NULL)
    {
      *tp = build_fold_addr_expr (object_of (r, m));
      *walk_subtrees = 0;
    }
  return NULL_TREE;
}

/* Put the members of FRAME, a variable, in the place of the mentions of
   BLOCK.  */

void
objmode_replace_objects (struct objmode_block *block, tree frame)
{
  struct replacement r = { block, frame };
  walk_tree_without_duplicates (&block->bind, replace_object, &r);
  objmode_walk_nested (block->fn, replace_object, &r);
}
