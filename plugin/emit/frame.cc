/* frame.cc - Frames: the records through which values are passed.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  */

#include "emit/function.h"
#include "emit/abi.h"
#include "tools/trees.h"

/* Return a new record type without fields, for a frame.  */

tree
objmode_begin_frame (void)
{
  tree frame = make_node (RECORD_TYPE);
  TYPE_ARTIFICIAL (frame) = 1;
  return frame;
}

/* Lay out FRAME, to which all fields have been added, the last one first in its
   chain.  If there are none, add one, since C has no empty struct.  */

void
objmode_finish_frame (tree frame)
{
  if (TYPE_FIELDS (frame) == NULL_TREE)
    objmode_add_field (frame, unsigned_char_type_node);
  TYPE_FIELDS (frame) = nreverse (TYPE_FIELDS (frame));
  objmode_layout_record (frame);
}

/* Add a field of TYPE to the fields of FRAME, a new record type, which come in
   the order in which they are added.  Return the field.  */

tree
objmode_add_field (tree frame, tree type)
{
  tree field = build_decl (BUILTINS_LOCATION, FIELD_DECL,
			   create_tmp_var_name ("f"), type);
  DECL_CONTEXT (field) = frame;
  DECL_CHAIN (field) = TYPE_FIELDS (frame);
  TYPE_FIELDS (frame) = field;
  return field;
}

/* Return the member number NUMBER of struct __objmode_body in FRAME, a variable
   of BLOCK's FRAME_TYPE.  The result is an lvalue.  */

tree
objmode_body_member (const struct objmode_block *block, tree frame,
		     unsigned number)
{
  tree head = build3 (COMPONENT_REF, TREE_TYPE (block->frame_head), frame,
		      block->frame_head, NULL_TREE);
  tree field = objmode_field (TREE_TYPE (head), number);
  return build3 (COMPONENT_REF, TREE_TYPE (field), head, field, NULL_TREE);
}
