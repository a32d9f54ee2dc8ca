/* pysource-answer.h - Between pysource.c and pysource-answer.c.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PYSOURCE_ANSWER_H
#define OBJMODE_PYSOURCE_ANSWER_H 1

#include "core/base/compat.h"
#include "pysource.h"

extern char *objmode_copy_string (PyObject *object);
extern void objmode_free_source (struct objmode_pysource *);
extern bool objmode_fill_source (struct objmode_pysource *,
				 PyObject *answer);

#endif /* OBJMODE_PYSOURCE_ANSWER_H */
