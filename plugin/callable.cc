/* callable.cc - C functions that Python text calls.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stages `resolve', `type' and `convert'.  For

     double area (double r, int n);

   the runtime gets a descriptor with the parameters and

     static void objmode_thunk.0 (void *function, void *frame)
     {
       struct frame *f = frame;
       f->result = ((double (*) (double, int)) function) (f->r, f->n);
     }

   so that GCC itself makes the call.  A block or module block points to
   the descriptors of the functions that it names, so that they and the
   functions live as long as the block does and no longer.  */

#include "descriptor.h"

/* How an argument or a result is passed.  */
struct value
{
  enum objmode_kind kind;
  unsigned flags;		/* enum objmode_var_flags */
  tree type;			/* Of the value or of what it points to.  */
};

/* Set V for a parameter of the pointer TYPE.  Return false if it is not
   supported.  */

static bool
pointer_parameter (tree type, struct value *v)
{
  tree target = TREE_TYPE (type);
  bool is_const = TYPE_READONLY (target);

  if (!ADDR_SPACE_GENERIC_P (TYPE_ADDR_SPACE (target)))
    return false;
  if (is_const && TYPE_MAIN_VARIANT (target) == char_type_node)
    return objmode_scalar_kind (type, &v->kind);
  if (is_const)
    v->flags |= OBJMODE_VAR_CONST;
  if (VOID_TYPE_P (target))
    {
      v->kind = OBJMODE_KIND_POINTER;
      v->flags |= OBJMODE_VAR_ARRAY;
      return true;
    }
  if (objmode_scalar_kind (type, &v->kind)
      && v->kind != OBJMODE_KIND_STRING)
    return true;
  v->flags |= OBJMODE_VAR_ARRAY;
  v->type = TYPE_MAIN_VARIANT (target);
  if (v->type == char_type_node)
    {
      /* Text and bytes alike.  */
      v->kind = OBJMODE_KIND_CHARS;
      return true;
    }
  if (!objmode_scalar_kind (target, &v->kind))
    return false;
  return (v->kind == OBJMODE_KIND_BOOL || v->kind == OBJMODE_KIND_FLOAT
	  || v->kind == OBJMODE_KIND_COMPLEX
	  || (v->kind == OBJMODE_KIND_INT && TYPE_PRECISION (v->type) <= 64));
}

/* Set V for a parameter of TYPE.  Return false if it is not supported.  */

static bool
parameter_value (tree type, struct value *v)
{
  v->flags = OBJMODE_VAR_IN;
  v->type = TYPE_MAIN_VARIANT (type);
  if (TREE_CODE (type) == POINTER_TYPE)
    return pointer_parameter (type, v);
  return objmode_scalar_kind (type, &v->kind);
}

/* Set V for a result of TYPE, which is not void.  Return false if it is
   not supported.  */

static bool
result_value (tree type, struct value *v)
{
  v->flags = OBJMODE_VAR_OUT;
  v->type = TYPE_MAIN_VARIANT (type);
  if (objmode_scalar_kind (type, &v->kind))
    return true;
  v->kind = OBJMODE_KIND_POINTER;
  return (TREE_CODE (type) == POINTER_TYPE
	  && !RECORD_OR_UNION_TYPE_P (TREE_TYPE (type)));
}

/* Return TYPE as C spells it.  Malloced.  */

static char *
spelling (tree type)
{
  c_pretty_printer pp;
  pp.type_id (type);
  return xstrdup (pp_formatted_text (&pp));
}

/* Return the parameter number N of the function DECL, which may be
   NULL_TREE or have no list of parameters: then return NULL_TREE.  */

static tree
declared_parameter (tree decl, unsigned n)
{
  if (decl == NULL_TREE)
    return NULL_TREE;
  tree parm = DECL_ARGUMENTS (decl);
  while (parm != NULL_TREE && n-- > 0)
    parm = DECL_CHAIN (parm);
  return parm;
}

