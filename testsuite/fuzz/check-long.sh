#! /bin/sh
# check-long.sh - make check-long: what takes hours.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-long.sh PLUGIN INCDIR LIBDIR PYTHON GCC...
#
# In the current directory: for each GCC, the runtime for long, mutants of the
# test suite, of its C bodies and of its preprocessed files, random programs
# with blocks, types, lists, names and misspelt clauses, GCC's own tests with
# and without the plugin.  The environment says how many: SOAK_RUNS, MUTANTS,
# CBODY_MUTANTS, PREPROCESSED_MUTANTS, CSMITH_PROGRAMS, LAYOUT_PROGRAMS, LISTS,
# NAME_PROGRAMS, DEBUGGED_PROGRAMS, TYPOS (0: none), TORTURE_STEP (each how
# manyth file; 0: none), TABLE_OPTIONS (sets of options with which the table of
# conversions is run), SEED.  GCC_SOURCE is an archive or a directory of GCC's source.  PYTHON has
# the headers that C bodies include.

set -u
here=$(cd "$(dirname "$0")" && pwd)
plugin=$1 incdir=$2 libdir=$3 python=$4
shift 4
: "${MUTANTS:=10000}" "${CBODY_MUTANTS:=3000}" "${CSMITH_PROGRAMS:=50}"
: "${TORTURE_STEP:=1}" "${SEED:=1}" "${SOAK_RUNS:=100}"
: "${PREPROCESSED_MUTANTS:=10000}" "${LAYOUT_PROGRAMS:=500}" "${LISTS:=2000}"
: "${NAME_PROGRAMS:=300}" "${TYPOS:=3000}" "${TABLE_OPTIONS:=20}"
: "${DEBUGGED_PROGRAMS:=500}"
export SOAK_RUNS
log=$PWD/check-long.log
failed=0
: >"$log"

die () { echo "check-long: $*" >&2; exit 1; }

# run NAME COMMAND... - Run COMMAND; its last line goes into the log.
run ()
{
  name=$1
  shift
  "$@" >run.log 2>&1
  status=$?
  cat run.log
  echo "$name: $(tail -n 1 run.log)" >>"$log"
  [ $status = 0 ] && return
  echo "$name: FAILED with status $status" >>"$log"
  failed=1
}

# run_mutants NAME COUNT FILE... - Run COUNT mutants of the FILEs by $gcc.
run_mutants ()
{
  name=$1 count=$2
  shift 2
  [ "$count" != 0 ] || return 0
  run "$gcc, $name" ./mutate -n "$count" -s "$SEED" "$@" -- "$gcc" -w \
    -fdiagnostics-plain-output "-fplugin=$plugin" "-I$incdir" \
    "-I$here/../lib" "-I$here/../objmode.runtime" \
    "-I$python_headers"
}

# run_preprocessed COUNT - Run COUNT mutants of the tests that $gcc has
# preprocessed.
run_preprocessed ()
{
  [ "$1" != 0 ] || return 0
  rm -rf preprocessed
  mkdir preprocessed
  for f in "$here"/../objmode.*/*.c; do
    i=preprocessed/$(basename "$(dirname "$f")")-$(basename "$f" .c).i
    "$gcc" -E -w "-fplugin=$plugin" "-I$incdir" "-I$here/../lib" \
      "-I$here/../objmode.runtime" "-I$python_headers" "$f" -o "$i" \
      2>/dev/null || rm -f "$i"
  done
  run "$gcc, preprocessed mutants" ./mutate -i -n "$1" -s "$SEED" \
    preprocessed/*.i -- "$gcc" -w "-fplugin=$plugin"
  rm -rf preprocessed
}

# run_random NAME COUNT ARGUMENT... - Let NAME.py try COUNT programs.
run_random ()
{
  name=$1 count=$2
  shift 2
  [ "$count" = 0 ] || run "$gcc, $name" "$python" -B "$here/$name.py" \
    "$gcc" "$plugin" "$incdir" "$@" "$count" "$SEED"
}

# run_lists COUNT - Try COUNT lists of mixed values for each type.
run_lists ()
{
  [ "$1" != 0 ] || return 0
  $gcc -O1 "-fplugin=$plugin" "-I$incdir" "$here/lists.c" -o lists.exe \
    "-L$libdir" "-Wl,-rpath,$libdir" -lobjmode || die "lists.c does not compile"
  run "$gcc, lists" ./lists.exe "$1" "$SEED"
  rm -f lists.exe
}

# run_table COUNT - Run the table of conversions with COUNT sets of options.
run_table ()
{
  [ "$1" = 0 ] || run "$gcc, the table" "$here/table.sh" "$gcc" "$plugin" \
    "$incdir" "$libdir" "$1" "$SEED" "$python"
}

# find_source - Set "tests" to a directory with GCC's own tests.
find_source ()
{
  : "${GCC_SOURCE:=$(for f in /usr/src/gcc-[0-9]*/gcc-[0-9]*.tar.*; do
    if [ -f "$f" ]; then echo "$f"; fi; done | tail -n 1)}"
  if [ -f "$GCC_SOURCE" ]; then
    [ -d gcc-source ] || { mkdir gcc-source \
      && tar -xf "$GCC_SOURCE" -C gcc-source --wildcards \
	'*/gcc/testsuite/gcc.c-torture/*' '*/gcc/testsuite/gcc.dg/*.[ch]' \
      || die "cannot unpack $GCC_SOURCE"; }
    tests=$PWD/gcc-source
  elif [ -d "$GCC_SOURCE/gcc/testsuite" ]; then
    tests=$GCC_SOURCE/gcc/testsuite
  else
    die "needs GCC's source: GCC_SOURCE=... (Debian: apt-get install" \
      "gcc-12-source), or TORTURE_STEP=0"
  fi
}

