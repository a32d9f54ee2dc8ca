/* adapter.h - Types whose values are other objects in Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   An adapter is a tree: a list whose TREE_PURPOSE is the name of the Python
   function `to', a STRING_CST, and whose TREE_VALUE is that of `from', or
   NULL_TREE.  Its TREE_CHAIN has the declaration of the type's name as
   TREE_PURPOSE and that of objmode_adapt as TREE_VALUE.
*/

#ifndef OBJMODE_ADAPTER_H
#define OBJMODE_ADAPTER_H 1

#include "types/declared.h"

/* adapter.cc */
extern tree objmode_named_type (tree type);
extern bool objmode_adapter_function_p (const struct objmode_written *);
extern void objmode_declare_adapter (tree name, tree to, tree from,
				     tree declaration, location_t);
extern tree objmode_adapter_of (tree type);
extern tree objmode_field_adapter (tree field);
extern const char *objmode_adapter_to (tree adapter);
extern const char *objmode_adapter_from (tree adapter);
extern tree objmode_adapted_name (tree adapter);

#endif /* OBJMODE_ADAPTER_H */
