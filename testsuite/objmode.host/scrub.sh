#! /bin/sh
# scrub.sh - Run a program with hardly any environment: scrub.sh PROGRAM ARG...
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# HOST_ENV may have further variables, "A=1 B=2", and HOST_KEEP those of a
# board.  HOST_TIMEOUT is for how many seconds the program may run.

exec env -i LD_LIBRARY_PATH="$LD_LIBRARY_PATH" PATH=/usr/bin:/bin $HOST_KEEP \
  $HOST_ENV timeout -k 1 "${HOST_TIMEOUT:-25}" "$@"
