/* trees.h - Making trees, and looking at those of the front end.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_TREES_H
#define OBJMODE_TREES_H 1

#include "gcc-compat.h"

/* build.cc */
extern void objmode_add (tree *list, tree stmt);
extern tree objmode_local (tree fn, location_t loc, const char *name,
			   tree type, tree *vars);
extern void objmode_layout_record (tree type);
extern tree objmode_number (HOST_WIDE_INT);
extern tree objmode_saturate (tree type, tree e);

/* walk.cc */
extern tree objmode_base_of (tree);
extern tree objmode_walk (tree t, walk_tree_fn func, void *data);
extern void objmode_walk_nested (tree fn, walk_tree_fn, void *data);
extern tree objmode_outermost_bind (tree body);
extern bool objmode_declares_p (tree *tp, tree);
extern bool objmode_declared_inside_p (tree fn, tree bind, tree);

#endif /* OBJMODE_TREES_H */
