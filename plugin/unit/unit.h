/* unit.h - What is written of a unit.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_UNIT_H
#define OBJMODE_UNIT_H 1

#include "block.h"

/* dump.cc */
extern void objmode_dump_block (const struct objmode_block *);

/* pydump.cc */
extern void objmode_pydump_block (const struct objmode_block *);
extern void objmode_pydump_finish (void);

#endif /* OBJMODE_UNIT_H */
