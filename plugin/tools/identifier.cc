/* identifier.cc - What Python calls names of C, and the other way round.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Python compares identifiers in their NFKC form (PEP 3131), and C by their
   characters.  So several names of C can be one in Python: U+00B5, which
   keyboards have for the micro sign, is the Greek letter U+03BC there.

   To find the names of C that a name of a text can mean, the names of the unit
   that are not ASCII are collected as GCC makes their identifiers.  In a unit
   without such names nothing is looked up, and objmode-pysource.so is not
   asked.  */

#include "tools/python.h"
#include "text/keyword.h"
#include "toplev.h"

typedef hash_map<nofree_string_hash, vec<const char *> *> name_map;

/* The names of C, other than itself, that each name of Python can mean.  */
static name_map *others;

/* What objmode_python_name has returned for names that are not ASCII.  */
static hash_map<nofree_string_hash, const char *> *python_names;

/* Names that have been met and are not in OTHERS yet.  */
static vec<const char *> met;

/* The function of the table of identifiers that ours has replaced.  */
static hashnode (*previous_alloc_node) (cpp_hash_table *);

/* The newest identifier.  It gets its name only when ALLOC_NODE has
   returned.  */
static hashnode newest;

/* Return true if all characters of NAME are ASCII.  */

bool
objmode_ascii_p (const char *name)
{
  for (; *name; name++)
    if ((unsigned char) *name >= 0x80)
      return false;
  return true;
}

/* Return the name that NAME, an identifier of C, has in Python text: its NFKC
   form, with an underscore behind it if that is a keyword.  A name that is not
   an identifier in Python is left as it is.  The result is never freed.  */

const char *
objmode_python_name (const char *name)
{
  if (objmode_ascii_p (name))
    return objmode_keyword_p (name) ? concat (name, "_", NULL) : name;
  if (python_names == NULL)
    python_names = new hash_map<nofree_string_hash, const char *>;
  const char **known = python_names->get (name);
  if (known != NULL)
    return *known;
  const struct objmode_pysource_api *api = objmode_python (input_location);
  const char *form = api != NULL ? api->identifier (name) : NULL;
  if (form == NULL || *form == '\0' || strcmp (form, name) == 0)
    form = xstrdup (name);
  else if (objmode_keyword_p (form))
    form = concat (form, "_", NULL);
  python_names->put (xstrdup (name), form);
  return form;
}

/* Return true if NAME, which objmode_python_name has returned, is an identifier
   in Python.  C allows the dollar sign and more letters than Python.  */

bool
objmode_identifier_p (const char *name)
{
  if (objmode_ascii_p (name))
    return strchr (name, '$') == NULL;
  const struct objmode_pysource_api *api = objmode_python (input_location);
  char *form = api != NULL ? api->identifier (name) : NULL;
  bool allowed = form != NULL && *form != '\0';
  free (form);
  return allowed;
}

/* Collect the name of NODE if it is not ASCII.  */

static void
note_identifier (hashnode node)
{
  const char *name = (const char *) HT_STR (node);
  if (!objmode_ascii_p (name))
    met.safe_push (xstrdup (name));
}

/* Collect the name of the newest identifier.  This is the callback for
   PLUGIN_GGC_START too: the identifier may be freed then.  */

void
objmode_note_identifiers (void)
{
  if (newest != NULL)
    note_identifier (newest);
  newest = NULL;
}

/* Make an identifier for TABLE.  Collect the name of the one before.  */

static hashnode
alloc_node (cpp_hash_table *table)
{
  objmode_note_identifiers ();
  newest = previous_alloc_node (table);
  return newest;
}

/* Collect the name of NODE.  Return 1, so that the iteration goes on.  */

static int
note_existing (cpp_reader *, ht_identifier *node, const void *)
{
  note_identifier (node);
  return 1;
}

/* Enter the names that have been met in OTHERS.  At the first call, begin to
   collect them.  */

static void
enter_names (void)
{
  if (previous_alloc_node == NULL)
    {
      ht_forall (ident_hash, note_existing, NULL);
      previous_alloc_node = ident_hash->alloc_node;
      ident_hash->alloc_node = alloc_node;
    }
  objmode_note_identifiers ();
  while (!met.is_empty ())
    {
      const char *name = met.pop ();
      const char *form = objmode_python_name (name);
      if (strcmp (form, name) == 0)
	continue;
      if (others == NULL)
	others = new name_map;
      vec<const char *> **slot = &others->get_or_insert (form);
      if (*slot == NULL)
	*slot = XCNEW (vec<const char *>);
      /* GCC frees an identifier that is not used, and may make it again.  */
      if (!(*slot)->contains (name))
	(*slot)->safe_push (name);
    }
}

/* Append to NAMES the names of C that the name NAME of a text can mean: NAME
   itself, a keyword if NAME has an underscore behind it, and the names of the
   unit with the NFKC form NAME.  The names are never freed.  */

void
objmode_c_names (const char *name, vec<const char *> *names)
{
  size_t n = strlen (name);

  names->safe_push (name);
  if (n > 1 && name[n - 1] == '_')
    {
      char *keyword = xstrndup (name, n - 1);
      if (objmode_keyword_p (keyword))
	names->safe_push (keyword);
      else
	free (keyword);
    }
  enter_names ();
  vec<const char *> **more = others != NULL ? others->get (name) : NULL;
  if (more != NULL)
    names->safe_splice (**more);
}
