/* build.h - Making statements, variables and numbers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_BUILD_H
#define OBJMODE_BUILD_H 1

#include "gcc-compat.h"

/* build.cc */
extern void objmode_add (tree *list, tree stmt);
extern tree objmode_local (tree fn, location_t loc, const char *name,
			   tree type, tree *vars);
extern tree objmode_number (HOST_WIDE_INT);

#endif /* OBJMODE_BUILD_H */
