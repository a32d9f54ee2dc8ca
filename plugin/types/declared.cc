/* declared.cc - Extents of members that the program has declared.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   objmode_extents is an attribute of a member, objmode_members a declaration
   about the members of a struct.  Both put what they say into the attribute
   "objmode extents" of the declaration of a member, which a precompiled header
   and the garbage collector of GCC know.  Its value is a list: TREE_PURPOSE is
   the path to a member of the member, such as `v' of `fields.v', or NULL_TREE
   for the member itself, and TREE_VALUE has the records of text/marker.def.

   Errors here: a malformed type string, one that contradicts the member, a
   member that does not exist, extents that were declared before, and those
   that come after the first block that used the type.  The names in extents
   are looked up where a block uses the type.  */

#include "types/declared.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "block/query.h"
#include "spellcheck.h"

/* The attributes of members; no program can give them.  */
static const char extents_name[] = "objmode extents";
static const char described_name[] = "objmode described";

/* Return the list of what is declared about FIELD and its members.  */

static tree
declared_list (tree field)
{
  tree attribute = lookup_attribute (extents_name, DECL_ATTRIBUTES (field));
  return attribute != NULL_TREE ? TREE_VALUE (attribute) : NULL_TREE;
}

/* Return the element for PATH, a member of FIELD or "" for FIELD itself, of
   what is declared about FIELD, or NULL_TREE.  */

static tree
find_declared (tree field, const char *path)
{
  tree id = *path != '\0' ? get_identifier (path) : NULL_TREE;
  tree entry = declared_list (field);
  while (entry != NULL_TREE && TREE_PURPOSE (entry) != id)
    entry = TREE_CHAIN (entry);
  return entry;
}

/* Set *INNER to where the struct that is the member FIELD of the struct WITHIN
   lies, OFFSET bits behind the beginning of WITHIN.  The caller frees the path
   of INNER.  */

void
objmode_enter_member (struct objmode_within *inner, tree field,
		      const struct objmode_within *within,
		      HOST_WIDE_INT offset)
{
  inner->outer = within->outer;
  inner->field = within->field != NULL_TREE ? within->field : field;
  inner->path
    = (within->field != NULL_TREE
       ? objmode_path_within (within, IDENTIFIER_POINTER (DECL_NAME (field)))
       : xstrdup (""));
  inner->offset = within->offset + offset;
  inner->self = NULL_TREE;
}

/* Read into W what GCC's attribute counted_by says of FIELD.  Return false if
   FIELD does not have it.  The count is a member, so that a type string with
   its name says the same.  */

static bool
read_counted_by (tree field, struct objmode_written *w)
{
  tree attribute = lookup_attribute ("counted_by", DECL_ATTRIBUTES (field));
  if (attribute == NULL_TREE || TREE_VALUE (attribute) == NULL_TREE
      || TREE_CODE (TREE_VALUE (TREE_VALUE (attribute))) != IDENTIFIER_NODE)
    return false;
  const char *count = IDENTIFIER_POINTER (TREE_VALUE (TREE_VALUE (attribute)));
  memset (w, 0, sizeof *w);
  w->loc = DECL_SOURCE_LOCATION (field);
  char *text = concat ("[", count, "]", NULL);
  char *tokens = concat ("\n1:", count, NULL);
  w->text = ggc_strdup (text);
  w->extents[0] = ggc_strdup (tokens);
  free (text);
  free (tokens);
  w->message = objmode_parse_typestring (w->text, strlen (w->text), &w->ts,
					 &w->begin, &w->end);
  return w->message == NULL;
}

/* Read what is declared about the extents of PATH, a member of FIELD or "" for
   FIELD itself, into W.  Return false if nothing is declared.  */

bool
objmode_declared_extents (tree field, const char *path,
			  struct objmode_written *w)
{
  tree entry = find_declared (field, path);
  return (entry != NULL_TREE
	  && objmode_read_written (TREE_VALUE (entry),
				   DECL_SOURCE_LOCATION (field), w));
}

/* Return the path from the outer struct of WITHIN to its member NAME.  The
   caller frees it.  */

char *
objmode_path_within (const struct objmode_within *within, const char *name)
{
  return concat (within->path, *within->path ? "." : "", name, NULL);
}

/* Read what is known of the extents of FIELD, a member of the struct WITHIN,
   into W.  What is declared about the outer struct comes first, and sets
   *OUTER; counted_by comes last.  Return false if nothing is known.  */

