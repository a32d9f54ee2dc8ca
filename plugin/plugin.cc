/* plugin.cc - plugin_init, the arguments, the callbacks, the stages.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "block.h"

#define EXPORT __attribute__ ((visibility ("default")))

extern "C" EXPORT int plugin_is_GPL_compatible;
int plugin_is_GPL_compatible;

/* The directory of the plugin, with a slash.  */
const char *objmode_plugin_dir;

/* The arguments, -fplugin-arg-objmode-KEY.  */
bool objmode_option_verbose;
bool objmode_warn_undefined = true, objmode_warn_lost = true;
bool objmode_warn_hidden = true, objmode_warn_syntax = true;
static bool warn_deadlock = true;
unsigned objmode_on_error;
static bool option_disable;

/* The blocks of the functions that are being parsed.  */
static vec<objmode_block *> pending;

/* Run STAGE, FUNCTION, on BLOCK, unless BLOCK has an error.  */

static void
run_stage (struct objmode_block *block, enum objmode_stage_id stage,
	   void (*function) (struct objmode_block *))
{
  if (block->erroneous)
    return;
  function (block);
  block->done |= 1u << stage;
}

/* Run on BLOCK the stages of the moment PARSE.  */

static void
run_parse_stages (struct objmode_block *block)
{
#define LEX(NAME)
#define PARSE(NAME) \
  run_stage (block, OBJMODE_STAGE_##NAME, objmode_stage_##NAME);
#define FUNCTION(NAME)
#define UNIT(NAME)
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) MOMENT (NAME)
#include "stages.def"
#undef OBJMODE_STAGE
#undef PARSE
#undef FUNCTION
}

/* Run on BLOCK the stages of the moment FUNCTION.  */

static void
run_function_stages (struct objmode_block *block)
{
#define PARSE(NAME)
#define FUNCTION(NAME) \
  run_stage (block, OBJMODE_STAGE_##NAME, objmode_stage_##NAME);
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) MOMENT (NAME)
#include "stages.def"
#undef OBJMODE_STAGE
#undef LEX
#undef PARSE
#undef FUNCTION
#undef UNIT
}

/* Return the block whose marker is the typedef DECL, or NULL.  */

static struct objmode_block *
block_of_marker (tree decl)
{
  for (unsigned i = 0; i < pending.length (); i++)
    if (pending[i]->marker == decl)
      return pending[i];
  return NULL;
}

/* Return true if the front end parses the C body of BLOCK, and is behind its
   clauses.  */

static bool
open_body_p (const struct objmode_block *block)
{
  char name[32];
  sprintf (name, "__objmode_m_%d", block->id);
  return (block->c_body && lookup_name (get_identifier (name)) != NULL_TREE
	  && lookup_name (DECL_NAME (block->marker)) == block->marker);
}

/* Return the innermost block whose C body the front end parses, or NULL.  */

struct objmode_block *
objmode_open_body (void)
{
  for (unsigned i = pending.length (); i-- > 0;)
    if (open_body_p (pending[i]))
      return pending[i];
  return NULL;
}

/* Return true if DECL is the typedef of a marker; then set *ID.  */

static bool
marker_decl_p (tree decl, int *id)
{
  static const char prefix[] = "__objmode_block_";
  if (TREE_CODE (decl) != TYPE_DECL || DECL_NAME (decl) == NULL_TREE)
    return false;
  const char *name = IDENTIFIER_POINTER (DECL_NAME (decl));
  if (strncmp (name, prefix, sizeof prefix - 1) != 0)
    return false;
  *id = atoi (name + sizeof prefix - 1);
  return true;
}

/* The handler of the attribute: NODE[0] is the marker of a block, or what
   the user put an attribute NAME on that belongs before a block.  */

