#! /bin/sh
# csmith.sh - Random programs compute the same with blocks in them.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: csmith.sh GCC PLUGIN INCDIR LIBDIR COUNT SEED [planted]
#
# COUNT programs of csmith, from SEED on, are compiled at -O0; those that end
# soon are compiled with the blocks of splice.awk at several options, and
# must print the same checksum.  Then they are compiled with random options and
# pragmas of in_force.py, without and with blocks.  In the current directory;
# the program of a finding is kept.  With "planted" the blocks change a value.
# If PYTHON_API is set to the options for <Python.h>, each other block has a C
# body.

set -u
here=$(cd "$(dirname "$0")" && pwd)
gcc=$1 plugin=$2 incdir=$3 libdir=$4 count=$5 seed=$6 planted=${7:+1}
: "${CSMITH_HOME:=/usr/include/csmith}"
: "${PYTHON_API:=}" "${PYTHON:=python3}"
warn="-w -I$CSMITH_HOME"

compared=0 in_force=0 slow=0 findings=0 blocks=0 c_bodies=0

# finding TEXT - Say what is wrong with the program of $seed and keep it.
finding ()
{
  echo "csmith: seed $seed: $1"
  cp csmith.c "csmith-$seed.c"
  cp spliced.c "spliced-$seed.c"
  findings=$((findings + 1))
}

# compare OPTION... - Compile and run spliced.c.
compare ()
{
  # shellcheck disable=SC2086
  if ! timeout 120 $gcc $warn "$@" "-fplugin=$plugin" "-I$incdir" spliced.c \
    -o spliced.exe "-L$libdir" "-Wl,-rpath,$libdir" -lobjmode $PYTHON_API \
    >spliced.log 2>&1
  then
    finding "$*: does not compile: $(grep -m 1 error spliced.log)"
  elif ! timeout 60 ./spliced.exe >spliced.out 2>&1; then
    finding "$*: does not run: $(head -n 1 spliced.out)"
  elif ! cmp -s csmith.out spliced.out; then
    finding "$*: $(cat csmith.out) became $(head -n 1 spliced.out)"
  else
    compared=$((compared + 1))
  fi
}

# splice [VARIABLE=VALUE...] - Make spliced.c of csmith.c.
splice ()
{
  awk -v planted="$planted" -v api="${PYTHON_API:+1}" "$@" \
    -f "$here/splice.awk" csmith.c >spliced.c
}

# compare_in_force - Compile and run csmith.c and spliced.c with what
# in_force.py says for $seed, if the program is good with that.
compare_in_force ()
{
  "$PYTHON" -B "$here/in_force.py" "$seed" >in_force.txt || exit 2
  options=$(sed 1q in_force.txt)
  pragmas=$(sed 1d in_force.txt)
  first=$((seed % 2))
  # Without blocks the same file, but for the lines that splice.awk adds.
  splice -v pragmas="$pragmas" -v first=$first
  grep -v -e '^__attribute__ ((objmode' -e '^#include <objmode.h>' spliced.c \
    >plain.c
  # shellcheck disable=SC2086
  if timeout 120 $gcc $warn $options plain.c -o csmith.exe $PYTHON_API \
    >/dev/null 2>&1 && timeout 10 ./csmith.exe >csmith.out 2>&1
  then
    in_force=$((in_force + 1))
    compare $options
  fi
}

last=$((seed + count))
while [ "$seed" -lt "$last" ]; do
  csmith --seed "$seed" --max-funcs 4 --max-block-size 3 \
    -o csmith.c >/dev/null || exit 2
  # shellcheck disable=SC2086
  if $gcc $warn -O0 csmith.c -o csmith.exe \
    && timeout 2 ./csmith.exe >csmith.out 2>&1; then
    splice
    blocks=$((blocks + $(grep -c '^__attribute__ ((objmode' spliced.c)))
    c_bodies=$((c_bodies + $(grep -c '^__attribute__ .* out_[0-9]*:; }' \
      spliced.c)))
    for o in "-O0" "-O1 -g" "-O2" "-O3" "-O2 -flto"; do
      # shellcheck disable=SC2086
      compare $o
    done
    compare_in_force
  else
    slow=$((slow + 1))
  fi
  seed=$((seed + 1))
done
rm -f csmith.c csmith.exe csmith.out spliced.c spliced.exe spliced.out \
  spliced.log platform.info plain.c in_force.txt ./*.gcda ./*.gcno gmon.out
echo "csmith: $count programs, $slow too slow, $blocks blocks," \
  "$c_bodies with C bodies, $compared checksums compared," \
  "of which $in_force with other options, $findings findings"
[ "$compared" -gt 0 ] && [ "$blocks" -gt 0 ] || [ "$findings" -gt 0 ] || exit 2
[ "$findings" = 0 ]
