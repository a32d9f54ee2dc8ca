/* prototype.h - What can be passed to C functions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_PROTOTYPE_H
#define OBJMODE_PROTOTYPE_H 1

#include "block.h"

/* How an argument or a result is passed.  */
struct objmode_passed
{
  enum objmode_kind kind;
  unsigned flags;		/* enum objmode_var_flags */
  tree type;			/* The type of the value, or of the elements to
				   which it points.  */
  tree array;			/* The type of the arrays to which it points,
				   or NULL.  */
  HOST_WIDE_INT bytes;		/* The size of the unions to which it points,
				   or 0.  */
  tree spelled;			/* The type for messages.  */
};

/* prototype.cc */
extern const char *objmode_passed_parameter (tree type,
					     struct objmode_passed *);
extern const char *objmode_passed_result (tree type, struct objmode_passed *);
extern char *objmode_explain_passed (char *what, tree type, const char *why);
extern char *objmode_parameter_words (tree parm, unsigned n);
extern char *objmode_type_spelling (tree type);
extern char *objmode_declaration (tree type, const char *name);
extern char *objmode_not_callable_type (tree type, tree decl);
extern char *objmode_not_callable (tree fn);
extern bool objmode_function_pointer_p (tree type);
extern bool objmode_callable_pointer_p (tree type);
extern char *objmode_passed_key (tree function_type);
extern char *objmode_parameter_name (tree decl, unsigned n);

/* closure.cc */
extern char *objmode_closure_problem (tree function_type);

/* extents.cc */
extern bool objmode_passed_extents (const struct objmode_passed *, tree parm,
				    tree decl, const vec<tree> *arguments,
				    vec<tree> *extents, bool *outer);

#endif /* OBJMODE_PROTOTYPE_H */
