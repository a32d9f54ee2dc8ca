/* lex.h - The functions of lex/ that other rooms may call.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_LEX_H
#define OBJMODE_LEX_H 1

#include "gcc-compat.h"

/* annotate.cc */
extern void objmode_install_annotation (void);

#endif /* OBJMODE_LEX_H */
