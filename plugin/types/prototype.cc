/* prototype.cc - What Python text can pass to C functions, or why not.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The stages `resolve', `type' and `convert' ask for that.  A parameter is a
   scalar, a struct or union by value, or a pointer to memory:

     double x		a number
     double *x		OBJMODE_VAR_ARRAY, of double
     double (*x)[3]	OBJMODE_VAR_ARRAY, of double; the last extent is 3
     struct s *p	OBJMODE_VAR_ARRAY, of the struct
     union u *p		OBJMODE_VAR_ARRAY, of bytes; the last extent is the
			size of the union
     void **p		OBJMODE_VAR_ARRAY, of addresses
     int (*f) (int)	a function that Python has got from C  */

#include "types/prototype.h"
#include "types/ctype.h"
#include "tools/python.h"

/* Return why TYPE, of a scalar or an element, is not supported.  The reason is
   empty if nothing more is known, and it is never freed.  */

static const char *
unsupported (tree type)
{
  const char *problem = objmode_format_problem (type);
  return problem != NULL ? problem : "";
}

/* Set V for a pointer to elements of the type ELEMENT.  Return NULL, or why
   it is not supported.  */

static const char *
pointer_to (tree element, struct objmode_passed *v)
{
  v->flags |= OBJMODE_VAR_ARRAY;
  v->type = TYPE_MAIN_VARIANT (element);
  if (TYPE_ATOMIC (element))
    return _("it points to an atomic type");
  if (objmode_aggregate_p (element))
    {
      const char *problem = objmode_record_problem (element);
      if (problem != NULL)
	return problem;
      v->kind = OBJMODE_KIND_RECORD;
      if (TREE_CODE (element) == UNION_TYPE)
	{
	  v->kind = OBJMODE_KIND_INT;
	  v->bytes = int_size_in_bytes (element);
	  v->type = build_aligned_type (unsigned_char_type_node,
					TYPE_ALIGN (element));
	}
      return NULL;
    }
  if (v->type == char_type_node)
    {
      /* A char * may point to text or to bytes.  */
      v->kind = OBJMODE_KIND_CHARS;
      return NULL;
    }
  bool scalar = objmode_scalar_kind (element, &v->kind);
  if (POINTER_TYPE_P (element))
    {
      if (scalar && objmode_element_p (element, v->kind))
	return NULL;
      v->kind = OBJMODE_KIND_INT;
      v->type = unsigned_type_for (ptr_type_node);
      return NULL;
    }
  if (!scalar)
    return unsupported (element);
  if (objmode_odd_integer_p (v->type))
    return _("Python arrays cannot have elements of this type");
  return NULL;
}

/* Set V for a parameter of the pointer TYPE.  Return NULL, or why it is not
   supported.  */

static const char *
pointer_parameter (tree type, struct objmode_passed *v)
{
  tree target = TREE_TYPE (type);
  tree element = strip_array_types (target);

  if (!ADDR_SPACE_GENERIC_P (TYPE_ADDR_SPACE (element)))
    return _("it points to another address space");
  if (TREE_CODE (target) == FUNCTION_TYPE)
    {
      char *reason = objmode_not_callable_type (target, NULL_TREE);
      v->kind = OBJMODE_KIND_FUNCTION;
      if (reason == NULL)
	return NULL;
      const char *text = xasprintf (_("the function that it points to cannot"
				      " be called: %s"), reason);
      free (reason);
      return text;
    }
  if (TYPE_READONLY (target) && TYPE_MAIN_VARIANT (target) == char_type_node)
    return objmode_scalar_kind (type, &v->kind) ? NULL : unsupported (type);
  if (TYPE_READONLY (element))
    v->flags |= OBJMODE_VAR_CONST;
  if (VOID_TYPE_P (target))
    {
      v->kind = OBJMODE_KIND_POINTER;
      v->flags |= OBJMODE_VAR_ARRAY;
      return NULL;
    }
  if (!objmode_string_p (type) && objmode_scalar_kind (type, &v->kind))
    return NULL;
  if (TREE_CODE (target) == ARRAY_TYPE)
    v->array = target;
  v->spelled = element;
  return pointer_to (element, v);
}

