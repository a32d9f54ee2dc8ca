/* kind-number.cc - Numbers.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Here are the rows of the kinds BOOL, INT, FLOAT and COMPLEX.  */

#include "types/ctype.h"
#include <float.h>

/* Return true if TYPE is _Bool.  */

static bool
bool_p (tree type)
{
  return TREE_CODE (type) == BOOLEAN_TYPE;
}

/* Return true if TYPE is an integer or an enum, of at most 128 bits.  Only a
   _BitInt may have bits that are not used.  */

static bool
int_p (tree type)
{
  if (objmode_bitint_p (type))
    return TYPE_PRECISION (type) <= 128;
  return ((TREE_CODE (type) == INTEGER_TYPE
	   || TREE_CODE (type) == ENUMERAL_TYPE)
	  && COMPLETE_TYPE_P (type)
	  && TYPE_PRECISION (type) <= 128
	  && TYPE_PRECISION (type) == TREE_INT_CST_LOW (TYPE_SIZE (type)));
}

/* Return true if values of MODE, which is that of a floating type, have the
   format of the core's long double, which is that of numpy.longdouble too.
   The compiler that built the plugin has built the core.  An option of the
   command line, such as -mlong-double-128, can give long double another
   format.  */

static bool
long_double_p (machine_mode mode)
{
  const struct real_format *format = REAL_MODE_FORMAT (mode);

  return (format->p == LDBL_MANT_DIG && format->emax == LDBL_MAX_EXP
	  && format->b == FLT_RADIX
	  && known_eq (GET_MODE_SIZE (mode), sizeof (long double)));
}

/* Return true if TYPE is a floating type of which Python has the format.  */

static bool
float_p (tree type)
{
  if (TREE_CODE (type) != REAL_TYPE)
    return false;
  machine_mode mode = TYPE_MODE (type);
  return (mode == TYPE_MODE (float_type_node)
	  || mode == TYPE_MODE (double_type_node)
	  || long_double_p (mode)
	  || (float16_type_node != NULL_TREE
	      && TYPE_MAIN_VARIANT (type) == float16_type_node));
}

/* Return true if TYPE is a complex type of which Python has the format.  */

static bool
complex_p (tree type)
{
  return (TREE_CODE (type) == COMPLEX_TYPE
	  && TYPE_PRECISION (TREE_TYPE (type)) >= 32
	  && float_p (TREE_TYPE (type)));
}

/* Return why a value of TYPE, which cannot be converted, has another format
   than the core's values of that name, or NULL.  */

const char *
objmode_format_problem (tree type)
{
  if (TREE_CODE (type) == COMPLEX_TYPE)
    type = TREE_TYPE (type);
  if (TYPE_MAIN_VARIANT (type) != long_double_type_node || float_p (type))
    return NULL;
  return _("its format is not that of numpy.longdouble; compile without"
	   " options such as '-mlong-double-128'");
}

const struct objmode_kind_row objmode_row_BOOL = {
  .scalar_p = bool_p, .elements = 1, .array_string = "[n]", .dtype = "bool_",
  .seen = "bool", .given = "objmode_Bool", .number = 1
};

const struct objmode_kind_row objmode_row_INT = {
  .scalar_p = int_p, .elements = 1, .array_string = "[n]", .dtype = "int",
  .sized = 1, .seen = "int", .given = "objmode_Int", .number = 1
};

const struct objmode_kind_row objmode_row_FLOAT = {
  .scalar_p = float_p, .elements = 1, .array_string = "[n]", .dtype = "float",
  .wide_dtype = "longdouble", .sized = 1, .wide_bits = 64,
  .seen = "float", .given = "objmode_Float", .number = 1
};

const struct objmode_kind_row objmode_row_COMPLEX = {
  .scalar_p = complex_p, .elements = 1, .array_string = "[n]",
  .dtype = "complex", .wide_dtype = "clongdouble", .sized = 1,
  .wide_bits = 128, .seen = "complex", .given = "objmode_Complex", .number = 1
};
