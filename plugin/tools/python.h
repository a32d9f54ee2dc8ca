/* python.h - The analyser of Python text, and what Python calls names of C.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PYTHON_H
#define OBJMODE_PYTHON_H 1

#include "gcc-compat.h"
#include "text/pysource.h"

/* python.cc */
extern const struct objmode_pysource_api *objmode_python (location_t);

/* identifier.cc */
extern bool objmode_ascii_p (const char *name);
extern const char *objmode_python_name (const char *name);
extern bool objmode_identifier_p (const char *name);
extern void objmode_c_names (const char *name, vec<const char *> *names);
extern void objmode_note_identifiers (void);

#endif /* OBJMODE_PYTHON_H */
