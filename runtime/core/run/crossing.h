/* crossing.h - How each crossing begins and ends.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* What all functions that run a block do first and last, inline, so that each
   has only what its constants ask for.  Any thread begins a crossing, with or
   without the GIL; between the two functions it holds the GIL.  */

#ifndef OBJMODE_CROSSING_H
#define OBJMODE_CROSSING_H 1

#include "enter/enter.h"
#include "enter/quiet.h"
#include "run/run.h"

/* Whose the interpreter is.  */
enum om_owner
{
  OM_OURS,
  OM_HOSTS,
  OM_ANYONES			/* That is looked up.  */
};

/* Return 1 if OWNER is a host.  */

static inline __attribute__ ((always_inline)) int
om_hosts_p (enum om_owner owner)
{
  return (owner == OM_HOSTS
	  || (owner == OM_ANYONES && OM_UNLIKELY (om_adopted)));
}

/* Begin a crossing of BLOCK: take the GIL and fill in ENTRY.  X87 is as in
   om_enter_fp.  TIMES is filled in as far as it is known, unless it is NULL.
   Return 1; or 0, without the GIL, if Python cannot be entered, and then
   om_cannot_enter ends the block.  */

static inline __attribute__ ((always_inline)) int
om_begin_crossing (struct __objmode_block *block, struct om_entry *entry,
		   int x87, enum om_owner owner, struct objmode_times *times)
{
  if (times)
    times->start = om_now ();
  if (OM_UNLIKELY (!om_enter_hosted (entry, block, x87, owner != OM_OURS)))
    return 0;
  if (times)
    times->entered = times->called = times->returned = om_now ();
  if (om_hosts_p (owner))
    om_output_before ();
  return 1;
}

/* End a crossing of BLOCK that has FAILURE, which becomes libobjmode's, or
   NULL: give back the GIL, unless the thread held it before, as ENTRY says.
   X87 is as in om_leave_x87.  TIMES, unless it is NULL, is completed and
   counted.  Return STATUS or, after a failure, another enum
   objmode_status.  */

static inline __attribute__ ((always_inline)) int
om_end_crossing (struct __objmode_block *block, struct om_entry *entry,
		 struct objmode_failure *failure, int status, int x87,
		 enum om_owner owner, struct objmode_times *times)
{
  if (om_hosts_p (owner))
    om_output_after ();
  om_leave_x87 (entry, x87);
  if (times)
    {
      times->left = om_now ();
      times->failed = failure != NULL;
      om_request->count (block, times);
    }
  return OM_LIKELY (!failure) ? status : om_request->fail (block, failure);
}

#endif /* OBJMODE_CROSSING_H */