# What is missing is said before the first hour has gone.
[ "$TORTURE_STEP" = 0 ] || find_source
if [ "$CSMITH_PROGRAMS" != 0 ]; then
  csmith --version >/dev/null 2>&1 \
    || die "needs csmith (Debian: apt-get install csmith libcsmith-dev)," \
      "or CSMITH_PROGRAMS=0"
fi
if [ "$SOAK_RUNS" != 0 ]; then
  valgrind --version >/dev/null 2>&1 \
    || die "needs valgrind (Debian: apt-get install valgrind), or SOAK_RUNS=0"
fi
# Without the headers a C body would be one error, and nothing be tested.
python_headers=$($python -c \
  'import sysconfig; print(sysconfig.get_path("include"))')
[ -f "$python_headers/Python.h" ] || die "$python has no Python.h"
PYTHON_API="-isystem $python_headers $($python -c '
from sysconfig import get_config_var as v
print("-L" + v("LIBDIR"), "-Wl,-rpath," + v("LIBDIR"),
      "-lpython" + v("LDVERSION"))')"
export PYTHON_API
cc -std=gnu11 -O2 "$here/mutate.c" -o mutate || die "mutate does not compile"

for gcc; do
  [ "$SOAK_RUNS" = 0 ] || run "$gcc, the runtime" "$here/../soak/soak.sh" \
    "$gcc" "$plugin" "$incdir" "${libdir%/.libs}" "$python"
  run_mutants mutants "$MUTANTS" "$here"/../objmode.*/*.c
  # shellcheck disable=SC2046
  run_mutants "mutants of C bodies" "$CBODY_MUTANTS" \
    $(grep -l Python.h "$here"/../objmode.*/*.c)
  run_preprocessed "$PREPROCESSED_MUTANTS"
  run_random layout "$LAYOUT_PROGRAMS" "$libdir"
  run_random names "$NAME_PROGRAMS" "$libdir"
  run_random debugged "$DEBUGGED_PROGRAMS" "$libdir"
  run_random typos "$TYPOS"
  run_lists "$LISTS"
  run_table "$TABLE_OPTIONS"
  [ "$CSMITH_PROGRAMS" = 0 ] || PYTHON=$python run "$gcc, random programs" \
    "$here/csmith.sh" "$gcc" "$plugin" "$incdir" "$libdir" \
    "$CSMITH_PROGRAMS" "$SEED"
  [ "$TORTURE_STEP" = 0 ] || run "$gcc, GCC's tests" \
    "$here/torture.sh" "$gcc" "$plugin" "$tests" "$TORTURE_STEP"
done
rm -f run.log mutate
[ -s "$log" ] || die "nothing was run"
echo "=== make check-long, seed $SEED"
cat "$log"
[ $failed = 0 ] || die "findings, see $log; programs that show them are in $PWD"
