/* pytype.cc - C types in the annotations of Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the dump; see pydump.cc.  A struct becomes a class, an array an
   NDArray, and a C function a stub.  The types are written while their trees
   are alive, so only the number of a struct is remembered.  */

#include "unit/pydump.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "types/adapter.h"
#include "tools/python.h"

/* The stub of a C function, which the text calls NAME.  */
struct stub
{
  const char *name;
  struct part text;
  bool attribute;		/* A text names an attribute of it.  */
};

/* What the head of the file must have.  */
struct objmode_pyneeds objmode_pyneeds;

static vec<unsigned> class_ids;	/* TYPE_UIDs.  */
static vec<tree> waiting;	/* Structs whose class is to be written.  */
static vec<stub> stubs;		/* C functions that texts name.  */
static struct part classes;

static void write_function_type (FILE *f, tree type, enum side side);

/* Return the stream of S.  It is opened when it is first asked for.  */

FILE *
objmode_open_part (struct part *s)
{
  if (s->stream == NULL)
    s->stream = open_memstream (&s->text, &s->size);
  return s->stream;
}

/* Close the stream of S, after which its text is complete.  */

void
objmode_close_part (struct part *s)
{
  if (s->stream != NULL)
    fclose (s->stream);
  s->stream = NULL;
}

/* Append what is in S, if anything, to F, and free it.  */

void
objmode_finish_part (FILE *f, struct part *s)
{
  objmode_close_part (s);
  if (s->text != NULL)
    fputs (s->text, f);
  free (s->text);
  s->text = NULL;
}

/* Return true if NAME is one of NAMES.  */

bool
objmode_member_p (const vec<const char *> &names, const char *name)
{
  for (unsigned i = 0; i < names.length (); i++)
    if (strcmp (names[i], name) == 0)
      return true;
  return false;
}

/* Return the name of FILE for a comment.  The caller frees it.  */

char *
objmode_comment_name (const char *file)
{
  char *name = xstrdup (file);
  for (char *p = name; *p; p++)
    if (*p < ' ' || *p > '~')
      *p = '?';
  return name;
}

/* Write to F the comment that says where LINE of FILE is, and the end of the
   line.  */

void
objmode_write_place (FILE *f, const char *file, int line)
{
  char *name = objmode_comment_name (file);
  fprintf (f, "# %s:%d\n", name, line);
  free (name);
}

/* Write the type Any to F.  */

void
objmode_write_any (FILE *f)
{
  objmode_pyneeds.typing = true;
  fputs ("objmode_typing.Any", f);
}

/* Write to F the name that NumPy has for elements of TYPE, which is converted
   as KIND.  */

static void
write_dtype (FILE *f, tree type, enum objmode_kind kind)
{
  const struct objmode_kind_row *row = objmode_row_of (kind);
  unsigned bits = (VOID_TYPE_P (type) || TYPE_SIZE (type) == NULL_TREE ? 0
		   : (unsigned) tree_to_uhwi (TYPE_SIZE (type)));

  if (row->dtype == NULL)
    fputs ("generic", f);
  else if (row->wide_dtype != NULL && bits > row->wide_bits)
    fputs (row->wide_dtype, f);
  else if (row->sized)
    fprintf (f, "%s%s%u", TYPE_UNSIGNED (type) ? "u" : "", row->dtype, bits);
  else
    fputs (row->dtype, f);
}

/* Write to F the type of arrays of elements of TYPE, converted as KIND.  */

void
objmode_write_array (FILE *f, tree type, enum objmode_kind kind)
{
  objmode_pyneeds.numpy = objmode_pyneeds.arrays = true;
  fputs ("objmode_NDArray[objmode_np.", f);
  write_dtype (f, type, kind);
  fputc (']', f);
}

/* Write to F the name of the class of the struct TYPE.  */