bool
objmode_extents_within (tree field, const struct objmode_within *within,
			struct objmode_written *w, bool *outer)
{
  *outer = false;
  if (DECL_NAME (field) == NULL_TREE)
    return false;
  if (within != NULL && within->field != NULL_TREE)
    {
      char *path = objmode_path_within (within, IDENTIFIER_POINTER
					(DECL_NAME (field)));
      *outer = objmode_declared_extents (within->field, path, w);
      free (path);
      if (*outer)
	return true;
    }
  return (objmode_declared_extents (field, "", w)
	  || read_counted_by (field, w));
}

/* Return true if something is declared about members below PATH of FIELD, or
   of FIELD itself if PATH is "".  */

bool
objmode_declared_below_p (tree field, const char *path)
{
  size_t n = strlen (path);
  for (tree e = declared_list (field); e != NULL_TREE; e = TREE_CHAIN (e))
    {
      const char *id = (TREE_PURPOSE (e) != NULL_TREE
			? IDENTIFIER_POINTER (TREE_PURPOSE (e)) : "");
      if (n == 0 ? *id != '\0' : strncmp (id, path, n) == 0 && id[n] == '.')
	return true;
    }
  return false;
}

/* Note that a block has used the struct with the member FIELD.  From then on
   nothing new can be declared about FIELD.  */

void
objmode_note_described (tree field)
{
  if (lookup_attribute (described_name, DECL_ATTRIBUTES (field)) == NULL_TREE)
    DECL_ATTRIBUTES (field) = tree_cons (get_identifier (described_name),
					 NULL_TREE, DECL_ATTRIBUTES (field));
}

/* Report the string W, whose syntax is wrong.  */

static void
report_syntax (const struct objmode_written *w)
{
  error_at (objmode_written_location (w, w->begin, w->end),
	    "%s in type string %qs", w->message, w->text);
}

/* Return true if TYPE is an array without a bound, as a flexible member.  */

bool
objmode_flexible_p (tree type)
{
  return (TREE_CODE (type) == ARRAY_TYPE
	  && (TYPE_DOMAIN (type) == NULL_TREE
	      || TYPE_MAX_VALUE (TYPE_DOMAIN (type)) == NULL_TREE
	      || (TYPE_SIZE (type) != NULL_TREE
		  && integer_zerop (TYPE_SIZE (type)))));
}

/* Return the type of the elements to which TYPE, a pointer to an array or to
   elements, or a flexible array, leads.  Add the number of dimensions that
   TYPE itself has behind the first to *NDIM.  */

tree
objmode_pointed_element (tree type, int *ndim)
{
  type = TREE_TYPE (type);
  for (*ndim = 1; TREE_CODE (type) == ARRAY_TYPE; type = TREE_TYPE (type))
    ++*ndim;
  return type;
}

/* Return true if the type string W fits the elements TYPE.  */

static bool
element_fits_p (const struct objmode_written *w, tree type)
{
  enum objmode_kind kind;

  if (w->ts.name == OBJMODE_TS_NONE)
    return true;
  return (!RECORD_OR_UNION_TYPE_P (type) && objmode_scalar_kind (type, &kind)
	  && objmode_agrees_p (w->ts.name, type, kind));
}

/* Report that W does not say all extents of the member NAME.  Return false.  */

static bool
report_unknown (const struct objmode_written *w, const char *name)
{
  error_at (objmode_written_location (w, 0, strlen (w->text)),
	    "the extents of %qs are unknown; write them in its type string, as"
	    " in %<\"[n]\"%>", name);
  return false;
}

/* Check that what W says of the member NAME of TYPE can be, of which some
   dimensions are levels of pointers, the last of which point to ELEMENT.
   Return false after an error.  */

static bool
check_levels (const struct objmode_written *w, const char *name, tree type,
	      tree element)
{
  if (TREE_CODE (element) == ARRAY_TYPE || VOID_TYPE_P (element)
      || !element_fits_p (w, element))
    {
      error_at (objmode_written_location (w, 0, strlen (w->text)),
		"type string %qs contradicts the type %qT of %qs", w->text,
		type, name);
      return false;
    }
  for (int d = 0; d < w->ts.ndim; d++)
    if (w->extents[d] == NULL
	&& !(d == 0 && TREE_CODE (type) == ARRAY_TYPE
	     && objmode_extent_of (type) != NULL_TREE))
      return report_unknown (w, name);
  return true;
}

