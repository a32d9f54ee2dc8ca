/* stage.h - The functions of the stages, as stages.def has them.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A file that defines the function of a stage includes this header, so that
   the compiler checks its type.  Only pipeline.cc calls these functions.  */

#ifndef OBJMODE_STAGE_H
#define OBJMODE_STAGE_H 1

#include "block.h"

/* When a stage runs.  */
enum objmode_moment
{
  OBJMODE_AT_PARSE,
  OBJMODE_AT_MODULE,
  OBJMODE_AT_FUNCTION,
  OBJMODE_AT_UNIT
};

#define PARSE struct objmode_block *
#define MODULE struct objmode_block *
#define FUNCTION struct objmode_block *
#define UNIT void
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) \
  extern void objmode_stage_##NAME (MOMENT);
#include "stages.def"
#undef OBJMODE_STAGE
#undef PARSE
#undef MODULE
#undef FUNCTION
#undef UNIT

#endif /* OBJMODE_STAGE_H */