static tree
handle_attribute (tree *node, tree name, tree args, int, bool *no_add_attrs)
{
  int id;
  *no_add_attrs = true;
  if (objmode_note_object (*node, args))
    return NULL_TREE;
  if (!marker_decl_p (*node, &id))
    {
      /* The lexer hook has reported what it saw.  */
      if (cpp_get_options (parse_in)->preprocessed)
	error_at (DECL_P (*node) ? DECL_SOURCE_LOCATION (*node)
		  : input_location,
		  "%qE attribute applies only to a compound statement", name);
      return NULL_TREE;
    }
  struct objmode_block *block = XCNEW (struct objmode_block);
  block->id = id;
  block->marker = *node;
  block->loc = DECL_SOURCE_LOCATION (*node);
  if (!objmode_decode_marker (block, args))
    {
      error_at (block->loc, "malformed %qE attribute", name);
      return NULL_TREE;
    }
  block->loc
    = objmode_location (block->file, block->line, block->column,
			linemap_resolve_location (line_table, block->loc,
						  LRK_MACRO_EXPANSION_POINT,
						  NULL));
  /* The marker is an implementation detail: no warning, no debug
     information.  */
  TREE_USED (*node) = 1;
  DECL_ARTIFICIAL (*node) = 1;
  DECL_IGNORED_P (*node) = 1;
  if (!block->module)
    pending.safe_push (block);
  run_parse_stages (block);
  if (block->erroneous)
    objmode_mark_names (block);
  /* It may have been to return.  */
  if (block->erroneous && current_function_decl != NULL_TREE)
    current_function_returns_value = 1;
  if (block->module)
    {
      objmode_note_module (block);
      objmode_pydump_block (block);
      if (objmode_option_verbose)
	objmode_dump_block (block);
    }
  return NULL_TREE;
}

/* Where blocks are searched for.  */
struct place
{
  tree fn;
  tree region;			/* The outermost OpenMP construct, or NULL.  */
  const char *refusing;		/* One where no block may be, or NULL.  */
  bool critical;		/* In `omp critical'.  */
  bool hold, body;		/* In OBJMODE_HOLD or a C body, and */
  bool team;			/* in `omp parallel' there.  */
  bool *erroneous;		/* Whether a block there has an error.  */
};

static tree find_block (tree *, int *, void *);

/* Return true if threads of OpenMP may run the body of T.  */

static bool
omp_region_p (tree t)
{
  switch (TREE_CODE (t))
    {
    case OMP_PARALLEL:
    case OMP_TASK:
    case OMP_TASKLOOP:
    case OMP_TEAMS:
    case OMP_TARGET:
      return true;
    default:
      return false;
    }
}

/* Return the name of the construct T if no block may be in it: its lanes
   are no threads, or what runs it has no Python.  Else return NULL.  */

static const char *
refusing_region (tree t)
{
  switch (TREE_CODE (t))
    {
    case OMP_SIMD:
      return "omp simd";
    case OMP_TARGET:
      return "omp target";
    case OACC_PARALLEL:
      return "acc parallel";
    case OACC_KERNELS:
      return "acc kernels";
    case OACC_SERIAL:
      return "acc serial";
    default:
      return NULL;
    }
}

/* If *TP is something around blocks that matters to them, search its inside,
   which differs from PLACE in that, and clear *WALK_SUBTREES.  */

static void
enter_place (tree *tp, int *walk_subtrees, const struct place *place)
{
  struct place inside = *place;
  tree *body = &TREE_OPERAND (*tp, 0);

  if (omp_region_p (*tp) || refusing_region (*tp) != NULL)
    {
      if (place->region == NULL_TREE && omp_region_p (*tp))
	inside.region = *tp;
      if (place->refusing == NULL)
	inside.refusing = refusing_region (*tp);
      inside.team |= place->hold && TREE_CODE (*tp) == OMP_PARALLEL;
    }
  else if (TREE_CODE (*tp) == OMP_CRITICAL)
    inside.critical = true;
  else if (TREE_CODE (*tp) == BIND_EXPR && objmode_hold_marker (*tp))
    {
      inside.hold = true;
      body = &BIND_EXPR_BODY (*tp);
    }
  else
    return;
  if (inside.region == place->region
      && inside.refusing == place->refusing
      && inside.critical == place->critical && inside.hold == place->hold
      && inside.team == place->team)
    return;
  walk_tree_without_duplicates (body, find_block, &inside);
  *walk_subtrees = 0;
}

/* Warn of a deadlock that the PLACE of BLOCK makes.  */

static void
check_place (const struct objmode_block *block, const struct place *place)
{
  if (place->critical && warn_deadlock)
    warning_at (block->loc, 0, "%<objmode%> block inside %<omp critical%> can"
		" deadlock; a block is a critical section itself");
  if (place->team && warn_deadlock)
    warning_at (block->loc, 0, place->body
		? G_("%<objmode%> block inside %<omp parallel%> inside a C body"
		     " deadlocks: the thread that keeps the GIL waits for the"
		     " others")
		: G_("%<objmode%> block inside %<omp parallel%> inside"
		     " %<OBJMODE_HOLD%> deadlocks: the thread that keeps the"
		     " GIL waits for the others"));
}

