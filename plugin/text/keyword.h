/* keyword.h - Which names are keywords of Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   This file includes no header of GCC or of Python.  Python itself is not
   asked, since a C body needs the answer too, but does not start Python.  */

#ifndef OBJMODE_KEYWORD_H
#define OBJMODE_KEYWORD_H 1

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Return whether NAME, a string in UTF-8, is a keyword of Python, so that no
   variable, parameter or attribute can have this name.  */
extern bool objmode_keyword_p (const char *name);

#ifdef __cplusplus
}
#endif

#endif /* OBJMODE_KEYWORD_H */
