/* gcc-compat.h - The only file that includes GCC's headers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Conditions on GCC's version are here and nowhere else.  */

#ifndef OBJMODE_GCC_COMPAT_H
#define OBJMODE_GCC_COMPAT_H 1

#include "gcc-plugin.h"
#include "plugin-version.h"
#include "tree.h"
#include "stringpool.h"
#include "ggc.h"
#include "c-family/c-common.h"
#include "c-family/c-pragma.h"
#include "cpplib.h"
#include "c-tree.h"
#include "c-family/c-pretty-print.h"
#include "intl.h"
#include "diagnostic-core.h"
#include "gcc-rich-location.h"
#include "attribs.h"
#include "tree-iterator.h"
#include "cgraph.h"
#include "gimple-expr.h"
#include "gimplify.h"
#include "file-prefix-map.h"
#include "fold-const.h"
#include "function.h"
#include "tree-nested.h"
#include "tree-hash-traits.h"
#include "real.h"
#include "stor-layout.h"
#include "predict.h"
#include "varasm.h"
#include "memmodel.h"
#include "output.h"
#include "opts.h"
#include "options.h"
#include "langhooks.h"

/* GCC 16 does not have this macro.  */
#ifndef CONST_CAST
# define CONST_CAST(TYPE, X) (const_cast<TYPE> (X))
#endif

/* libcpp/internal.h declares this function, but is not installed.  The
   signature is the same from GCC 11 to 16.  */
extern "C" void _cpp_push_token_context (cpp_reader *, cpp_hashnode *,
					 const cpp_token *, unsigned int);

/* Return the version of GCC whose headers these are, "12.2.0".  */
static inline const char *
objmode_built_for (void)
{
  return gcc_version.basever;
}

/* Return the location of the name of the macro whose expansion MAP is.  It is
   a virtual one if the name came from another macro.  */
static inline location_t
objmode_expansion_point (const line_map_macro *map)
{
#if GCCPLUGIN_VERSION >= 14000
  return map->get_expansion_point_location ();
#else
  return MACRO_MAP_EXPANSION_POINT_LOCATION (map);
#endif
}

/* GCC 14 does not have this function.  */
#pragma GCC poison MACRO_MAP_EXPANSION_POINT_LOCATION

/* Make T, an expression, exempt from -Wuninitialized and
   -Wmaybe-uninitialized.  */
static inline void
objmode_suppress_uninitialized (tree t)
{
#if GCCPLUGIN_VERSION >= 12000
  suppress_warning (t, OPT_Wuninitialized);
  suppress_warning (t, OPT_Wmaybe_uninitialized);
#else
  TREE_NO_WARNING (t) = 1;
#endif
}

/* Make T, a RETURN_EXPR, exempt from -Wreturn-type.  */
static inline void
objmode_suppress_return_type (tree t)
{
#if GCCPLUGIN_VERSION >= 12000
  suppress_warning (t, OPT_Wreturn_type);
#else
  TREE_NO_WARNING (t) = 1;
#endif
}

/* Report MESSAGE about the `return' at LOC, which does not match the type of
   its function.  It is a permerror, a pedwarn or a warning, as in this version
   of GCC.  Return true unless the diagnostic is disabled.  */
static inline bool
objmode_return_mismatch (location_t loc, const char *message)
{
#if GCCPLUGIN_VERSION >= 14000
  if (flag_isoc99)
    return permerror_opt (loc, OPT_Wreturn_mismatch, message);
  return warning_at (loc, OPT_Wreturn_mismatch, message);
#else
  if (flag_isoc99)
    return pedwarn (loc, warn_return_type >= 0 ? OPT_Wreturn_type : 0,
		    message);
  return warning_at (loc, OPT_Wreturn_type, message);
#endif
}

/* Return true if TYPE is a _BitInt.  */
static inline bool
objmode_bitint_p (tree type)
{
#if GCCPLUGIN_VERSION >= 14000
  return TREE_CODE (type) == BITINT_TYPE;
#else
  (void) type;
  return false;
#endif
}

/* Return the kind of statement that is being parsed, as a set of the front
   end's bits IN_*_STMT and IN_OMP_*.  */
static inline unsigned
objmode_in_statement (void)
{
#ifdef IN_NAMED_STMT
  return in_statement & ~IN_NAMED_STMT;
#else
  return in_statement;
#endif
}

/* Return the name of the loop or switch that T, a BREAK_STMT or
   CONTINUE_STMT, belongs to, or NULL_TREE.  */
static inline tree
objmode_jump_name (tree t)
{
#ifdef BREAK_NAME
  if (TREE_CODE (t) == BREAK_STMT)
    return BREAK_NAME (t);
  if (TREE_CODE (t) == CONTINUE_STMT)
    return CONTINUE_NAME (t);
#else
  (void) t;
#endif
  return NULL_TREE;
}

/* Return the name of T, a loop or a switch, or NULL_TREE.  */
static inline tree
objmode_loop_name (tree t)
{
#ifdef FOR_NAME
  switch (TREE_CODE (t))
    {
    case FOR_STMT:
      return FOR_NAME (t);
    case WHILE_STMT:
      return WHILE_NAME (t);
    case DO_STMT:
      return DO_NAME (t);
    case SWITCH_STMT:
      return SWITCH_STMT_NAME (t);
    default:
      break;
    }
#else
  (void) t;
#endif
  return NULL_TREE;
}

#endif /* OBJMODE_GCC_COMPAT_H */
