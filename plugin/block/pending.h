/* pending.h - The blocks and OBJMODE_HOLDs of the function that is parsed.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PENDING_H
#define OBJMODE_PENDING_H 1

#include "block.h"

/* pending.cc */
extern void objmode_add_pending (struct objmode_block *);
extern void objmode_add_pending_hold (tree marker);
extern bool objmode_pending_p (void);
extern bool objmode_pending_holds_p (void);
extern void objmode_forget_pending (void);
extern struct objmode_block *objmode_block_of_marker (tree decl);
extern struct objmode_block *objmode_open_body (void);
extern tree objmode_hold_marker (tree bind);
extern const struct objmode_block *objmode_pending_block (int id);

#endif /* OBJMODE_PENDING_H */
