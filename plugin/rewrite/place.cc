/* place.cc - Where blocks stand in their functions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Part of the stage `control'.  pipeline.cc walks through a complete function
   and finds its blocks.  A struct objmode_place holds what it has met on the
   way to a block.

   Output: FN, BIND, REGION, STRICT, REFUSING.
   Warnings: places where a block deadlocks.  */

#include "rewrite/rewrite.h"
#include "block/state.h"
#include "tools/options.h"

/* Return true if threads of OpenMP may run the body of T.  */

static bool
omp_region_p (tree t)
{
  switch (TREE_CODE (t))
    {
    case OMP_PARALLEL:
    case OMP_TASK:
    case OMP_TASKLOOP:
    case OMP_TEAMS:
    case OMP_TARGET:
      return true;
    default:
      return false;
    }
}

/* Return the name of the construct T if no block may be in it, since its lanes
   are not threads or a device without Python runs it.  Otherwise return
   NULL.  */

static const char *
refusing_region (tree t)
{
  switch (TREE_CODE (t))
    {
    case OMP_SIMD:
      return "omp simd";
    case OMP_TARGET:
      return "omp target";
    case OACC_PARALLEL:
      return "acc parallel";
    case OACC_KERNELS:
      return "acc kernels";
    case OACC_SERIAL:
      return "acc serial";
    default:
      return NULL;
    }
}

/* Return true if the OpenMP construct T has a clause `default (none)'.  */

static bool
strict_p (tree t)
{
  for (tree c = TREE_OPERAND (t, 1); c != NULL_TREE; c = OMP_CLAUSE_CHAIN (c))
    if (OMP_CLAUSE_CODE (c) == OMP_CLAUSE_DEFAULT
	&& OMP_CLAUSE_DEFAULT_KIND (c) == OMP_CLAUSE_DEFAULT_NONE)
      return true;
  return false;
}

/* PLACE is where T stands.  If T is a construct that matters to the blocks in
   it, set *PLACE to where its body stands and return the address of the body.
   Otherwise return NULL and leave *PLACE alone.  */

tree *
objmode_enter_place (tree t, struct objmode_place *place)
{
  struct objmode_place inside = *place;
  tree *body = &TREE_OPERAND (t, 0);

  if (omp_region_p (t) || refusing_region (t) != NULL)
    {
      if (place->region == NULL_TREE && omp_region_p (t))
	inside.region = t;
      if (omp_region_p (t) && strict_p (t))
	inside.strict = t;
      if (place->refusing == NULL)
	inside.refusing = refusing_region (t);
      inside.team |= place->hold && TREE_CODE (t) == OMP_PARALLEL;
    }
  else if (TREE_CODE (t) == OMP_CRITICAL)
    inside.critical = true;
  else if (TREE_CODE (t) == BIND_EXPR && objmode_hold_marker (t))
    {
      inside.hold = true;
      body = &BIND_EXPR_BODY (t);
    }
  else
    return NULL;
  if (inside.region == place->region && inside.strict == place->strict
      && inside.refusing == place->refusing
      && inside.critical == place->critical && inside.hold == place->hold
      && inside.team == place->team)
    return NULL;
  *place = inside;
  return body;
}

/* Warn if BLOCK deadlocks because of PLACE, where it stands.  */

static void
check_place (const struct objmode_block *block,
	     const struct objmode_place *place)
{
  if (place->critical && objmode_warn_deadlock)
    warning_at (block->loc, 0, "%<objmode%> block inside %<omp critical%> can"
		" deadlock; a block is a critical section itself");
  if (place->team && objmode_warn_deadlock)
    warning_at (block->loc, 0, place->body
		? G_("%<objmode%> block inside %<omp parallel%> inside a C body"
		     " deadlocks: the thread that keeps the GIL waits for the"
		     " others")
		: G_("%<objmode%> block inside %<omp parallel%> inside"
		     " %<OBJMODE_HOLD%> deadlocks: the thread that keeps the"
		     " GIL waits for the others"));
}

/* Note in BLOCK that BIND is its compound statement and that BIND stands at
   PLACE.  */

void
objmode_place_block (struct objmode_block *block, tree bind,
		     const struct objmode_place *place)
{
  block->fn = place->fn;
  block->region = place->region;
  block->strict = place->strict;
  block->refusing = place->refusing;
  block->bind = bind;
  check_place (block, place);
}
