/* declare.cc - The attributes of declarations about types.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The handler reads what lex/declaration.cc has written and hands each string
   to the file that knows what it means.  A declaration of the form TYPE is a
   typedef of the type that it is about, whose name nobody uses.

   Errors: a declaration that is malformed or that stands where none may.  */

#include "parse/parse.h"
#include "block/query.h"
#include "types/declared.h"
#include "types/adapter.h"

/* A string of a declaration, and what it is about.  */
struct entry
{
  const char *name;		/* In front of the `='.  */
  location_t loc;		/* Of NAME.  */
  tree records;			/* As objmode_read_written takes them.  */
};

/* A declaration that has been read.  */
struct declaration
{
  const char *word;		/* "objmode_members" */
  tree file;			/* The record with the name of the file.  */
  location_t loc;
  auto_vec<entry> entries;	/* The first of the form TYPE is the type.  */
  bool faulty;			/* A message has been given.  */
};

/* Read the record "LINE:COLUMN:NAME", S, into D.  Return false if S does not
   have that form.  */

static bool
read_name (struct declaration *d, const char *s)
{
  int line, column;

  if (d->file == NULL_TREE || !objmode_take_position (&s, ':', &line, &column))
    return false;
  entry e = { s, objmode_location (objmode_string_of (d->file) + 1, line,
				   column, d->loc), NULL_TREE };
  d->entries.safe_push (e);
  return true;
}

/* Report the record "LINE:COLUMN:NUMBER", S, of D.  Return false if S does not
   have that form.  */

static bool
read_fault (struct declaration *d, const char *s)
{
  int line, column, number;

  if (d->file == NULL_TREE || !objmode_take_position (&s, ':', &line, &column)
      || !objmode_take_number (&s, '\0', &number)
      || objmode_marker_message_text (number) == NULL)
    return false;
  if (!d->faulty)
    error_at (objmode_location (objmode_string_of (d->file) + 1, line, column,
				d->loc), objmode_marker_message_text (number));
  d->faulty = true;
  return true;
}

/* Read the record RECORD, an argument of the attribute, into D.  Return false
   if it is not one that the plugin writes there.  */

static bool
read_record (struct declaration *d, tree record)
{
  const char *s = objmode_string_of (record);
  int line, column;

  if (s == NULL)
    return false;
  switch (*s++)
    {
    case OBJMODE_MARKER_FILE:
      d->file = record;
      return true;
    case OBJMODE_MARKER_BEGIN:
      if (d->file == NULL_TREE
	  || !objmode_take_position (&s, '\0', &line, &column))
	return false;
      d->loc = objmode_location (objmode_string_of (d->file) + 1, line, column,
				 d->loc);
      return true;
    case OBJMODE_MARKER_NAMED:
      return read_name (d, s);
    case OBJMODE_MARKER_FAULT:
      return read_fault (d, s);
    case OBJMODE_MARKER_TYPE:
    case OBJMODE_MARKER_EXTENT:
      if (d->entries.is_empty ())
	return false;
      if (d->entries.last ().records == NULL_TREE)
	d->entries.last ().records
	  = tree_cons (NULL_TREE, TREE_VALUE (d->file), NULL_TREE);
      d->entries.last ().records
	= chainon (d->entries.last ().records,
		   tree_cons (NULL_TREE, TREE_VALUE (record), NULL_TREE));
      return true;
    default:
      return false;
    }
}

/* Read the arguments ARGS of the attribute of D.  Return false if they are not
   those of a declaration of this plugin's version.  */

static bool
read_declaration (struct declaration *d, tree args)
{
  if (objmode_marker_version (args) != OBJMODE_MARKER_VERSION)
    return false;
  for (tree a = TREE_CHAIN (args); a != NULL_TREE; a = TREE_CHAIN (a))
    if (!read_record (d, a))
      return false;
  return d->file != NULL_TREE && (d->faulty || !d->entries.is_empty ());
}

