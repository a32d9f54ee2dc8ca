/* first-block-aux.c - The first block of a process, at the end of a host.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Wait for US microseconds and run a block.  Print how it ended.  */

void
run_late (unsigned us)
{
  int y = 0, rc;

  usleep (us);
  with_objmode (y, error (rc)) { "y = 7"; }
  printf ("y %d, rc %d, %s\n", y, rc,
	  rc ? objmode_error ()->message : "good");
  fflush (stdout);
}

static void
wait_at_exit (void)
{
  usleep (300000);
}

/* Let the end of the process take a while.  */

void
linger (void)
{
  atexit (wait_at_exit);
}
