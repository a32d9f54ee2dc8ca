/* objects.h - What the lexer makes of OBJ (v) for the parser.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_OBJECTS_H
#define OBJMODE_OBJECTS_H 1

/* The name of the variable of a mention begins with this; a number follows.  */
#define OBJMODE_OBJECT_PREFIX "__objmode_obj_"

/* The error for an OBJ (v) outside of C bodies.  */
#define OBJMODE_NOT_IN_BODY \
  "%<OBJ%> is not in a C body of an %<objmode%> block"

#endif /* OBJMODE_OBJECTS_H */