/* BLOCK has an error, and may have been to leave its function or its loop, or
   is not made and would have left it: let nothing come out of it, lest warnings
   of the paths behind it add to the error.  */

static void
end_path (struct objmode_block *block)
{
  if (block->given_up && !objmode_leaves_p (block))
    return;
  tree end = build_call_expr_loc (block->loc,
				  builtin_decl_explicit (BUILT_IN_UNREACHABLE),
				  0);
  append_to_statement_list (end, &BIND_EXPR_BODY (block->bind));
}

/* Process BLOCK, which is at PLACE, and what its clauses and its body
   hold.  */

static void
process_block (struct objmode_block *block, const struct place *place)
{
  struct place around = *place, inside = *place;
  bool erroneous = false;

  around.erroneous = inside.erroneous = &erroneous;
  inside.hold = inside.body = true;
  if (block->c_body)
    walk_tree_without_duplicates (&BIND_EXPR_BODY (block->bind), find_block,
				  &inside);
  /* The clauses are declarations too: blocks in statement expressions.  */
  for (tree v = BIND_EXPR_VARS (block->bind); v; v = DECL_CHAIN (v))
    if (VAR_P (v))
      walk_tree_without_duplicates (&DECL_INITIAL (v), find_block,
				    (objmode_marker_decl_p (v)
				     ? &around : &inside));
  /* One error is enough.  */
  if (erroneous)
    block->erroneous = true;
  run_function_stages (block);
  objmode_note_function (block);
  if (block->erroneous)
    {
      end_path (block);
      *place->erroneous |= !block->given_up;
    }
  objmode_pydump_block (block);
  if (objmode_option_verbose)
    objmode_dump_block (block);
}

/* walk_tree callback: process the block at *TP, if there is one, of DATA,
   a struct place.  Blocks inside it come first: how they may leave it is part
   of it.  */

static tree
find_block (tree *tp, int *walk_subtrees, void *data)
{
  struct place *place = (struct place *) data;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else
    enter_place (tp, walk_subtrees, place);
  if (TREE_CODE (*tp) != BIND_EXPR || !*walk_subtrees)
    return NULL_TREE;
  for (tree var = BIND_EXPR_VARS (*tp); var; var = DECL_CHAIN (var))
    {
      struct objmode_block *block = block_of_marker (var);
      if (block == NULL)
	continue;
      block->fn = place->fn;
      block->region = place->region;
      block->refusing = place->refusing;
      block->bind = *tp;
      check_place (block, place);
      *walk_subtrees = 0;
      process_block (block, place);
      break;
    }
  return NULL_TREE;
}

/* Process the blocks of FN and of its nested functions.  */

static void
process_function (tree fn)
{
  auto_vec<tree> nested;
  cgraph_node *node = cgraph_node::get_create (fn);
  for (cgraph_node *n = first_nested_function (node); n != NULL;
       n = next_nested_function (n))
    nested.safe_push (n->decl);
  for (unsigned i = 0; i < nested.length (); i++)
    process_function (nested[i]);

  bool erroneous = false;
  struct place place = { fn, NULL_TREE, NULL, false, false, false, false,
			 &erroneous };
  walk_tree_without_duplicates (&DECL_SAVED_TREE (fn), find_block, &place);
  objmode_process_holds (fn);
}

/* PLUGIN_PRE_GENERICIZE: the outermost function GCC_DATA is complete.  */

static void
on_pre_genericize (void *gcc_data, void *)
{
  if (pending.is_empty () && !objmode_holds_p ())
    return;
  process_function ((tree) gcc_data);
  pending.truncate (0);
  objmode_forget_holds ();
}

/* PLUGIN_PRAGMAS, PLUGIN_INCLUDE_FILE: libcpp is there.  */

static void
on_file (void *, void *)
{
  objmode_install_annotation ();
}

/* PLUGIN_ATTRIBUTES: register the attribute of the marker.  */

