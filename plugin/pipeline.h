/* pipeline.h - What the files beside the rooms share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PIPELINE_H
#define OBJMODE_PIPELINE_H 1

#include "block.h"

/* pipeline.cc */
extern tree objmode_handle_attribute (tree *node, tree name, tree args, int,
				      bool *no_add_attrs);
extern void objmode_process_function (tree fn);
extern void objmode_process_unit (void);

/* kinds.cc */
extern void objmode_install_kinds (void);

#endif /* OBJMODE_PIPELINE_H */
