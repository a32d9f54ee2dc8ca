/* body.h - What the files of rewrite/ share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_BODY_H
#define OBJMODE_BODY_H 1

#include "block.h"

/* mention.cc */
extern struct objmode_mention *objmode_mention_of (struct objmode_block *,
						   tree t);
extern struct objmode_mention *objmode_mentioned_lvalue
  (struct objmode_block *, tree t);
extern void objmode_find_objects (struct objmode_block *);

/* object.cc */
extern void objmode_replace_objects (struct objmode_block *, tree frame);

/* jump.cc */
extern void objmode_check_jumps (struct objmode_block *);
extern void objmode_rewrite_exits (struct objmode_block *, tree frame,
				   tree code, tree value, tree end);

/* body-call.cc */
extern void objmode_outline_body (struct objmode_block *, tree frame,
				  tree before, tree *vars);

/* stores.cc */
extern void objmode_add_stores (const struct objmode_block *, tree *done,
				tree *failed);

/* omp-uses.cc */
extern void objmode_add_omp_uses (const struct objmode_block *, tree *list);

/* leave.cc */
extern void objmode_add_leaves (struct objmode_block *, tree *list);

#endif /* OBJMODE_BODY_H */
