/* python.h - The analyser of Python text.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PYTHON_H
#define OBJMODE_PYTHON_H 1

#include "block.h"

/* python.cc */
extern const struct objmode_pysource_api *objmode_python (location_t);

#endif /* OBJMODE_PYTHON_H */
