/* rewrite.h - What the pipeline calls besides the stages.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_REWRITE_H
#define OBJMODE_REWRITE_H 1

#include "block.h"

/* Where a block stands, and what is around it.  */
struct objmode_place
{
  tree fn;
  tree region;			/* The outermost OpenMP construct, or NULL.  */
  const char *refusing;		/* The construct where no block may stand, or
				   NULL.  */
  bool critical;		/* In `omp critical'.  */
  bool hold, body;		/* In OBJMODE_HOLD or a C body, and */
  bool team;			/* in `omp parallel' inside of that.  */
  tree strict;			/* The innermost OpenMP construct with `default
				   (none)', or NULL.  */
};

/* place.cc */
extern tree *objmode_enter_place (tree t, struct objmode_place *place);
extern void objmode_place_block (struct objmode_block *, tree bind,
				 const struct objmode_place *place);

/* hold.cc */
extern void objmode_process_holds (tree fn);

/* leave.cc */
extern void objmode_end_path (const struct objmode_block *);

#endif /* OBJMODE_REWRITE_H */
