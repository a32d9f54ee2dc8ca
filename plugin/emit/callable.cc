/* callable.cc - C functions that Python text calls.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stages `convert' and `module'.  For

     double area (double r, int n);

   the runtime gets a descriptor with the parameters and

     static void objmode_thunk.0 (void *function, void *frame)
     {
       struct frame *f = frame;
       f->result = ((double (*) (double, int)) function) (f->r, f->n);
     }

   so that GCC itself makes the call.  A block or module block points to
   the descriptors of the functions that it names.  So the descriptors and the
   functions live as long as the block does.  */

#include "emit/function.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "types/prototype.h"
#include "types/ctype.h"
#include "types/adapter.h"
#include "types/declared.h"
#include "block/query.h"
#include "block/state.h"
#include "tools/trees.h"

/* Which of the extents of a function are those of a parameter.  */
struct shape
{
  unsigned first;
  bool outer;			/* The first is the minimum of the outermost
				   dimension.  */
  unsigned inner;		/* The number of extents of the inner
				   dimensions.  */
};

/* The descriptor that is being built.  */
struct builder
{
  tree type;			/* FUNCTION_TYPE */
  tree decl;			/* FUNCTION_DECL or NULL_TREE */
  tree declared;		/* What something is declared about: DECL, or
				   the typedef of TYPE; or NULL_TREE.  */
  const char *name;		/* Its name in the text.  */
  tree frame;			/* RECORD_TYPE */
  auto_vec<objmode_passed> values;	/* Of the parameters.  */
  auto_vec<tree> fields;
  auto_vec<char *> names;
  auto_vec<shape> shapes;	/* Of the memory to which they point.  */
  tree extents;			/* The address of a function that
				   emit/bounds.cc makes.  */
  unsigned n_extents;
  struct objmode_passed result;
  tree result_field;		/* NULL_TREE if it is void.  */

  ~builder ();
};

/* Destroy a builder: free the names.  */

builder::~builder ()
{
  for (unsigned i = 0; i < names.length (); i++)
    free (names[i]);
}

/* Return the type that a value of TYPE has in a frame.  Pointers become void
   *, since the extents of what they point to may be variables of the
   function.  */

static tree
frame_type (tree type)
{
  return (TREE_CODE (type) == POINTER_TYPE ? ptr_type_node
	  : TYPE_MAIN_VARIANT (type));
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
      objmode_passed_result (result, &b->result);
      b->result_field = objmode_add_field (b->frame, frame_type (result));
    }
  for (tree t = TYPE_ARG_TYPES (b->type); t && t != void_list_node;
       t = TREE_CHAIN (t), n++)
    {
      struct objmode_passed v;
      objmode_passed_parameter (TREE_VALUE (t), &v);
      b->values.safe_push (v);
      b->names.safe_push (objmode_parameter_name (b->decl, n));
      b->fields.safe_push (objmode_add_field (b->frame,
					      frame_type (TREE_VALUE (t))));
    }
  objmode_finish_frame (b->frame);
}

/* Return FIELD of the frame of B that is at FRAME, a void *.  */

static tree
frame_member (struct builder *b, tree frame, tree field)
{
  return build3 (COMPONENT_REF, TREE_TYPE (field),
		 build1 (INDIRECT_REF, b->frame,
			 fold_convert (build_pointer_type (b->frame), frame)),
		 field, NULL_TREE);
}

/* Return a new function NAME, with a number, of the type ID, whose two
   parameters become *FIRST and *SECOND.  */

static tree
begin_helper (const char *name, enum objmode_function_id id, tree *first,
	      tree *second)
{
  tree fn = objmode_begin_function (create_tmp_var_name (name),
				    objmode_function_type (id), NULL_TREE,
				    BUILTINS_LOCATION);
  DECL_IGNORED_P (fn) = 1;
  DECL_NO_INSTRUMENT_FUNCTION_ENTRY_EXIT (fn) = 1;
  *first = objmode_add_parameter (fn, ptr_type_node);
  *second = objmode_add_parameter (fn, ptr_type_node);
  return fn;
}

/* What the names in the extents of a parameter are looked up in.  */
struct scope
{
  struct builder *b;
  tree frame;			/* The frame with the arguments.  */
};

/* objmode_extent_name: DATA is a struct scope, whose parameters have names.  */