static void
on_attributes (void *, void *)
{
  static struct attribute_spec block, module, hold;
  if (lookup_attribute_spec (get_identifier ("objmode")) != NULL)
    {
      error ("the objmode plugin is loaded twice");
      return;
    }
  block.name = "objmode";
  block.max_length = -1;
  block.handler = handle_attribute;
  register_attribute (&block);
  module = block;
  module.name = "objmode_module";
  register_attribute (&module);
  hold.name = "objmode_hold";
  hold.handler = objmode_handle_hold;
  register_attribute (&hold);
}

/* PLUGIN_FINISH_DECL: the front end has the declaration GCC_DATA.  */

static void
on_declaration (void *gcc_data, void *)
{
  static const char prefix[] = "__objmode_c";
  tree decl = (tree) gcc_data;

  objmode_check_scoped (decl);
  if (!VAR_P (decl) || DECL_NAME (decl) == NULL_TREE
      || strncmp (IDENTIFIER_POINTER (DECL_NAME (decl)), prefix,
		  sizeof prefix - 1) != 0)
    return;
  for (unsigned i = pending.length (); i-- > 0;)
    objmode_note_label (pending[i], decl);
}

/* PLUGIN_FINISH: GCC is done, but still takes diagnostics.  */

static void
on_finish (void *, void *)
{
  objmode_finish_unit ();
  objmode_pydump_finish ();
}

/* Set the switch of the argument KEY, VALUE or NULL.  Return false if it
   is unknown.  */

static bool
handle_argument (const char *key, const char *value)
{
  static const struct { const char *key; bool *option; bool set; } flags[] = {
    { "verbose", &objmode_option_verbose, true },
    { "disable", &option_disable, true },
    { "no-warn-undefined", &objmode_warn_undefined, false },
    { "no-warn-lost", &objmode_warn_lost, false },
    { "no-warn-hidden", &objmode_warn_hidden, false },
    { "no-warn-syntax", &objmode_warn_syntax, false },
    { "no-warn-deadlock", &warn_deadlock, false }
  };
  for (unsigned i = 0; i < ARRAY_SIZE (flags); i++)
    if (strcmp (key, flags[i].key) == 0 && value == NULL)
      {
	*flags[i].option = flags[i].set;
	return true;
      }
  if (strcmp (key, "dump") == 0)
    {
      objmode_option_dump = true;
      objmode_dump_file = value;
      return true;
    }
  if (strcmp (key, "on-error") == 0 && value != NULL)
    {
      if (strcmp (value, "abort") == 0)
	objmode_on_error = OBJMODE_BLOCK_ABORT;
      else if (strcmp (value, "return") == 0)
	objmode_on_error = OBJMODE_BLOCK_RETURN_OK;
      else
	return false;
      return true;
    }
  return false;
}

/* What the shim calls.  INFO holds the arguments, VERSION describes the
   compiler.  Return 0, or 1 after an error.  */

extern "C" EXPORT int
plugin_init (struct plugin_name_args *info,
	     struct plugin_gcc_version *version)
{
  int ours, theirs;

  if (sscanf (objmode_built_for (), "%d", &ours) != 1
      || sscanf (version->basever, "%d", &theirs) != 1 || ours != theirs)
    {
      error ("the objmode plugin was built for GCC %s, this is GCC %s",
	     objmode_built_for (), version->basever);
      return 1;
    }
  for (int i = 0; i < info->argc; i++)
    if (!handle_argument (info->argv[i].key, info->argv[i].value))
      {
	error (info->argv[i].value != NULL
	       ? G_("unknown argument %<-fplugin-arg-objmode-%s=%s%>")
	       : G_("unknown argument %<-fplugin-arg-objmode-%s%>"),
	       info->argv[i].key, info->argv[i].value);
	return 1;
      }
  if (option_disable)
    return 0;

  const char *slash = strrchr (info->full_name, '/');
  objmode_plugin_dir = (slash != NULL
			? xstrndup (info->full_name,
				    slash - info->full_name + 1) : "./");
  const char *name = info->base_name;
  register_callback (name, PLUGIN_PRAGMAS, on_file, NULL);
  register_callback (name, PLUGIN_INCLUDE_FILE, on_file, NULL);
  register_callback (name, PLUGIN_ATTRIBUTES, on_attributes, NULL);
  register_callback (name, PLUGIN_FINISH_DECL, on_declaration, NULL);
  register_callback (name, PLUGIN_PRE_GENERICIZE, on_pre_genericize, NULL);
  register_callback (name, PLUGIN_FINISH, on_finish, NULL);
  return 0;
}
