/* pipeline.cc - The blocks of the unit go through the stages.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   This file calls the functions of the table stages.def, each at its moment.
   It asserts that a block comes to a stage only after all earlier stages that
   apply to it.  A block with an error skips the later stages.  */

#include "stage.h"
#include "pipeline.h"
#include "unit/unit.h"
#include "rewrite/rewrite.h"
#include "parse/parse.h"
#include "block/state.h"
#include "block/query.h"
#include "tools/options.h"

/* A stage that handles one block.  */
struct stage
{
  enum objmode_stage_id id;
  enum objmode_moment moment;
  void (*run) (struct objmode_block *);
};

/* The rows of the table that are about a block.  */
static const struct stage stages[] = {
#define PARSE(NAME) \
  { OBJMODE_STAGE_##NAME, OBJMODE_AT_PARSE, objmode_stage_##NAME },
#define MODULE(NAME) \
  { OBJMODE_STAGE_##NAME, OBJMODE_AT_MODULE, objmode_stage_##NAME },
#define FUNCTION(NAME) \
  { OBJMODE_STAGE_##NAME, OBJMODE_AT_FUNCTION, objmode_stage_##NAME },
#define UNIT(NAME)
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) MOMENT (NAME)
#include "stages.def"
#undef OBJMODE_STAGE
#undef PARSE
#undef MODULE
#undef FUNCTION
#undef UNIT
};

/* Run the stages of MOMENT on BLOCK, until one of them reports an error.  */

static void
run_stages (struct objmode_block *block, enum objmode_moment moment)
{
  unsigned before = 0;

  for (unsigned i = 0; i < ARRAY_SIZE (stages) && !block->erroneous; i++)
    {
      if (stages[i].moment == moment)
	{
	  gcc_assert (block->done == before);
	  stages[i].run (block);
	  block->done |= 1u << stages[i].id;
	}
      if (stages[i].moment == OBJMODE_AT_PARSE || stages[i].moment == moment)
	before |= 1u << stages[i].id;
    }
}

/* Return true if DECL is the typedef of a marker.  Then set *ID to the number
   of its block.  */

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

/* The handler of the attributes `objmode' and `objmode_module'.  NODE[0] is
   the marker of a block or the variable of a mention OBJ (v).  In a
   preprocessed file it may also be what the user has put an attribute NAME on
   that belongs before a block.  */

tree
objmode_handle_attribute (tree *node, tree name, tree args, int,
			  bool *no_add_attrs)
{
  int id;
  *no_add_attrs = true;
  if (objmode_note_object (*node, args))
    return NULL_TREE;
  if (!marker_decl_p (*node, &id))
    {
      /* The lexer hook has already reported what it has seen.  */
      if (cpp_get_options (parse_in)->preprocessed)
	error_at (DECL_P (*node) ? DECL_SOURCE_LOCATION (*node)
		  : input_location,
		  "%qE attribute applies only to a compound statement", name);
      return NULL_TREE;
    }
  struct objmode_block *block = objmode_new_block (*node, id, args);
  if (block == NULL)
    {
      auto_diagnostic_group d;
      int version = objmode_marker_version (args);
      error_at (DECL_SOURCE_LOCATION (*node), "malformed %qE attribute", name);
      if (version >= 0 && version != OBJMODE_MARKER_VERSION)
	inform (DECL_SOURCE_LOCATION (*node), "the file was"
		" preprocessed by another version of the plugin");
      return NULL_TREE;
    }
  /* The marker is an implementation detail: no warning, no debug
     information.  */
  TREE_USED (*node) = 1;
  DECL_ARTIFICIAL (*node) = 1;
  DECL_IGNORED_P (*node) = 1;
  if (!block->module)
    objmode_add_pending (block);
  run_stages (block, OBJMODE_AT_PARSE);
  if (block->module)
    run_stages (block, OBJMODE_AT_MODULE);
  if (block->erroneous)
    objmode_mark_names (block);
  /* The faulty text may contain a `return'; do not let -Wreturn-type complain
     as well.  */
  if (block->erroneous && current_function_decl != NULL_TREE)
    current_function_returns_value = 1;
  if (block->module)
    {
      objmode_pydump_block (block);
      if (objmode_option_verbose)
	objmode_dump_block (block);
    }
  return NULL_TREE;
}

/* A walk through a function in search of blocks.  */
struct search
{
  struct objmode_place place;
  bool *erroneous;		/* Set if a block has an error.  */
};

static tree find_block (tree *, int *, void *);

/* Search *TP for blocks, as SEARCH says.  */

static void
search_in (tree *tp, struct search *search)
{
  walk_tree_without_duplicates (tp, find_block, search);
}

/* Process BLOCK, which SEARCH has found, and the blocks in its clauses and its
   body.  Blocks inside come first, since the ways in which they leave BLOCK
   are part of it.  */

static void
process_block (struct objmode_block *block, const struct search *search)
{
  struct search around = *search, inside = *search;
  bool erroneous = false;

  around.erroneous = inside.erroneous = &erroneous;
  inside.place.hold = inside.place.body = true;
  if (block->c_body)
    search_in (&BIND_EXPR_BODY (block->bind), &inside);
  /* The clauses are declarations too, whose initialisers may have blocks in
     statement expressions.  */
  for (tree v = BIND_EXPR_VARS (block->bind); v; v = DECL_CHAIN (v))
    if (VAR_P (v))
      search_in (&DECL_INITIAL (v),
		 objmode_marker_decl_p (v) ? &around : &inside);
  /* One error is enough.  */
  if (erroneous)
    block->erroneous = true;
  run_stages (block, OBJMODE_AT_FUNCTION);
  objmode_note_function (block);
  if (block->erroneous)
    {
      objmode_end_path (block);
      *search->erroneous |= !block->given_up;
    }
  objmode_pydump_block (block);
  if (objmode_option_verbose)
    objmode_dump_block (block);
}

/* walk_tree callback: process the block at *TP, if there is one.  DATA is the
   struct search.  */

static tree
find_block (tree *tp, int *walk_subtrees, void *data)
{
  const struct search *search = (const struct search *) data;
  struct search inside = *search;

  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  else
    {
      tree *body = objmode_enter_place (*tp, &inside.place);
      if (body != NULL)
	{
	  search_in (body, &inside);
	  *walk_subtrees = 0;
	}
    }
  if (TREE_CODE (*tp) != BIND_EXPR || !*walk_subtrees)
    return NULL_TREE;
  for (tree var = BIND_EXPR_VARS (*tp); var; var = DECL_CHAIN (var))
    {
      struct objmode_block *block = objmode_block_of_marker (var);
      if (block == NULL)
	continue;
      objmode_place_block (block, *tp, &search->place);
      *walk_subtrees = 0;
      process_block (block, search);
      break;
    }
  return NULL_TREE;
}

/* Process the blocks and the OBJMODE_HOLDs of FN, which is complete, and of
   its nested functions.  */

void
objmode_process_function (tree fn)
{
  auto_vec<tree> nested;
  cgraph_node *node = cgraph_node::get_create (fn);
  for (cgraph_node *n = first_nested_function (node); n != NULL;
       n = next_nested_function (n))
    nested.safe_push (n->decl);
  for (unsigned i = 0; i < nested.length (); i++)
    objmode_process_function (nested[i]);

  bool erroneous = false;
  struct search search = { { fn, NULL_TREE, NULL, false, false, false, false },
			   &erroneous };
  search_in (&DECL_SAVED_TREE (fn), &search);
  objmode_process_holds (fn);
}

/* Run the stages of the moment UNIT.  */

void
objmode_process_unit (void)
{
#define PARSE(NAME)
#define MODULE(NAME)
#define FUNCTION(NAME)
#define UNIT(NAME) objmode_stage_##NAME ();
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) MOMENT (NAME)
#include "stages.def"
#undef OBJMODE_STAGE
#undef PARSE
#undef MODULE
#undef FUNCTION
#undef UNIT
}