/* Check that what W says of the member NAME of TYPE can be.  Return false
   after an error.  */

static bool
check_type (const struct objmode_written *w, const char *name, tree type)
{
  location_t whole = objmode_written_location (w, 0, strlen (w->text));
  int ndim, levels;
  tree element;

  if (!objmode_levels (&w->ts, type, &element, &levels))
    {
      error_at (whole, "type string %qs has %d pairs of brackets, but %qs of"
		" type %qT does not have as many pointers", w->text,
		w->ts.levels + 1, name, type);
      return false;
    }
  if (levels > 0)
    return check_levels (w, name, type, element);
  if (!POINTER_TYPE_P (type) && !objmode_flexible_p (type))
    {
      error_at (whole, "%qs of type %qT is neither a pointer nor a flexible"
		" array, so it has no extents to declare", name, type);
      return false;
    }
  element = objmode_pointed_element (type, &ndim);
  if (VOID_TYPE_P (element) || TREE_CODE (element) == FUNCTION_TYPE)
    {
      error_at (whole, "%qs of type %qT does not point to elements", name,
		type);
      return false;
    }
  if (!element_fits_p (w, element))
    {
      error_at (whole, "type string %qs contradicts the type %qT of %qs",
		w->text, type, name);
      return false;
    }
  if (!w->ts.is_array && RECORD_OR_UNION_TYPE_P (element)
      && POINTER_TYPE_P (type))
    return true;
  bool complete = w->ts.is_array;
  for (int d = 0; d < w->ts.ndim; d++)
    complete &= w->extents[d] != NULL;
  if (!complete)
    return report_unknown (w, name);
  if (ndim > 1 && w->ts.ndim != 1 && w->ts.ndim != ndim)
    {
      error_at (whole, "type string %qs has %d dimensions, but %qs has %d",
		w->text, w->ts.ndim, name, ndim);
      return false;
    }
  return true;
}

/* Return true if W may be declared about PATH of FIELD, at LOC.  Return false
   after an error, or if the same has been declared before.  */

static bool
new_p (tree field, const char *path, const struct objmode_written *w,
       location_t loc)
{
  struct objmode_written old;
  /* The parameter of a function, or the member.  */
  const char *name = (TREE_CODE (field) != FIELD_DECL ? path
		      : IDENTIFIER_POINTER (DECL_NAME (field)));
  auto_diagnostic_group d;

  if (objmode_declared_extents (field, path, &old))
    {
      if (objmode_written_alike_p (w, &old))
	return false;
      error_at (objmode_written_location (w, 0, strlen (w->text)),
		"extents of %qs that contradict the declaration before", name);
      inform (objmode_written_location (&old, 0, strlen (old.text)),
	      "this is the declaration before");
      return false;
    }
  if (lookup_attribute (described_name, DECL_ATTRIBUTES (field)) == NULL_TREE)
    return true;
  error_at (loc, "extents of %qs are declared after a block has used its type;"
	    " declare them before the first such block", name);
  return false;
}

/* Declare what RECORDS say of PATH, a member of TYPE, which is that of FIELD,
   or FIELD itself if PATH is "".  LOC is the place of the declaration.  Return
   false if RECORDS are not what the plugin writes.  */

static bool
declare (tree field, const char *path, tree type, tree records, location_t loc)
{
  struct objmode_written w;
  const char *name = (*path != '\0' ? path
		      : IDENTIFIER_POINTER (DECL_NAME (field)));

  if (!objmode_read_written (records, loc, &w))
    return false;
  if (w.message != NULL)
    report_syntax (&w);
  else if (check_type (&w, name, type) && new_p (field, path, &w, loc))
    {
      tree id = *path != '\0' ? get_identifier (path) : NULL_TREE;
      tree attribute = lookup_attribute (extents_name,
					 DECL_ATTRIBUTES (field));
      if (attribute == NULL_TREE)
	attribute = DECL_ATTRIBUTES (field)
	  = tree_cons (get_identifier (extents_name), NULL_TREE,
		       DECL_ATTRIBUTES (field));
      TREE_VALUE (attribute) = tree_cons (id, records, TREE_VALUE (attribute));
    }
  return true;
}

/* Declare what RECORDS say of the member FIELD, which has been parsed, at LOC.
   Return false if they are not what the plugin writes.  */

bool
objmode_declare_extents (tree field, tree records, location_t loc)
{
  return declare (field, "", TREE_TYPE (field), records, loc);
}

