/* typestring.h - The grammar of type strings: "float64[n : ld, m]".

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   This file includes no header of GCC or of Python, so that the parser can be
   fuzzed alone.  */

#ifndef OBJMODE_TYPESTRING_H
#define OBJMODE_TYPESTRING_H 1

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The names of element types; NONE means that it is left out.  */
enum objmode_tsname
{
  OBJMODE_TS_NONE,
#define OBJMODE_TYPE(ID, NAME, KIND, SIZE, SIGNED, DIMS) OBJMODE_TS_##ID,
#include "types.def"
#undef OBJMODE_TYPE
  OBJMODE_TS_COUNT
};

enum { OBJMODE_TS_MAX_DIMS = 32 };

/* One dimension.  EXTENT and STRIDE are ranges of the string: C expressions,
   [BEGIN, END), without blanks around them.  BEGIN == END if it is missing.
   `:' alone has neither; `::1' has STRIDE "1" and sets CONTIGUOUS.  */
struct objmode_tsdim
{
  size_t extent_begin, extent_end;
  size_t stride_begin, stride_end;
  bool contiguous;		/* Written as `::1'.  */
};

struct objmode_typestring
{
  enum objmode_tsname name;
  bool is_static, is_copy;	/* `static', `copy' in front.  */
  bool is_array;		/* There are dimensions.  */
  int ndim;			/* 1 for bytes[n].  */
  int levels;			/* How many of the dimensions have brackets of
				   their own in front of others: each is one
				   pointer.  2 for `[a][b][c, d]'.  */
  struct objmode_tsdim dims[OBJMODE_TS_MAX_DIMS];
  size_t name_begin, name_end;	/* The element type in the string.  */
};

/* Parse TEXT of LENGTH bytes into TS.  Return NULL, or after an error a
   message in GCC's style (lower case, no full stop), which is not to be freed.
   Then *BEGIN and *END are the byte range of the error.  */
extern const char *objmode_parse_typestring (const char *text, size_t length,
					     struct objmode_typestring *ts,
					     size_t *begin, size_t *end);

/* Return the spelling of NAME, such as "float64", or "" for
   OBJMODE_TS_NONE.  */
extern const char *objmode_tsname_spelling (enum objmode_tsname name);

#ifdef __cplusplus
}
#endif

#endif /* OBJMODE_TYPESTRING_H */