static tree
parameter_named (const char *name, location_t, void *data)
{
  struct scope *scope = (struct scope *) data;
  struct builder *b = scope->b;

  for (unsigned i = 0; i < b->names.length (); i++)
    if (strcmp (b->names[i], name) == 0)
      return frame_member (b, scope->frame, b->fields[i]);
  return NULL_TREE;
}

/* Append to EXTENTS what W declares of the parameter number I of B, whose
   arguments are in FRAME.  BAD is as in objmode_parse_extent.  Return how it is
   passed.  */

static struct shape
declared_shape (struct builder *b, unsigned i, const struct objmode_written *w,
		tree frame, tree bad, auto_vec<tree> *extents)
{
  struct shape shape = { extents->length (), true, 0 };
  struct scope scope = { b, frame };
  tree type = TYPE_ARG_TYPES (b->type);

  for (unsigned n = 0; n < i; n++)
    type = TREE_CHAIN (type);
  for (int d = 0; d < w->ts.ndim; d++)
    {
      tree value = (w->extents[d] == NULL ? error_mark_node
		    : objmode_parse_extent (w, w->extents[d], parameter_named,
					    &scope, bad));
      extents->safe_push (value == error_mark_node ? ssize_int (0) : value);
    }
  if (w->ts.ndim == 1)
    for (tree t = TREE_TYPE (TREE_VALUE (type)); TREE_CODE (t) == ARRAY_TYPE;
	 t = TREE_TYPE (t))
      extents->safe_push (objmode_extent_of (t));
  if (b->values[i].bytes > 0)
    extents->safe_push (build_int_cst (intDI_type_node, b->values[i].bytes));
  shape.inner = extents->length () - shape.first - 1;
  return shape;
}

/* Make the function that computes the extents of what the parameters of B
   point to.  */

static void
make_extents (struct builder *b)
{
  tree frame, values;
  tree fn = begin_helper ("objmode_extents", OBJMODE_FUNCTION_extents_fn,
			  &frame, &values);
  auto_vec<tree> arguments, extents;
  struct objmode_written w;
  tree bad = objmode_bad_variable (fn);

  for (unsigned i = 0; i < b->fields.length (); i++)
    arguments.safe_push (frame_member (b, frame, b->fields[i]));
  for (unsigned i = 0; i < b->values.length (); i++)
    {
      struct shape shape = { extents.length (), false, 0 };
      if (b->declared != NULL_TREE
	  && objmode_declared_extents (b->declared, b->names[i], &w))
	{
	  b->shapes.safe_push (declared_shape (b, i, &w, frame, bad,
					       &extents));
	  continue;
	}
      objmode_passed_extents (&b->values[i],
			      objmode_declared_parameter (b->decl, i),
			      b->decl, &arguments, &extents, &shape.outer);
      shape.inner = extents.length () - shape.first - shape.outer;
      b->shapes.safe_push (shape);
    }
  b->n_extents = extents.length ();
  b->extents = (b->n_extents == 0 ? NULL_TREE
		: objmode_extents_function (fn, values, bad, extents));
}

/* Make the function that calls what B describes.  Return its address.  */

static tree
make_thunk (struct builder *b)
{
  tree function, frame;
  tree fn = begin_helper ("objmode_thunk", OBJMODE_FUNCTION_thunk_fn, &function,
			  &frame);
  auto_vec<tree> arguments;

  for (unsigned i = 0; i < b->fields.length (); i++)
    {
      tree value = frame_member (b, frame, b->fields[i]);
      arguments.safe_push
	(objmode_aggregate_p (TREE_TYPE (value)) ? value
	 : fold_convert (objmode_passed_type (TREE_TYPE (value)), value));
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
      tree target = frame_member (b, frame, field);
      if (!objmode_aggregate_p (TREE_TYPE (field)))
	call = fold_convert (TREE_TYPE (field), call);
      call = build2 (MODIFY_EXPR, TREE_TYPE (field), target, call);
    }
  objmode_add (&body, call);
  objmode_finish_function (fn, NULL_TREE, body);
  return build_fold_addr_expr (fn);
}

/* Return the name of TYPE, that of the value V, for messages.  The views of a
   struct have this name too.  The caller frees it.  */

static char *
type_name (const struct objmode_passed *v, tree type)
{
  if (objmode_row_of (v->kind)->refers == OBJMODE_REFERS_MEMBERS)
    return xstrdup (objmode_type_name (v->spelled));
  return objmode_type_spelling (type);
}