/* Return the member NAME of the struct TYPE, also that of an anonymous struct
   in it, or NULL_TREE.  Append the names of all members to NAMES.  */

static tree
find_member (tree type, const char *name, auto_vec<const char *> *names)
{
  for (tree f = TYPE_FIELDS (type); f != NULL_TREE; f = DECL_CHAIN (f))
    {
      if (TREE_CODE (f) != FIELD_DECL)
	continue;
      if (DECL_NAME (f) != NULL_TREE)
	{
	  if (strcmp (IDENTIFIER_POINTER (DECL_NAME (f)), name) == 0)
	    return f;
	  names->safe_push (IDENTIFIER_POINTER (DECL_NAME (f)));
	}
      else if (RECORD_OR_UNION_TYPE_P (TREE_TYPE (f)))
	{
	  tree inner = find_member (TREE_TYPE (f), name, names);
	  if (inner != NULL_TREE)
	    return inner;
	}
    }
  return NULL_TREE;
}

/* Return the member NAME of TYPE, which PATH names at LOC; or NULL_TREE after
   an error.  */

static tree
member_of_path (tree type, const char *name, location_t loc)
{
  auto_vec<const char *> names;

  if (TREE_CODE (type) != RECORD_TYPE || !COMPLETE_TYPE_P (type))
    {
      error_at (loc, "%qT is not a struct whose members are known here, so it"
		" has no member %qs", type, name);
      return NULL_TREE;
    }
  tree field = find_member (type, name, &names);
  if (field != NULL_TREE)
    return field;
  const char *meant = find_closest_string (name, &names);
  if (meant != NULL)
    error_at (loc, "%qT has no member named %qs; did you mean %qs?", type,
	      name, meant);
  else
    error_at (loc, "%qT has no member named %qs", type, name);
  return NULL_TREE;
}

/* Declare what RECORDS say of PATH, a member of the struct TYPE or a member of
   its members, at LOC.  Return false if they are not what the plugin
   writes.  */

bool
objmode_declare_member (tree type, const char *path, tree records,
			location_t loc)
{
  const char *below = NULL;
  tree first = NULL_TREE, field = NULL_TREE;

  for (const char *p = path; ; p++)
    {
      size_t n = strcspn (p, ".");
      char *name = xstrndup (p, n);
      field = member_of_path (type, name, loc);
      free (name);
      if (field == NULL_TREE)
	return true;
      p += n;
      if (first == NULL_TREE)
	{
	  first = field;
	  below = *p == '.' ? p + 1 : p;
	}
      type = TREE_TYPE (field);
      if (*p == '\0')
	break;
    }
  return declare (first, below, type, records, loc);
}

/* Declare what RECORDS say of the parameter NAME of functions of TYPE, at LOC.
   DECL is such a function, or the typedef of the functions or of pointers to
   them.  Return false if RECORDS are not what the plugin writes.  */

bool
objmode_declare_parameter (tree decl, tree type, const char *name,
			   tree records, location_t loc)
{
  auto_vec<const char *> names;
  tree function = TREE_CODE (decl) == FUNCTION_DECL ? decl : NULL_TREE;
  unsigned n = 0;

  for (tree t = TYPE_ARG_TYPES (type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      char *own = objmode_parameter_name (function, n);
      bool same = strcmp (own, name) == 0;
      free (own);
      if (same)
	return declare (decl, name, TREE_VALUE (t), records, loc);
    }
  error_at (loc, "%qD has no parameter named %qs; those without a name are"
	    " %<arg0%>, %<arg1%> and so on", decl, name);
  return true;
}

/* Return the typedef by which TYPE, a function type or a pointer to one, was
   written, if something is declared about its parameters.  Return NULL_TREE if
   there is none.  A block uses TYPE, so nothing new can be declared about
   it.  */

tree
objmode_function_declared (tree type)
{
  while (type != NULL_TREE)
    {
      tree decl = TYPE_NAME (type);
      if (decl == NULL_TREE || TREE_CODE (decl) != TYPE_DECL)
	type = POINTER_TYPE_P (type) ? TREE_TYPE (type) : NULL_TREE;
      else
	{
	  objmode_note_described (decl);
	  if (declared_list (decl) != NULL_TREE)
	    return decl;
	  type = DECL_ORIGINAL_TYPE (decl);
	}
    }
  return NULL_TREE;
}
