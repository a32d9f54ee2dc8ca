/* member-uses.cc - Members that a text names.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `type'.

   Warnings: a member that does not exist, and a subscript of a pointer whose
   extents are not known.  Both fail when the text runs.  */

#include "types/types.h"
#include "types/adapter.h"
#include "block/query.h"
#include "spellcheck.h"
#include "tools/options.h"
#include "tools/python.h"

/* A walk from a variable along the members of a chain.  */
struct walk
{
  struct objmode_within within;	/* The struct that has been reached.  */
  auto_vec<char *> paths;	/* To be freed.  */
};

/* Let W be at the struct TYPE, which is a member of nothing.  */

static void
reach_struct (struct walk *w, tree type)
{
  type = TYPE_MAIN_VARIANT (type);
  w->within = { type, NULL_TREE, "", 0, type };
}

/* Return the member of TYPE that Python calls NAME, also that of an anonymous
   struct in it, or NULL_TREE.  Append the names of all members to NAMES.  */

static tree
find_member (tree type, const char *name, auto_vec<const char *> *names)
{
  for (tree f = TYPE_FIELDS (type); f != NULL_TREE; f = DECL_CHAIN (f))
    if (TREE_CODE (f) != FIELD_DECL)
      ;
    else if (DECL_NAME (f) != NULL_TREE)
      {
	const char *python
	  = objmode_python_name (IDENTIFIER_POINTER (DECL_NAME (f)));
	if (strcmp (python, name) == 0)
	  return f;
	names->safe_push (python);
      }
    else if (RECORD_OR_UNION_TYPE_P (TREE_TYPE (f)))
      {
	tree inner = find_member (TREE_TYPE (f), name, names);
	if (inner != NULL_TREE)
	  return inner;
      }
  return NULL_TREE;
}

/* Return true if each view has the attribute NAME.  */

static bool
of_views_p (const char *name)
{
  return (strcmp (name, "keys") == 0 || strcmp (name, "copy") == 0
	  || strcmp (name, "address") == 0 || strncmp (name, "__", 2) == 0);
}

/* Warn, at LOC, that TYPE does not have a member NAME, but NAMES.  */

static void
warn_missing (location_t loc, tree type, const char *name,
	      auto_vec<const char *> *names)
{
  const char *meant = find_closest_string (name, names);

  if (meant != NULL)
    warning_at (loc, 0, "%qT has no member %qs; did you mean %qs?", type, name,
		meant);
  else
    warning_at (loc, 0, "%qT has no member %qs", type, name);
}

/* Warn, at LOC, if M, the member FIELD, which the text subscripts as SUBSCRIPT
   says, points to what has no extents.  */

static void
check_subscript (location_t loc, const struct objmode_member *m, tree field,
		 int subscript)
{
  enum objmode_reference refers = objmode_row_of (m->kind)->refers;
  tree type = TREE_TYPE (field);

  if (!POINTER_TYPE_P (type) || VOID_TYPE_P (TREE_TYPE (type))
      || !objmode_row_of (m->kind)->pointer
      || refers == OBJMODE_REFERS_MEMORY
      || (refers == OBJMODE_REFERS_TARGET && subscript < 2)
      || (RECORD_OR_UNION_TYPE_P (TREE_TYPE (type))
	  && !COMPLETE_TYPE_P (TREE_TYPE (type))))
    return;
  enum objmode_kind kind;
  if (objmode_scalar_kind (type, &kind))
    return;
  warning_at (loc, 0, "%qD of type %qT has no extents, so it has no elements;"
	      " declare them by %<objmode_extents%> or %<objmode_members%>",
	      field, type);
}

/* Move W to the struct that the member FIELD, M, leads to.  Return false if it
   does not lead to one.  */

static bool
advance (struct walk *w, const struct objmode_member *m, tree field)
{
  enum objmode_reference refers = objmode_row_of (m->kind)->refers;

  if (!m->shape.is_empty ())
    return false;
  if (refers == OBJMODE_REFERS_TARGET)
    {
      reach_struct (w, m->target);
      return true;
    }
  if (refers != OBJMODE_REFERS_MEMBERS)
    return false;
  struct objmode_within inner;
  objmode_enter_member (&inner, field, &w->within, 0);
  w->paths.safe_push (CONST_CAST (char *, inner.path));
  inner.self = TYPE_MAIN_VARIANT (m->type);
  w->within = inner;
  return true;
}

/* Check the chain of members that U names of V, a struct, in BLOCK.  */

static void
check_use (const struct objmode_block *block, const struct objmode_variable *v,
	   const struct objmode_pymember *u)
{
  location_t loc = objmode_text_location (block, &u->where);
  const char *p = strchr (u->path, '.');
  struct walk w;

  reach_struct (&w, v->type);
  while (p != NULL)
    {
      auto_vec<const char *> names;
      struct objmode_member m;
      size_t n = strcspn (++p, ".");
      char *name = xstrndup (p, n);
      tree type = w.within.self, field = find_member (type, name, &names);
      p = p[n] == '.' ? p + n : NULL;
      bool known = field != NULL_TREE;
      if (!known && !of_views_p (name))
	warn_missing (loc, type, name, &names);
      free (name);
      if (!known || objmode_opaque_member_p (field)
	  || objmode_field_adapter (field) != NULL_TREE
	  || !objmode_classify_within (&m, field, &w.within))
	break;
      objmode_settle_member (&m, false);
      if (p == NULL && u->subscript > 0 && m.shape.is_empty ())
	check_subscript (loc, &m, field, u->subscript);
      if (!advance (&w, &m, field))
	break;
    }
  for (unsigned i = 0; i < w.paths.length (); i++)
    free (w.paths[i]);
}

/* Return the variable of BLOCK to which U belongs, if it is a struct and the
   text does not assign its name.  Otherwise return NULL.  */

static const struct objmode_variable *
variable_of (const struct objmode_block *block,
	     const struct objmode_pymember *u)
{
  size_t n = strcspn (u->path, ".");

  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      const struct objmode_variable *v = &block->variables[i];
      if (strlen (v->name) == n && strncmp (v->name, u->path, n) == 0)
	return (v->py != NULL && !(v->py->flags & OBJMODE_PY_ASSIGNED)
		&& !(v->flags & OBJMODE_VAR_ARRAY) && v->type != NULL_TREE
		&& v->adapter == NULL_TREE
		&& objmode_row_of (v->kind)->refers == OBJMODE_REFERS_MEMBERS
		? v : NULL);
    }
  return NULL;
}

/* Warn of what the text of BLOCK does with members that cannot be.  */

void
objmode_check_members (const struct objmode_block *block)
{
  if (!objmode_warn_member || block->py == NULL)
    return;
  for (size_t i = 0; i < block->py->n_members; i++)
    {
      const struct objmode_pymember *u = &block->py->members[i];
      const struct objmode_variable *v = variable_of (block, u);
      if (v != NULL && u->subscript != OBJMODE_PY_STORED)
	check_use (block, v, u);
    }
}
