#! /bin/sh
# check-fuzz.sh - make check-fuzz: the grammars, fuzzed alone.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-fuzz.sh GCC PLUGIN INCDIR
#
# In the current directory.  That of type strings (typestring.c) by libFuzzer
# for $SECONDS_OF_FUZZING seconds, with ASan and UBSan; that of clauses, which
# libcpp's tokens are needed for, by $CLAUSE_MUTANTS mutants of the tests of
# clauses.

set -u
here=$(cd "$(dirname "$0")" && pwd)
gcc=$1 plugin=$2 incdir=$3
: "${SECONDS_OF_FUZZING:=60}" "${CLAUSE_MUTANTS:=300}" "${CLANG:=clang}"
die () { echo "check-fuzz: $*" >&2; exit 1; }

# build OUTPUT OPTION... - Build the fuzzer of type strings.
build ()
{
  output=$1
  shift
  $CLANG -g -O1 -fsanitize=fuzzer,address,undefined \
    -fno-sanitize-recover=undefined "$@" "$here/grammar.c" -o "$output"
}

$CLANG --version >/dev/null 2>&1 \
  || die "there is no $CLANG (Debian: apt-get install clang libclang-rt-dev)"
build grammar || die "no libFuzzer?" \
  "(Debian: apt-get install libclang-rt-dev, or libclang-rt-14-dev)"
build grammar-planted -DPLANTED || die "does not compile with a fault"

# The fuzzer must find a fault where one is planted.
./grammar-planted -runs=20000 -max_len=256 -seed=1 -artifact_prefix=planted- \
  "$here/corpus" >fuzz.log 2>&1 && die "the planted fault was not found"
grep -q 'heap-buffer-overflow' fuzz.log || die "not the planted fault: fuzz.log"
rm -f planted-*

mkdir -p grammar.corpus
if ! ./grammar "-max_total_time=$SECONDS_OF_FUZZING" -max_len=256 -timeout=5 \
  -print_final_stats=1 grammar.corpus "$here/corpus" >fuzz.log 2>&1; then
  tail -n 20 fuzz.log
  die "a fault in the grammar of type strings"
fi
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' fuzz.log)
[ "${runs:-0}" -gt 1000 ] || die "only ${runs:-0} type strings were tried"

cc -std=gnu11 -O2 "$here/mutate.c" -o mutate || die "mutate does not compile"
./mutate -n "$CLAUSE_MUTANTS" -s "${SEED:-1}" -t 60 \
  "$here"/../objmode.clause/*-*.c "$here"/../objmode.guard/*.c \
  "$here"/../objmode.control/e*.c \
  -- "$gcc" -w "-fplugin=$plugin" \
  "-I$incdir" "-I$here/../lib" >mutate.log
status=$?
[ $status = 0 ] || cat mutate.log
[ $status != 2 ] || die "none of $CLAUSE_MUTANTS mutants was accepted"
[ $status = 0 ] || die "a fault in the clauses"
rm -rf grammar grammar-planted grammar.corpus mutate fuzz.log
echo "check-fuzz: planted fault found"
echo "check-fuzz: $runs type strings in $SECONDS_OF_FUZZING s, no fault"
echo "check-fuzz: clauses: $(sed 's/^mutate: //' mutate.log)"