static void
write_class_name (FILE *f, tree type)
{
  unsigned uid = TYPE_UID (TYPE_MAIN_VARIANT (type));
  unsigned i = 0;
  char *name = xstrdup (objmode_type_name (type));

  while (i < class_ids.length () && class_ids[i] != uid)
    i++;
  if (i == class_ids.length ())
    {
      class_ids.safe_push (uid);
      waiting.safe_push (TYPE_MAIN_VARIANT (type));
    }
  for (char *p = name; *p; p++)
    if (!ISIDNUM (*p))
      *p = '_';
  objmode_pyneeds.views = objmode_pyneeds.typing = true;
  fprintf (f, "objmode_%s_%u", name, i);
  free (name);
}

/* Write to F the type of what a member of TYPE leads to: an array of its
   elements, or None for a null pointer.  */

static void
write_memory (FILE *f, tree type)
{
  int ndim;
  tree element = TYPE_MAIN_VARIANT (objmode_pointed_element (type, &ndim));
  enum objmode_kind kind = OBJMODE_KIND_RECORD;

  if (POINTER_TYPE_P (element))
    {
      /* The tuple has as many levels as its extents say.  */
      objmode_write_any (f);
      return;
    }
  if (!RECORD_OR_UNION_TYPE_P (element))
    objmode_scalar_kind (element, &kind);
  else if (TREE_CODE (element) == UNION_TYPE)
    {
      element = unsigned_char_type_node;
      objmode_scalar_kind (element, &kind);
    }
  objmode_write_array (f, element, kind);
  fputs (" | None", f);
}

/* Write to F the type of a scalar of TYPE, converted as KIND, on SIDE.  */

void
objmode_write_scalar (FILE *f, tree type, enum objmode_kind kind,
		      enum side side)
{
  const struct objmode_kind_row *row = objmode_row_of (kind);
  bool given = side == GIVEN || (side == BOTH && row->number);

  if (row->seen != NULL)
    {
      objmode_pyneeds.numpy |= row->numpy;
      fputs (given ? row->given : row->seen, f);
      return;
    }
  switch (row->refers)
    {
    case OBJMODE_REFERS_MEMBERS:
      write_class_name (f, type);
      /* A mapping with the same members is accepted too.  */
      if (given)
	{
	  fputs (" | ", f);
	  objmode_write_any (f);
	}
      break;
    case OBJMODE_REFERS_TARGET:
      write_class_name (f, TREE_TYPE (type));
      fputs (" | None", f);
      break;
    case OBJMODE_REFERS_MEMORY:
      write_memory (f, type);
      break;
    case OBJMODE_REFERS_FUNCTION:
      write_function_type (f, TREE_TYPE (type), side);
      break;
    case OBJMODE_REFERS_ELEMENTS:
      {
	struct objmode_ndarray a;
	bool ok = objmode_ndarray_parts (type, &a);
	gcc_assert (ok);
	objmode_write_array (f, TYPE_MAIN_VARIANT (a.element),
			     objmode_ndarray_element_kind (&a));
	break;
      }
    default:
      objmode_write_any (f);
    }
}

/* Write to F the type of the result of functions of TYPE.  */

static void
write_result (FILE *f, tree type)
{
  struct objmode_passed v;

  if (VOID_TYPE_P (TREE_TYPE (type)))
    fputs ("None", f);
  else if (objmode_passed_result (TREE_TYPE (type), &v) != NULL
	   || objmode_adapter_of (TREE_TYPE (type)) != NULL_TREE)
    objmode_write_any (f);
  else
    objmode_write_scalar (f, v.type, v.kind, SEEN);
}

/* Write to F the type of callables that are C functions of TYPE, as SIDE says.
   Parameters are left out, since they may be given by keyword, which a Callable
   cannot say.  */

static void
write_function_type (FILE *f, tree type, enum side side)
{
  objmode_pyneeds.typing = true;
  objmode_pyneeds.functions |= side == SEEN;
  fputs (side == SEEN ? "objmode_Function[..., "
	 : "objmode_typing.Callable[..., ", f);
  write_result (f, type);
  fputc (']', f);
}

