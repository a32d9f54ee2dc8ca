/* clock.c - The time.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The clock of struct objmode_times, of the watchdog and of the wait for the
   end of Python.  Any thread may call it.  It takes no lock, and the GIL is
   not needed.  */

#include "base/base.h"
#include <time.h>

/* Return the nanoseconds of a clock that is never set.  GIL not needed.  */

int64_t
om_now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return (int64_t) t.tv_sec * 1000000000 + t.tv_nsec;
}
