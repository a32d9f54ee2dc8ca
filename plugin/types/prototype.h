/* prototype.h - Between prototype.cc and callable.cc.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PROTOTYPE_H
#define OBJMODE_PROTOTYPE_H 1

#include "types/types.h"

/* How an argument or a result is passed.  */
struct objmode_passed
{
  enum objmode_kind kind;
  unsigned flags;		/* enum objmode_var_flags */
  tree type;			/* Of the value or of the elements that it
				   points to.  */
  tree array;			/* The arrays that it points to, or NULL.  */
  HOST_WIDE_INT bytes;		/* Of the unions that it points to, or 0.  */
  tree spelled;			/* The type for messages.  */
};

/* prototype.cc */
extern const char *objmode_passed_parameter (tree type,
					     struct objmode_passed *);
extern const char *objmode_passed_result (tree type, struct objmode_passed *);
extern tree objmode_declared_parameter (tree decl, unsigned n);
extern char *objmode_spelling (tree type);
extern char *objmode_declaration (tree type, const char *name);
extern char *objmode_passed_key (tree function_type);

/* callable.cc */
extern char *objmode_parameter_name (tree decl, unsigned n);

/* bounds.cc */
extern bool objmode_passed_extents (const struct objmode_passed *, tree parm,
				    tree decl, const vec<tree> *arguments,
				    vec<tree> *extents, bool *outer);
extern tree objmode_extents_function (tree fn, tree values,
				      const vec<tree> &extents);

#endif /* OBJMODE_PROTOTYPE_H */