/* Return true if NAME, the first argument, is an identifier that is not
   declared.  GCC has reported it then.  */

static bool
undeclared_p (const char *name)
{
  if (!ISIDST (*name) || strchr (name, ' ') != NULL)
    return false;
  tree id = get_identifier (name);
  tree decl = lookup_name (id);
  return !C_IS_RESERVED_WORD (id) && (decl == NULL_TREE
				      || error_operand_p (decl));
}

/* Act on D, objmode_members of the functions of TYPE.  Return false if it is
   not what the plugin writes.  */

static bool
declare_parameters (struct declaration *d, tree type)
{
  const struct entry *about = &d->entries[0];
  tree decl = lookup_name (get_identifier (about->name));

  if (decl == NULL_TREE || (TREE_CODE (decl) != FUNCTION_DECL
			    && TREE_CODE (decl) != TYPE_DECL))
    {
      error_at (about->loc, "%qs is neither the name of a function nor of a"
		" type of functions", about->name);
      return true;
    }
  for (unsigned i = 1; i < d->entries.length (); i++)
    if (d->entries[i].records == NULL_TREE
	|| !objmode_declare_parameter (decl, type, d->entries[i].name,
				       d->entries[i].records,
				       d->entries[i].loc))
      return false;
  return true;
}

/* Act on D, objmode_members of the struct TYPE, or of functions.  Return false
   if it is not what the plugin writes.  */

static bool
declare_members (struct declaration *d, tree type)
{
  const struct entry *about = &d->entries[0];
  tree function = POINTER_TYPE_P (type) ? TREE_TYPE (type) : type;

  if (TREE_CODE (function) == FUNCTION_TYPE)
    return declare_parameters (d, function);
  if (POINTER_TYPE_P (type) || TREE_CODE (type) != RECORD_TYPE)
    {
      error_at (about->loc, "%qs is not a struct", about->name);
      return true;
    }
  if (!COMPLETE_TYPE_P (type))
    {
      error_at (about->loc, "the struct %qs is incomplete here; declare its"
		" members first", about->name);
      return true;
    }
  for (unsigned i = 1; i < d->entries.length (); i++)
    if (d->entries[i].records == NULL_TREE
	|| !objmode_declare_member (type, d->entries[i].name,
				    d->entries[i].records, d->entries[i].loc))
      return false;
  return true;
}

/* Read the entry E of objmode_adapt, the name of a Python function, into *NAME,
   a STRING_CST.  Return false if E is not what the plugin writes.  *NAME stays
   NULL_TREE after an error.  */

static bool
read_function (const struct entry *e, tree *name)
{
  struct objmode_written w;

  if (e->records == NULL_TREE || !objmode_read_written (e->records, e->loc, &w))
    return false;
  if (!objmode_adapter_function_p (&w))
    error_at (objmode_written_location (&w, 0, strlen (w.text)),
	      "%qs is not the name of a Python function; write a name, or"
	      " names joined with dots", w.text);
  else
    *name = build_string (strlen (w.text) + 1, w.text);
  return true;
}

/* Act on D, objmode_adapt of TYPE, whose typedef is DECL.  Return false if it
   is not what the plugin writes.  */

