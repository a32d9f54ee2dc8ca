#!/bin/sh
# run.sh - Build crossing.c with objmode and run it: run.sh [ROUNDS [CROSSINGS]]
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# From the environment, where `make bench' puts it:
#   CC      a compiler that knows objmode [objmode-cc]
#   PYTHON  the Python that objmode was configured for [python3]
#   CFLAGS  [-O2]

set -eu
cc=${CC:-objmode-cc}
python=${PYTHON:-python3}
cflags=${CFLAGS:--O2}
srcdir=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' 0
trap 'exit 1' 1 2 15

# What python3-config --embed says, but of this Python for certain.
flags=$($python -c '
import sysconfig, numpy
v = sysconfig.get_config_var
print("-I" + sysconfig.get_path("include"), "-I" + numpy.get_include(),
      "-L" + v("LIBDIR"), "-Wl,-rpath," + v("LIBDIR"),
      "-lpython" + v("LDVERSION"), v("LIBS"), v("SYSLIBS"))')

$cc $cflags -o "$scratch/crossing" "$srcdir/crossing.c" $flags
OBJMODE_PYTHON=$python "$scratch/crossing" "$@"