/* Return why Python text cannot call functions of TYPE; DECL, which may be
   NULL_TREE, is the function.  Malloced, NULL if it can.  */

char *
objmode_not_callable_type (tree type, tree decl)
{
  struct value v;
  unsigned n = 0;

  if (!prototype_p (type))
    return xstrdup (_("it has no prototype"));
  if (stdarg_p (type))
    return xstrdup (_("it has variable arguments"));
  for (tree t = TYPE_ARG_TYPES (type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    if (!parameter_value (TREE_VALUE (t), &v))
      {
	char *type_name = spelling (TREE_VALUE (t));
	tree parm = declared_parameter (decl, n);
	char *reason
	  = (parm != NULL_TREE && DECL_NAME (parm) != NULL_TREE
	     ? xasprintf (_("its parameter %s%s%s of type %s%s%s is not yet"
			    " supported"), open_quote,
			  IDENTIFIER_POINTER (DECL_NAME (parm)), close_quote,
			  open_quote, type_name, close_quote)
	     : xasprintf (_("its parameter %u of type %s%s%s is not yet"
			    " supported"), n + 1, open_quote, type_name,
			  close_quote));
	free (type_name);
	return reason;
      }
  if (!VOID_TYPE_P (TREE_TYPE (type)) && !result_value (TREE_TYPE (type), &v))
    {
      char *type_name = spelling (TREE_TYPE (type));
      char *reason = xasprintf (_("its result of type %s%s%s is not yet"
				  " supported"), open_quote, type_name,
				close_quote);
      free (type_name);
      return reason;
    }
  return NULL;
}

/* Return why Python text cannot call the function FN.  Malloced, NULL if
   it can.  */

char *
objmode_not_callable (tree fn)
{
  if (decl_function_context (fn) != NULL_TREE && !DECL_EXTERNAL (fn))
    return xstrdup (_("it is a nested function"));
  return objmode_not_callable_type (TREE_TYPE (fn), fn);
}

/* Return true if TYPE is that of pointers to functions.  */

bool
objmode_function_pointer_p (tree type)
{
  return (TREE_CODE (type) == POINTER_TYPE && !TYPE_ATOMIC (type)
	  && TREE_CODE (TREE_TYPE (type)) == FUNCTION_TYPE);
}

/* Return true if TYPE is that of pointers to functions that Python text can
   call.  */

bool
objmode_callable_pointer_p (tree type)
{
  if (!objmode_function_pointer_p (type))
    return false;
  char *reason = objmode_not_callable_type (TREE_TYPE (type), NULL_TREE);
  free (reason);
  return reason == NULL;
}

/* What is being built.  */
struct builder
{
  tree type;			/* FUNCTION_TYPE */
  tree decl;			/* FUNCTION_DECL or NULL_TREE */
  const char *name;		/* In the text.  */
  tree frame;			/* RECORD_TYPE */
  auto_vec<value> values;	/* Of the parameters.  */
  auto_vec<tree> fields;
  auto_vec<char *> names;
  struct value result;
  tree result_field;		/* NULL_TREE: void.  */

  ~builder ();
};

/* Free the names.  */

builder::~builder ()
{
  for (unsigned i = 0; i < names.length (); i++)
    free (names[i]);
}

/* Return the name that the parameter number N of B has in Python.
   Malloced.  */

static char *
parameter_name (struct builder *b, unsigned n)
{
  tree parm = declared_parameter (b->decl, n);
  if (parm != NULL_TREE && DECL_NAME (parm) != NULL_TREE)
    {
      const char *name = IDENTIFIER_POINTER (DECL_NAME (parm));
      bool keyword = objmode_python (input_location)->is_keyword (name);
      return concat (name, keyword ? "_" : "", NULL);
    }
  char *name = xasprintf ("arg%u", n);
  for (parm = declared_parameter (b->decl, 0); parm; parm = DECL_CHAIN (parm))
    if (DECL_NAME (parm) != NULL_TREE
	&& strcmp (IDENTIFIER_POINTER (DECL_NAME (parm)), name) == 0)
      {
	char *longer = concat (name, "_", NULL);
	free (name);
	name = longer;
	parm = declared_parameter (b->decl, 0);
      }
  return name;
}

/* Lay out the frame of B: the result, then the parameters.  */

static void
lay_out (struct builder *b)
{
  tree result = TREE_TYPE (b->type);
  unsigned n = 0;

  b->frame = objmode_begin_frame ();
  b->result_field = NULL_TREE;
  if (!VOID_TYPE_P (result))
    {
      result_value (result, &b->result);
      b->result_field = objmode_add_field (b->frame,
					   TYPE_MAIN_VARIANT (result));
    }
  for (tree t = TYPE_ARG_TYPES (b->type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      struct value v;
      parameter_value (TREE_VALUE (t), &v);
      b->values.safe_push (v);
      b->names.safe_push (parameter_name (b, n));
      b->fields.safe_push
	(objmode_add_field (b->frame, TYPE_MAIN_VARIANT (TREE_VALUE (t))));
    }
  objmode_finish_frame (b->frame);
}

/* Make the function that calls what B describes.  Return its address.  */

static tree
make_thunk (struct builder *b)
{
  tree type = build_function_type_list (void_type_node, ptr_type_node,
					ptr_type_node, NULL_TREE);
  tree fn = objmode_begin_function (create_tmp_var_name ("objmode_thunk"),
				    type, NULL_TREE, BUILTINS_LOCATION);
  DECL_IGNORED_P (fn) = 1;
  DECL_NO_INSTRUMENT_FUNCTION_ENTRY_EXIT (fn) = 1;
  tree function = objmode_add_parameter (fn, ptr_type_node);
  tree frame = objmode_add_parameter (fn, ptr_type_node);
  tree pointer = build_pointer_type (b->frame);
  auto_vec<tree> arguments;

  for (unsigned i = 0; i < b->fields.length (); i++)
    {
      tree field = b->fields[i];
      tree value = build3 (COMPONENT_REF, TREE_TYPE (field),
			   build1 (INDIRECT_REF, b->frame,
				   fold_convert (pointer, frame)),
			   field, NULL_TREE);
      arguments.safe_push
	(fold_convert (objmode_passed_type (TREE_TYPE (field)), value));
    }
  tree call = build_call_array_loc (BUILTINS_LOCATION, TREE_TYPE (b->type),
				    fold_convert (build_pointer_type (b->type),
						  function),
				    arguments.length (),
				    arguments.address ());
  tree body = alloc_stmt_list ();
  if (b->result_field != NULL_TREE)
    {
      tree field = b->result_field;
      tree target = build3 (COMPONENT_REF, TREE_TYPE (field),
			    build1 (INDIRECT_REF, b->frame,
				    fold_convert (pointer, frame)),
			    field, NULL_TREE);
      call = build2 (MODIFY_EXPR, TREE_TYPE (field), target,
		     fold_convert (TREE_TYPE (field), call));
    }
  objmode_add (&body, call);
  objmode_finish_function (fn, NULL_TREE, body);
  return build_fold_addr_expr (fn);
}

/* Set *COUNT to the number of elements that the declaration of the parameter
   number N of B asks for, or *OTHER to the parameter that says it; 0 and -1
   for none.  */

static void
bound_of (struct builder *b, unsigned n, HOST_WIDE_INT *count, int *other)
{
  *count = 0;
  *other = -1;
  tree parm = declared_parameter (b->decl, n);
  tree bound = parm != NULL_TREE ? objmode_parameter_bound (parm) : NULL_TREE;
  if (bound == NULL_TREE || error_operand_p (bound))
    return;
  STRIP_NOPS (bound);
  if (tree_fits_shwi_p (bound))
    *count = MIN (tree_to_shwi (bound), INT_MAX);
  for (unsigned i = 0; i < b->values.length (); i++)
    if (bound == declared_parameter (b->decl, i)
	&& b->values[i].kind == OBJMODE_KIND_INT
	&& !(b->values[i].flags & OBJMODE_VAR_ARRAY)
	&& TYPE_PRECISION (b->values[i].type) <= 64)
      *other = i;
}

/* Return the initialiser, of RECORD, of the descriptor of the value V of B in
   FIELD, the parameter number N or, if that is -1, the result.  */

static tree
describe (struct builder *b, const struct value *v, tree field, int n,
	  tree record)
{
  HOST_WIDE_INT count = -1;
  int other = -1;
  tree spelled = TREE_TYPE (b->type);

  if (n >= 0)
    {
      tree t = TYPE_ARG_TYPES (b->type);
      for (int i = 0; i < n; i++)
	t = TREE_CHAIN (t);
      spelled = TREE_VALUE (t);
      if (v->flags & OBJMODE_VAR_ARRAY)
	bound_of (b, n, &count, &other);
    }
  char *name = spelling (spelled);
  tree values[9] = {
    n >= 0 ? objmode_string (b->names[n]) : objmode_string ("return"),
    n >= 0 ? objmode_string (b->names[n]) : NULL_TREE,
    objmode_type_descriptor (v->type, v->kind, name, NULL_TREE),
    objmode_number (v->flags), objmode_number (0),
    objmode_number (int_byte_position (field)), objmode_number (count),
    objmode_number (other), objmode_number (0)
  };
  free (name);
  return objmode_constructor (record, values);
}

/* Return TEXT with MORE behind it, both of which are freed.  */

static char *
append (char *text, char *more)
{
  char *result = concat (text, more, NULL);
  free (text);
  free (more);
  return result;
}

/* Return the prototype of B as C spells it.  Malloced.  */

static char *
prototype (struct builder *b)
{
  char *result = spelling (TREE_TYPE (b->type));
  bool star = result[strlen (result) - 1] == '*';
  char *text = (b->decl != NULL_TREE
		? xasprintf ("%s%s%s (", result, star ? "" : " ", b->name)
		: xasprintf ("%s%s(*%s) (", result, star ? "" : " ", b->name));
  tree t = TYPE_ARG_TYPES (b->type);

  free (result);
  for (unsigned i = 0; i < b->names.length (); i++, t = TREE_CHAIN (t))
    {
      tree parm = declared_parameter (b->decl, i);
      char *type = spelling (TREE_VALUE (t));
      star = type[strlen (type) - 1] == '*';
      if (parm != NULL_TREE && DECL_NAME (parm) != NULL_TREE)
	text = append (text, xasprintf ("%s%s%s%s", i ? ", " : "", type,
					star ? "" : " ",
					IDENTIFIER_POINTER (DECL_NAME (parm))));
      else
	text = append (text, xasprintf ("%s%s", i ? ", " : "", type));
      free (type);
    }
  return append (text, xstrdup (b->names.is_empty () ? "void)" : ")"));
}

/* Return a word for V that is the same for what is passed alike.
   Malloced.  */

static char *
value_key (const struct value *v)
{
  tree size = VOID_TYPE_P (v->type) ? NULL_TREE : TYPE_SIZE_UNIT (v->type);
  return xasprintf ("%u.%u.%u.%u ", v->kind, v->flags,
		    size != NULL_TREE ? (unsigned) tree_to_uhwi (size) : 0,
		    INTEGRAL_TYPE_P (v->type) && TYPE_UNSIGNED (v->type));
}

/* Return the key of B.  Malloced.  */

static char *
key_of (struct builder *b)
{
  char *text = (b->result_field != NULL_TREE ? value_key (&b->result)
		: xstrdup ("void "));
  for (unsigned i = 0; i < b->values.length (); i++)
    text = append (text, value_key (&b->values[i]));
  return text;
}

/* Return the initialiser of the descriptor of B, of RECORD; FUNCTION is
   the function's address or NULL_TREE.  */

static tree
function_initialiser (struct builder *b, tree function, tree record)
{
  tree variable = objmode_variable_record ();
  auto_vec<tree> parameters, result;
  for (unsigned i = 0; i < b->values.length (); i++)
    parameters.safe_push (describe (b, &b->values[i], b->fields[i], i,
				    variable));
  if (b->result_field != NULL_TREE)
    result.safe_push (describe (b, &b->result, b->result_field, -1,
				variable));
  char *text = prototype (b), *key = key_of (b);
  tree values[10] = {
    objmode_string (b->name), function, make_thunk (b),
    objmode_string (text), objmode_string (key),
    objmode_static_array ("objmode_parameters", variable, parameters),
    objmode_static_array ("objmode_result", variable, result),
    NULL_TREE,
    objmode_number (b->values.length ()),
    objmode_number (int_size_in_bytes (b->frame))
  };
  free (text);
  free (key);
  return objmode_constructor (record, values);
}

static const char descriptor_name[] = "objmode_function";

/* Make a descriptor of functions of TYPE, or of the function DECL unless it
   is NULL_TREE, which the text calls NAME.  Return its address.  */

static tree
make_descriptor (tree type, tree decl, const char *name)
{
  struct builder b;
  tree function = NULL_TREE;

  b.type = type;
  b.decl = decl;
  b.name = name;
  lay_out (&b);
  if (decl != NULL_TREE)
    {
      TREE_ADDRESSABLE (decl) = TREE_USED (decl) = 1;
      function = fold_convert (ptr_type_node, build_fold_addr_expr (decl));
    }
  tree record = objmode_record (OBJMODE_LAYOUT_FUNCTION,
				sizeof (struct __objmode_function));
  tree init = function_initialiser (&b, function, record);
  return build_fold_addr_expr (objmode_static (descriptor_name, record, init,
					       false));
}

/* Return the address of the descriptor of what pointers to functions of TYPE
   point to, for a variable NAME.  */

tree
objmode_pointed_function (tree type, const char *name)
{
  return make_descriptor (type, NULL_TREE, name);
}

/* Return the descriptor of the function DECL if it has been made, or
   NULL_TREE.  It is looked for, since a PCH brings back declarations and
   not the memory of plugins.  */

static tree
lookup_descriptor (tree decl)
{
  varpool_node *node;

  FOR_EACH_VARIABLE (node)
    {
      tree var = node->decl;
      if (DECL_NAME (var) == NULL_TREE || !DECL_ARTIFICIAL (var)
	  || strncmp (IDENTIFIER_POINTER (DECL_NAME (var)), descriptor_name,
		      sizeof descriptor_name - 1) != 0)
	continue;
      tree address = (*CONSTRUCTOR_ELTS (DECL_INITIAL (var)))[1].value;
      STRIP_NOPS (address);
      if (TREE_CODE (address) == ADDR_EXPR
	  && TREE_OPERAND (address, 0) == decl)
	return var;
    }
  return NULL_TREE;
}

/* Return the address of the table of the C functions that the text of BLOCK
   calls, NULL_TREE if there are none.  */

tree
objmode_function_table (const struct objmode_block *block)
{
  auto_vec<tree> inits;
  for (unsigned i = 0; i < block->callables.length (); i++)
    {
      const struct objmode_callable *c = &block->callables[i];
      if (objmode_module_name_p (c->name))
	continue;
      tree var = lookup_descriptor (c->decl);
      inits.safe_push (var != NULL_TREE ? build_fold_addr_expr (var)
		       : make_descriptor (TREE_TYPE (c->decl), c->decl,
					  c->name));
    }
  if (inits.is_empty ())
    return NULL_TREE;
  inits.safe_push (null_pointer_node);
  for (unsigned i = 0; i < inits.length (); i++)
    inits[i] = fold_convert (ptr_type_node, inits[i]);
  return objmode_static_array ("objmode_functions", ptr_type_node, inits);
}