/* Set V for a struct or union by value, of TYPE.  Return NULL, or why it is
   not supported.  */

static const char *
passed_aggregate (tree type, struct objmode_passed *v)
{
  const char *problem = objmode_record_problem (type);

  if (problem == NULL)
    problem = objmode_opaque_problem (type);
  /* The runtime allocates frames with the alignment of max_align_t.  */
  if (problem == NULL && TYPE_ALIGN (type) > max_align_t_align ())
    problem = _("its alignment is too large");
  v->kind = (TREE_CODE (type) == UNION_TYPE ? OBJMODE_KIND_CHARS
	     : OBJMODE_KIND_RECORD);
  return problem;
}

/* Begin V, for a value of TYPE that is passed as FLAG says,
   OBJMODE_VAR_IN or OBJMODE_VAR_OUT.  */

static void
begin_passed (tree type, struct objmode_passed *v, unsigned flag)
{
  memset (v, 0, sizeof *v);
  v->flags = flag;
  v->type = TYPE_MAIN_VARIANT (type);
  v->spelled = type;
}

/* Set V for a parameter of TYPE.  Return NULL, or why it is not supported.
   The reason is empty if nothing more is known, and it is never freed.  */

const char *
objmode_passed_parameter (tree type, struct objmode_passed *v)
{
  begin_passed (type, v, OBJMODE_VAR_IN);
  if (TREE_CODE (type) == POINTER_TYPE)
    return pointer_parameter (type, v);
  if (objmode_aggregate_p (type))
    return passed_aggregate (type, v);
  return objmode_scalar_kind (type, &v->kind) ? NULL : unsupported (type);
}

/* Set V for a result of TYPE, which is not void.  Return what
   objmode_passed_parameter does.  */

const char *
objmode_passed_result (tree type, struct objmode_passed *v)
{
  begin_passed (type, v, OBJMODE_VAR_OUT);
  if (objmode_scalar_kind (type, &v->kind))
    return NULL;
  if (objmode_aggregate_p (type))
    return passed_aggregate (type, v);
  if (TREE_CODE (type) != POINTER_TYPE)
    return unsupported (type);
  tree target = TREE_TYPE (type);
  v->kind = OBJMODE_KIND_POINTER;
  if (objmode_callable_pointer_p (type))
    v->kind = OBJMODE_KIND_FUNCTION;
  else if (TREE_CODE (target) == RECORD_TYPE)
    {
      v->spelled = target;
      if (TYPE_READONLY (target))
	v->flags |= OBJMODE_VAR_CONST;
      return pointer_to (target, v);
    }
  return NULL;
}

/* Return TYPE as C spells it.  The caller frees the text.  */

char *
objmode_type_spelling (tree type)
{
  c_pretty_printer pp;
  pp.type_id (type);
  char *text = xstrdup (pp_formatted_text (&pp)), *to = text;
  /* Some GCCs print two spaces between parameters.  */
  for (const char *p = text; *p; p++)
    if (p[0] != ' ' || p[1] != ' ')
      *to++ = *p;
  *to = '\0';
  return text;
}

/* Return the declaration of NAME, which may have parameters behind it, as
   something of TYPE.  The caller frees the text.  */

char *
objmode_declaration (tree type, const char *name)
{
  char *text = objmode_type_spelling (type), *result;
  char *inner = strstr (text, "*)");

  if (inner != NULL)
    result = xasprintf ("%.*s%s%s", (int) (inner + 1 - text), text, name,
			inner + 1);
  else
    result = xasprintf ("%s%s%s", text,
			text[strlen (text) - 1] == '*' || !*name ? "" : " ",
			name);
  free (text);
  return result;
}