static bool
declare_adapter (struct declaration *d, tree type, tree decl)
{
  const struct entry *about = &d->entries[0];
  tree names[2] = { NULL_TREE, NULL_TREE };
  tree name = objmode_named_type (type);
  bool faulty = false;

  if (name == NULL_TREE || TREE_CODE (type) == ARRAY_TYPE
      || TREE_CODE (type) == FUNCTION_TYPE)
    {
      error_at (about->loc, "%qs is neither a struct nor the typedef name of a"
		" value", about->name);
      return true;
    }
  for (unsigned i = 1; i < d->entries.length (); i++)
    {
      const struct entry *e = &d->entries[i];
      int which = (strcmp (e->name, "to") == 0 ? 0
		   : strcmp (e->name, "from") == 0 ? 1 : -1);
      if (which < 0)
	error_at (e->loc, "%<objmode_adapt%> has %<to%> and %<from%>, but not"
		  " %qs", e->name);
      else if (names[which] != NULL_TREE)
	{
	  error_at (e->loc, "%qs is given twice", e->name);
	  faulty = true;
	}
      else if (!read_function (e, &names[which]))
	return false;
      else
	faulty |= names[which] == NULL_TREE;
      faulty |= which < 0;
    }
  if (faulty)
    ;
  else if (names[0] == NULL_TREE)
    error_at (d->loc, "%<objmode_adapt%> lacks the function that makes Python"
	      " objects of values of %qs; write it as %<to = \"function\"%>",
	      about->name);
  else
    objmode_declare_adapter (name, names[0], names[1], decl, d->loc);
  return true;
}

/* Act on D, a declaration of the sort WHAT and the form TYPE, whose typedef is
   DECL.  Return false if it is not what the plugin writes.  */

static bool
declare_about_type (struct declaration *d, enum objmode_declaration what,
		    tree decl)
{
  tree type = TREE_TYPE (decl);

  TREE_USED (decl) = 1;
  DECL_ARTIFICIAL (decl) = 1;
  DECL_IGNORED_P (decl) = 1;
  if (current_function_decl != NULL_TREE)
    error_at (d->loc, "%qs is allowed at file scope only", d->word);
  else if (!error_operand_p (decl) && !undeclared_p (d->entries[0].name))
    switch (what)
      {
      case OBJMODE_DECLARATION_MEMBERS:
	return declare_members (d, type);
      case OBJMODE_DECLARATION_ADAPT:
	return declare_adapter (d, type, decl);
      default:
	gcc_unreachable ();
      }
  return true;
}

/* Return true if DECL is the typedef of a declaration of the sort WHAT.  */

static bool
declaration_p (tree decl, enum objmode_declaration what)
{
  const char *word = objmode_declaration_word (what);

  if (TREE_CODE (decl) != TYPE_DECL || DECL_NAME (decl) == NULL_TREE)
    return false;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));
  return (strncmp (name, "__", 2) == 0
	  && strncmp (name + 2, word, strlen (word)) == 0);
}

/* The handler of the attributes of declarations.  NODE[0] is the member of a
   struct or the typedef, or whatever else the user has put the attribute NAME
   on.  */

tree
objmode_handle_declaration (tree *node, tree name, tree args, int,
			    bool *no_add_attrs)
{
  struct declaration d = {};
  enum objmode_declaration what;
  bool known = objmode_declaration_of_word (IDENTIFIER_POINTER (name), &what);
  bool ok;

  gcc_assert (known);
  *no_add_attrs = true;
  d.word = objmode_declaration_word (what);
  d.loc = DECL_P (*node) ? DECL_SOURCE_LOCATION (*node) : input_location;
  if (objmode_declaration_form (what) == OBJMODE_FORM_MEMBER
      && TREE_CODE (*node) != FIELD_DECL)
    {
      error_at (d.loc, "%qE attribute applies only to a member of a struct",
		name);
      return NULL_TREE;
    }
  if (objmode_declaration_form (what) == OBJMODE_FORM_TYPE
      && !declaration_p (*node, what))
    {
      error_at (d.loc, "%qE attribute must be a declaration of its own at file"
		" scope", name);
      return NULL_TREE;
    }
  ok = read_declaration (&d, args);
  if (ok && !d.faulty && TREE_CODE (*node) == FIELD_DECL)
    ok = (error_operand_p (*node) || DECL_NAME (*node) == NULL_TREE
	  || objmode_declare_extents (*node, d.entries[0].records, d.loc));
  else if (ok && !d.faulty)
    ok = declare_about_type (&d, what, *node);
  if (!ok)
    error_at (d.loc, "malformed %qE attribute", name);
  return NULL_TREE;
}