/* Return an initialiser of RECORD that describes V, a value of B of TYPE, in
   FIELD of the frame.  If N is -1, V is the result; otherwise it is the
   parameter number N, and SHAPE says which extents the runtime compares.  */

static tree
describe (struct builder *b, const struct objmode_passed *v, tree type,
	  tree field, int n, struct shape shape, tree record)
{
  char *name = type_name (v, type);
  bool pointer = objmode_row_of (v->kind)->refers == OBJMODE_REFERS_FUNCTION;
  tree parm = n >= 0 ? objmode_declared_parameter (b->decl, n) : NULL_TREE;
  tree function = (pointer
		   ? objmode_pointed_function (parm != NULL_TREE
					       ? TREE_TYPE (parm) : v->spelled,
					       TREE_TYPE (v->type),
					       n >= 0 ? b->names[n] : b->name)
		   : NULL_TREE);
  struct objmode_var_values values = {};
  values.name = objmode_string (n >= 0 ? b->names[n] : "return");
  values.c_name = n >= 0 ? objmode_string (b->names[n]) : NULL_TREE;
  values.type = objmode_type_descriptor (v->type, v->kind, name, function);
  values.flags = objmode_number (v->flags);
  values.ndim = objmode_number (shape.inner);
  values.in = objmode_number (int_byte_position (field));
  values.out = objmode_number (shape.outer);
  values.addr = objmode_number (shape.first);
  values.adapter = objmode_adapter_address (objmode_adapter_of (type));
  free (name);
  return objmode_init_var (record, &values);
}

/* Return the prototype of B as C spells it.  The caller frees it.  */

static char *
prototype (struct builder *b)
{
  char *text = xasprintf (b->decl != NULL_TREE ? "%s (" : "(*%s) (", b->name);
  tree t = TYPE_ARG_TYPES (b->type);

  for (unsigned i = 0; i < b->names.length (); i++, t = TREE_CHAIN (t))
    {
      tree parm = objmode_declared_parameter (b->decl, i);
      char *one
	= objmode_declaration (TREE_VALUE (t),
			       parm != NULL_TREE
			       && DECL_NAME (parm) != NULL_TREE
			       ? IDENTIFIER_POINTER (DECL_NAME (parm)) : "");
      char *longer = concat (text, i ? ", " : "", one, NULL);
      free (one);
      free (text);
      text = longer;
    }
  char *inner = concat (text, b->names.is_empty () ? "void)" : ")", NULL);
  char *all = objmode_declaration (TREE_TYPE (b->type), inner);
  free (inner);
  free (text);
  return all;
}

/* Return TEXT, a message of the compiler, with the quotes that messages of
   Python have in place of its own.  NULL is allowed.  */

static char *
with_plain_quotes (char *text)
{
  const char *const quotes[] = { open_quote, close_quote };

  for (unsigned i = 0; text != NULL && i < 2; i++)
    {
      size_t n = strlen (quotes[i]);
      for (char *p; strcmp (quotes[i], "'") != 0
	   && (p = strstr (text, quotes[i])) != NULL;)
	{
	  *p = '\'';
	  memmove (p + 1, p + n, strlen (p + n) + 1);
	}
    }
  return text;
}

/* Return a string of all that is declared about the extents of the parameters
   of B, or NULL_TREE if that is nothing.  Functions with other strings get
   other arguments.  */

static tree
declared_text (struct builder *b)
{
  struct objmode_written w;
  char *text = xstrdup ("");

  for (unsigned i = 0; b->declared != NULL_TREE && i < b->names.length (); i++)
    if (objmode_declared_extents (b->declared, b->names[i], &w))
      {
	char *longer = concat (text, b->names[i], " ", w.text, "; ", NULL);
	free (text);
	text = longer;
      }
  tree result = *text != '\0' ? objmode_string (text) : NULL_TREE;
  free (text);
  return result;
}

/* Return the initialiser, of RECORD, of the descriptor of B.  FUNCTION is the
   address of the function, or NULL_TREE if B describes a pointer.  */