/* Return a message that the parameter or result WHAT, of TYPE, is not
   supported, with the reason WHY.  WHAT is malloced and freed here.  The
   caller frees the message.  */

char *
objmode_explain_passed (char *what, tree type, const char *why)
{
  char *name = objmode_type_spelling (type);
  char *reason = (*why == '\0'
		  ? xasprintf (_("its %s of type %s%s%s is not yet supported"),
			       what, open_quote, name, close_quote)
		  : xasprintf (_("its %s of type %s%s%s cannot be passed: %s"),
			       what, open_quote, name, close_quote, why));
  free (name);
  free (what);
  return reason;
}

/* Return the words for the parameter number N in messages.  PARM is its
   declaration or NULL_TREE.  The caller frees the text.  */

char *
objmode_parameter_words (tree parm, unsigned n)
{
  if (parm == NULL_TREE || DECL_NAME (parm) == NULL_TREE)
    return xasprintf (_("parameter %u"), n + 1);
  return xasprintf (_("parameter %s%s%s"), open_quote,
		    IDENTIFIER_POINTER (DECL_NAME (parm)), close_quote);
}

/* Return why Python text cannot call functions of TYPE, or NULL if it can.
   DECL, which may be NULL_TREE, is the function.  The caller frees the
   text.  */

char *
objmode_not_callable_type (tree type, tree decl)
{
  struct objmode_passed v;
  unsigned n = 0;

  if (!prototype_p (type))
    return xstrdup (_("it has no prototype; declare it with the types of its"
		      " parameters"));
  if (stdarg_p (type))
    return xstrdup (_("it has variable arguments; call it in a"
		      " function that does not"));
  for (tree t = TYPE_ARG_TYPES (type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      const char *why = objmode_passed_parameter (TREE_VALUE (t), &v);
      tree parm = objmode_declared_parameter (decl, n);
      auto_vec<tree> extents;
      bool outer;
      if (why == NULL && !objmode_passed_extents (&v, parm, decl, NULL,
						  &extents, &outer))
	why = _("an extent of the array that it points to is not known"
		" before the call");
      if (why != NULL)
	return objmode_explain_passed (objmode_parameter_words (parm, n),
				       TREE_VALUE (t), why);
    }
  if (VOID_TYPE_P (TREE_TYPE (type)))
    return NULL;
  const char *why = objmode_passed_result (TREE_TYPE (type), &v);
  return (why == NULL ? NULL
	  : objmode_explain_passed (xstrdup (_("result")), TREE_TYPE (type),
				    why));
}

/* Return the sentence that two parameters of the function FN have one name in
   Python, or NULL if that is not so.  The caller frees the text.  */

static char *
parameter_name_problem (tree fn)
{
  hash_map<nofree_string_hash, const char *> names;

  for (tree p = objmode_declared_parameter (fn, 0); p; p = DECL_CHAIN (p))
    {
      if (DECL_NAME (p) == NULL_TREE)
	continue;
      const char *name = IDENTIFIER_POINTER (DECL_NAME (p));
      bool existed;
      const char *&other
	= names.get_or_insert (objmode_python_name (name), &existed);
      if (existed)
	return xasprintf (_("its parameters %s%s%s and %s%s%s have one name"
			    " in Python"), open_quote, other, close_quote,
			  open_quote, name, close_quote);
      other = name;
    }
  return NULL;
}

/* Return why Python text cannot call the function FN, or NULL if it can.  The
   caller frees the text.  */

char *
objmode_not_callable (tree fn)
{
  if (decl_function_context (fn) != NULL_TREE && !DECL_EXTERNAL (fn))
    return xstrdup (_("it is a nested function; define it at file scope"));
  char *problem = parameter_name_problem (fn);
  return (problem != NULL ? problem
	  : objmode_not_callable_type (TREE_TYPE (fn), fn));
}

/* Return true if TYPE is the type of pointers to functions.  */

bool
objmode_function_pointer_p (tree type)
{
  return (TREE_CODE (type) == POINTER_TYPE && !TYPE_ATOMIC (type)
	  && TREE_CODE (TREE_TYPE (type)) == FUNCTION_TYPE);
}

/* Return true if TYPE is the type of pointers to functions that Python text
   can call.  */

bool
objmode_callable_pointer_p (tree type)
{
  if (!objmode_function_pointer_p (type))
    return false;
  char *reason = objmode_not_callable_type (TREE_TYPE (type), NULL_TREE);
  free (reason);
  return reason == NULL;
}

/* Return TEXT with MORE appended.  Both are freed, and the caller frees the
   result.  */

static char *
append (char *text, char *more)
{
  char *result = concat (text, more, NULL);
  free (text);
  free (more);
  return result;
}

/* Return a key for V, of TYPE.  Values that are passed in the same way have
   the same key.  The caller frees it.  */

static char *
passed_key (const struct objmode_passed *v, tree type)
{
  tree size = VOID_TYPE_P (v->type) ? NULL_TREE : TYPE_SIZE_UNIT (v->type);
  char *text = xasprintf ("%u.%u.%u.%u", v->kind, v->flags,
			  size != NULL_TREE ? (unsigned) tree_to_uhwi (size)
			  : 0,
			  INTEGRAL_TYPE_P (v->type)
			  && TYPE_UNSIGNED (v->type));
  enum objmode_reference refers = objmode_row_of (v->kind)->refers;
  if (refers == OBJMODE_REFERS_FUNCTION)
    {
      text = append (text, xstrdup ("("));
      text = append (text, objmode_passed_key (TREE_TYPE (type)));
      text = append (text, xstrdup (")"));
    }
  else if (refers == OBJMODE_REFERS_MEMBERS)
    text = append (text, concat (" ", objmode_type_name (v->type), NULL));
  for (tree t = v->array; t && TREE_CODE (t) == ARRAY_TYPE; t = TREE_TYPE (t))
    {
      size = TYPE_SIZE_UNIT (t);
      text = append (text, size && tree_fits_shwi_p (size)
		     ? xasprintf ("[%d]", (int) tree_to_shwi (size))
		     : xstrdup ("[*]"));
    }
  return append (text, xstrdup (" "));
}

/* Return a key for FUNCTION_TYPE.  Functions that are called in the same way
   have the same key.  The caller frees it.  */

char *
objmode_passed_key (tree function_type)
{
  struct objmode_passed v;
  char *text = xstrdup ("void ");

  if (!VOID_TYPE_P (TREE_TYPE (function_type)))
    {
      objmode_passed_result (TREE_TYPE (function_type), &v);
      free (text);
      text = passed_key (&v, TREE_TYPE (function_type));
    }
  for (tree t = TYPE_ARG_TYPES (function_type); t && t != void_list_node;
       t = TREE_CHAIN (t))
    {
      objmode_passed_parameter (TREE_VALUE (t), &v);
      text = append (text, passed_key (&v, TREE_VALUE (t)));
    }
  return text;
}

/* Return the Python name of the parameter number N of the function DECL.  DECL
   is NULL_TREE if the function is not known.  The caller frees the name.  */

char *
objmode_parameter_name (tree decl, unsigned n)
{
  tree parm = objmode_declared_parameter (decl, n);
  if (parm != NULL_TREE && DECL_NAME (parm) != NULL_TREE)
    return xstrdup (objmode_python_name (IDENTIFIER_POINTER
					 (DECL_NAME (parm))));
  char *name = xasprintf ("arg%u", n);
  for (parm = objmode_declared_parameter (decl, 0); parm;
       parm = DECL_CHAIN (parm))
    if (DECL_NAME (parm) != NULL_TREE
	&& strcmp (IDENTIFIER_POINTER (DECL_NAME (parm)), name) == 0)
      {
	char *longer = concat (name, "_", NULL);
	free (name);
	name = longer;
	parm = objmode_declared_parameter (decl, 0);
      }
  return name;
}
