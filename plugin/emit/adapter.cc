/* adapter.cc - The descriptors of adapters.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `convert'.  */

#include "emit/descriptor.h"
#include "emit/abi.h"
#include "types/adapter.h"

/* Return the address of the descriptor of ADAPTER, or NULL_TREE if that is
   NULL_TREE.  The unit has one for each type that has an adapter.  It is found
   by its name, which no C program can have, since a precompiled header may have
   it.  */

tree
objmode_adapter_address (tree adapter)
{
  if (adapter == NULL_TREE)
    return NULL_TREE;
  char *name = xasprintf ("objmode_adapter.%u",
			  (unsigned) DECL_UID (objmode_adapted_name (adapter)));
  tree var = objmode_lookup_static (name);
  if (var == NULL_TREE)
    {
      tree record = objmode_record (OBJMODE_RECORD_adapter);
      struct objmode_adapter_values v = {};
      const char *from = objmode_adapter_from (adapter);
      v.unit = build_fold_addr_expr (objmode_unit ());
      v.to = objmode_string (objmode_adapter_to (adapter));
      v.from = from != NULL ? objmode_string (from) : NULL_TREE;
      var = objmode_declare_static (name, record);
      objmode_define_static (var, objmode_init_adapter (record, &v), false);
    }
  free (name);
  return build_fold_addr_expr (var);
}
