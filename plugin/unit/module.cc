/* module.cc - The descriptors of module blocks.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   The descriptors are appended to the list of the unit in the order of the
   blocks.  GCC looks at the initialiser of the list only when the unit is
   complete.

   Input: TEXT, POSITIONS, CALLABLES.  */

#include "stage.h"
#include "emit/descriptor.h"
#include "emit/abi.h"
#include "block/state.h"
#include "block/query.h"
#include "tools/python.h"
#include "tools/trees.h"

/* Return the variable whose address the initialiser VALUE is, or
   NULL_TREE.  */

static tree
pointed_to (tree value)
{
  STRIP_NOPS (value);
  return TREE_CODE (value) == ADDR_EXPR ? TREE_OPERAND (value, 0) : NULL_TREE;
}

/* Append the module descriptor MODULE to the list of the unit.  */

static void
append_module (tree module)
{
  /* Where the list ends as far as is known; a PCH may have begun it.  */
  static tree last;
  tree *link
    = (last != NULL_TREE
       ? OBJMODE_VALUE_IN (DECL_INITIAL (last), module, next)
       : OBJMODE_VALUE_IN (DECL_INITIAL (objmode_unit ()), unit, modules));
  for (tree m = pointed_to (*link); m != NULL_TREE; m = pointed_to (*link))
    link = OBJMODE_VALUE_IN (DECL_INITIAL (m), module, next);
  *link = fold_convert (ptr_type_node, build_fold_addr_expr (module));
  last = module;
}

/* Warn, once in a unit, that its module, to which the text of BLOCK belongs,
   does not have the name of the file, since the Python module objmode has that
   name itself.  */

static void
check_name (const struct objmode_block *block)
{
  static bool warned;
  char *name = warned ? NULL : objmode_reserved_name ();
  if (name == NULL)
    return;
  warned = true;
  char *theirs = concat ("objmode.", name, NULL);
  char *ours = concat (theirs, "_2", NULL);
  warning_at (block->loc, 0, "the module of this file is %qs, since %qs"
	      " belongs to objmode itself", ours, theirs);
  free (name);
  free (theirs);
  free (ours);
}

/* The stage `module': describe the text of the module block BLOCK.  After an
   error elsewhere GCC makes no code, so there is no descriptor.  */

void
objmode_stage_module (struct objmode_block *block)
{
  objmode_note_names (block);
  check_name (block);
  if (seen_error ())
    return;
  const struct objmode_pysource_api *api = objmode_python (block->loc);
  struct objmode_pytext *text = api->module (block->text,
					     block->positions.address (),
					     block->positions.length ());
  if (text == NULL)
    {
      error_at (block->loc, "%<objmode%> cannot compile Python text: %s",
		api->error ());
      return;
    }
  tree type = objmode_record (OBJMODE_RECORD_module);
  struct objmode_module_values v = {};
  v.source = objmode_string (text->source);
  v.positions = objmode_positions (text);
  v.source_line = objmode_number (text->source_line);
  v.line = objmode_number (block->line);
  v.functions = objmode_function_table (block, block->callables);
  tree module = objmode_static ("objmode_module", type,
				objmode_init_module (type, &v), false);
  append_module (module);
  api->free_text (text);
}