static tree
function_initialiser (struct builder *b, tree function, tree record)
{
  tree variable = objmode_record (OBJMODE_RECORD_var);
  auto_vec<tree> parameters, result;
  tree t = TYPE_ARG_TYPES (b->type);
  struct shape none = { 0, false, 0 };
  make_extents (b);
  for (unsigned i = 0; i < b->values.length (); i++, t = TREE_CHAIN (t))
    parameters.safe_push (describe (b, &b->values[i], TREE_VALUE (t),
				    b->fields[i], i, b->shapes[i], variable));
  if (b->result_field != NULL_TREE)
    result.safe_push (describe (b, &b->result, TREE_TYPE (b->type),
				b->result_field, -1, none, variable));
  char *text = prototype (b), *key = objmode_passed_key (b->type);
  char *refusal = with_plain_quotes (objmode_closure_problem (b->type));
  struct objmode_function_values v = {};
  v.name = objmode_string (b->name);
  v.address = function;
  v.thunk = make_thunk (b);
  v.prototype = objmode_string (text);
  v.key = objmode_string (key);
  v.parameters = objmode_static_array ("objmode_parameters", variable,
				       parameters);
  v.result = objmode_static_array ("objmode_result", variable, result);
  v.extents = b->extents;
  v.n_parameters = objmode_number (b->values.length ());
  v.frame_size = objmode_number (int_size_in_bytes (b->frame));
  v.n_extents = objmode_number (b->n_extents);
  v.refusal = objmode_string (refusal);
  v.declared = declared_text (b);
  free (text);
  free (key);
  free (refusal);
  return objmode_init_function (record, &v);
}

static const char descriptor_name[] = "objmode_function";

/* Make the descriptor of a function that the text calls NAME.  TYPE is its
   type, and DECL the function or, if only a pointer to it is known, NULL_TREE.
   DECLARED is what extents of its parameters are declared about, or NULL_TREE.
   Return the descriptor, a variable.  */

static tree
make_descriptor (tree type, tree decl, tree declared, const char *name)
{
  struct builder b;
  tree function = NULL_TREE;

  b.type = type;
  b.decl = decl;
  b.declared = declared;
  b.name = name;
  if (declared != NULL_TREE)
    objmode_note_described (declared);
  lay_out (&b);
  if (decl != NULL_TREE)
    {
      TREE_ADDRESSABLE (decl) = TREE_USED (decl) = 1;
      function = fold_convert (ptr_type_node, build_fold_addr_expr (decl));
    }
  tree record = objmode_record (OBJMODE_RECORD_function);
  tree init = function_initialiser (&b, function, record);
  return objmode_static (descriptor_name, record, init, false);
}

/* Return the address of a descriptor of the functions of TYPE that the
   variable NAME, a pointer whose type is written as SPELLED, may point to.  */

tree
objmode_pointed_function (tree spelled, tree type, const char *name)
{
  return build_fold_addr_expr (make_descriptor (type, NULL_TREE,
						objmode_function_declared
						(spelled), name));
}

/* Return the descriptor of the function DECL if it has been made, or
   NULL_TREE.  It is searched for, since a PCH restores declarations, but not
   the memory of plugins.  */

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
      tree address = *OBJMODE_VALUE_IN (DECL_INITIAL (var), function, address);
      STRIP_NOPS (address);
      if (TREE_CODE (address) == ADDR_EXPR
	  && TREE_OPERAND (address, 0) == decl)
	return var;
    }
  return NULL_TREE;
}

/* Let the function DECL, which has the descriptor VAR, have a loop for NumPy,
   if that is possible.  */

static void
add_loop (tree var, tree decl)
{
  tree *loop = OBJMODE_VALUE_IN (DECL_INITIAL (var), function, loop);

  if (integer_zerop (*loop))
    {
      tree made = objmode_ufunc_loop (decl);
      *loop = made != NULL_TREE ? made : *loop;
    }
}

/* Return the address of a table of the C functions CALLABLES, of the text of
   BLOCK.  Return NULL_TREE if there are none.  */

tree
objmode_function_table (const struct objmode_block *block,
			const vec<objmode_callable> &callables)
{
  auto_vec<tree> inits;
  for (unsigned i = 0; i < callables.length (); i++)
    {
      const struct objmode_callable *c = &callables[i];
      if (objmode_module_name_p (c->name))
	continue;
      tree var = lookup_descriptor (c->decl);
      if (var == NULL_TREE)
	var = make_descriptor (TREE_TYPE (c->decl), c->decl, c->decl, c->name);
      if (objmode_name_flags (block, c->name) & OBJMODE_PY_UFUNC)
	add_loop (var, c->decl);
      inits.safe_push (build_fold_addr_expr (var));
    }
  if (inits.is_empty ())
    return NULL_TREE;
  inits.safe_push (null_pointer_node);
  return objmode_static_array ("objmode_functions", ptr_type_node, inits);
}
