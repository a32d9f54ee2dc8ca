/* adapter.cc - What the program has declared by objmode_adapt.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The adapter of a typedef name is an attribute of the declaration of the name,
   and that of a struct an attribute of the declaration that GCC has for its
   tag.  So a precompiled header and the garbage collector of GCC know it.

   Errors here: a second adapter that is not the same, and one that is declared
   after a block has used the type.  */

#include "types/adapter.h"
#include "text/keyword.h"

/* The attributes of declarations; no program can give them.  */
static const char adapter_name[] = "objmode adapter";
static const char used_name[] = "objmode used";

/* Return the declaration of the name that TYPE has: of a typedef or of the tag
   of a struct, a union or an enum.  Return NULL_TREE if it has none, as `int'
   and pointers do.  */

tree
objmode_named_type (tree type)
{
  tree decl = TYPE_NAME (type);
  if (decl != NULL_TREE && TREE_CODE (decl) == TYPE_DECL)
    return DECL_SOURCE_LOCATION (decl) > BUILTINS_LOCATION ? decl : NULL_TREE;
  return (RECORD_OR_UNION_TYPE_P (type) || TREE_CODE (type) == ENUMERAL_TYPE
	  ? TYPE_STUB_DECL (TYPE_MAIN_VARIANT (type)) : NULL_TREE);
}

/* Return the declaration of the name that DECL, a result of objmode_named_type,
   is another name of, or NULL_TREE.  */

static tree
next_name (tree decl)
{
  tree type = DECL_ORIGINAL_TYPE (decl);
  if (type != NULL_TREE)
    return objmode_named_type (type);
  /* The struct of a typedef that has no tag is found by its name.  */
  tree stub = (RECORD_OR_UNION_TYPE_P (TREE_TYPE (decl))
	       ? TYPE_STUB_DECL (TYPE_MAIN_VARIANT (TREE_TYPE (decl)))
	       : NULL_TREE);
  return stub != decl ? stub : NULL_TREE;
}

/* Return the adapter of the name that DECL declares, or NULL_TREE.  */

static tree
own_adapter (tree decl)
{
  tree attribute = lookup_attribute (adapter_name, DECL_ATTRIBUTES (decl));
  return attribute != NULL_TREE ? TREE_VALUE (attribute) : NULL_TREE;
}

/* Return true if C is a byte of a name of Python.  FIRST says that it is the
   first one.  */

static bool
name_byte_p (char c, bool first)
{
  return (first ? ISIDST (c) : ISIDNUM (c)) || (unsigned char) c >= 0x80;
}

/* Return true if the string of W is a name of Python, or names joined with
   dots.  */

bool
objmode_adapter_function_p (const struct objmode_written *w)
{
  for (const char *s = w->text; ; s++)
    {
      const char *begin = s;
      while (name_byte_p (*s, s == begin))
	s++;
      char *name = xstrndup (begin, s - begin);
      bool ok = s > begin && !objmode_keyword_p (name);
      free (name);
      if (!ok || (*s != '\0' && *s != '.'))
	return false;
      if (*s == '\0')
	return true;
    }
}

/* Return true if the strings A and B, each of which may be NULL_TREE, are
   equal.  */

static bool
same_string_p (tree a, tree b)
{
  return (a == NULL_TREE || b == NULL_TREE ? a == b
	  : strcmp (TREE_STRING_POINTER (a), TREE_STRING_POINTER (b)) == 0);
}

/* Declare that values of the type whose name NAME declares become Python
   objects by the function TO, and objects such values by FROM, which may be
   NULL_TREE.  DECLARATION, at LOC, says so.  */

void
objmode_declare_adapter (tree name, tree to, tree from, tree declaration,
			 location_t loc)
{
  auto_diagnostic_group d;
  tree old = own_adapter (name);

  if (old != NULL_TREE)
    {
      if (same_string_p (TREE_PURPOSE (old), to)
	  && same_string_p (TREE_VALUE (old), from))
	return;
      error_at (loc, "adapter of %qT that contradicts the declaration before",
		TREE_TYPE (name));
      inform (DECL_SOURCE_LOCATION (TREE_VALUE (TREE_CHAIN (old))),
	      "this is the declaration before");
      return;
    }
  if (lookup_attribute (used_name, DECL_ATTRIBUTES (name)) != NULL_TREE)
    {
      error_at (loc, "adapter of %qT is declared after a block has used the"
		" type; declare it before the first such block",
		TREE_TYPE (name));
      return;
    }
  tree adapter = tree_cons (to, from, tree_cons (name, declaration,
						 NULL_TREE));
  DECL_ATTRIBUTES (name) = tree_cons (get_identifier (adapter_name), adapter,
				      DECL_ATTRIBUTES (name));
}

/* Return the adapter of values that are declared with TYPE, or NULL_TREE.  That
   of the name which TYPE has comes first, then that of the name which this name
   stands for, and so on.  From then on no other adapter can be declared for
   these names.  */

tree
objmode_adapter_of (tree type)
{
  if (type == NULL_TREE || error_operand_p (type)
      || TREE_CODE (type) == ARRAY_TYPE || TREE_CODE (type) == FUNCTION_TYPE)
    return NULL_TREE;
  for (tree decl = objmode_named_type (type); decl != NULL_TREE;
       decl = next_name (decl))
    {
      tree adapter = own_adapter (decl);
      if (lookup_attribute (used_name, DECL_ATTRIBUTES (decl)) == NULL_TREE)
	DECL_ATTRIBUTES (decl) = tree_cons (get_identifier (used_name),
					    NULL_TREE, DECL_ATTRIBUTES (decl));
      if (adapter != NULL_TREE)
	return adapter;
    }
  return NULL_TREE;
}

/* Return the adapter of the member FIELD, or NULL_TREE.  */

tree
objmode_field_adapter (tree field)
{
  return objmode_adapter_of (DECL_C_BIT_FIELD (field)
			     ? DECL_BIT_FIELD_TYPE (field)
			     : TREE_TYPE (field));
}

/* Return the name of the Python function that makes an object of a value for
   ADAPTER.  */

const char *
objmode_adapter_to (tree adapter)
{
  return TREE_STRING_POINTER (TREE_PURPOSE (adapter));
}

/* Return the name of the Python function that makes a value of an object for
   ADAPTER, or NULL.  */

const char *
objmode_adapter_from (tree adapter)
{
  return (TREE_VALUE (adapter) != NULL_TREE
	  ? TREE_STRING_POINTER (TREE_VALUE (adapter)) : NULL);
}

/* Return the declaration of the name that ADAPTER belongs to.  */

tree
objmode_adapted_name (tree adapter)
{
  return TREE_PURPOSE (TREE_CHAIN (adapter));
}