/* Write to F the type of what C functions take for the parameter V.  */

static void
write_parameter (FILE *f, const struct objmode_passed *v)
{
  if (!(v->flags & OBJMODE_VAR_ARRAY))
    objmode_write_scalar (f, v->type, v->kind, GIVEN);
  else
    objmode_write_any (f);
}

/* Write the member NAME to the classes.  TYPE is its type or, if ARRAY, that
   of its elements, and KIND how that is converted.  ADAPTED says that it has an
   adapter.  */

static void
write_member (const char *name, enum objmode_kind kind, tree type, bool array,
	      bool adapted, void *)
{
  FILE *f = objmode_open_part (&classes);

  fprintf (f, "    %s: ", objmode_python_name (name));
  if (array && objmode_row_of (kind)->refers == OBJMODE_REFERS_TARGET)
    {
      fputs ("list[", f);
      objmode_write_scalar (f, type, kind, BOTH);
      fputc (']', f);
    }
  else if (adapted
	   || (array && objmode_row_of (kind)->refers == OBJMODE_REFERS_MEMORY))
    objmode_write_any (f);
  else if (array)
    objmode_write_array (f, type, kind);
  else
    objmode_write_scalar (f, type, kind, BOTH);
  fputc ('\n', f);
}

/* Write the classes of the structs that have been met since the last call;
   if LAST is not NULL, write all of them to LAST.  */

void
objmode_write_classes (FILE *last)
{
  FILE *f = objmode_open_part (&classes);

  while (!waiting.is_empty ())
    {
      tree type = waiting.pop ();
      fputs ("\n\nclass ", f);
      write_class_name (f, type);
      fputs ("(objmode_View):\n", f);
      objmode_walk_members (type, write_member, NULL);
    }
  if (last != NULL)
    objmode_finish_part (last, &classes);
}

/* Make the stub of the C function DECL, which the text calls NAME.  ATTRIBUTE
   says that the text names an attribute of it.  */

void
objmode_make_stub (const char *name, tree decl, bool attribute)
{
  struct stub stub = { name, { NULL, NULL, 0 }, attribute };
  unsigned n = 0;

  objmode_pyneeds.functions |= attribute;
  objmode_pyneeds.typing |= attribute;
  for (unsigned i = 0; i < stubs.length (); i++)
    if (strcmp (stubs[i].name, name) == 0)
      {
	stubs[i].attribute |= attribute;
	return;
      }
  FILE *f = objmode_open_part (&stub.text);
  fprintf (f, "def %s(", name);
  for (tree t = TYPE_ARG_TYPES (TREE_TYPE (decl)); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      struct objmode_passed v;
      const char *problem = objmode_passed_parameter (TREE_VALUE (t), &v);
      char *parameter = objmode_parameter_name (decl, n);
      fprintf (f, "%s%s: ", n ? ", " : "", parameter);
      free (parameter);
      if (problem == NULL
	  && objmode_adapter_of (TREE_VALUE (t)) == NULL_TREE)
	write_parameter (f, &v);
      else
	objmode_write_any (f);
    }
  expanded_location at = expand_location (DECL_SOURCE_LOCATION (decl));
  fputs (") -> ", f);
  write_result (f, TREE_TYPE (decl));
  fputs (":  ", f);
  objmode_write_place (f, at.file, at.line);
  fputs ("    raise NotImplementedError\n", f);
  objmode_close_part (&stub.text);
  stubs.safe_push (stub);
}

/* Write to F the stubs of the C functions whose names are not in HIDDEN.  */

void
objmode_write_stubs (FILE *f, const vec<const char *> &hidden)
{
  for (unsigned i = 0; i < stubs.length (); i++)
    {
      if (objmode_member_p (hidden, stubs[i].name))
	free (stubs[i].text.text);
      else
	{
	  fputs (stubs[i].attribute ? "\n\n@objmode_Function\n" : "\n\n", f);
	  objmode_finish_part (f, &stubs[i].text);
	}
    }
}
