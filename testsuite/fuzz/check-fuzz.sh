#! /bin/sh
# check-fuzz.sh - make check-fuzz: the grammars, fuzzed alone.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-fuzz.sh GCC PLUGIN INCDIR PYTHON
#
# In the current directory.  That of type strings (typestring.c) by libFuzzer
# for $SECONDS_OF_FUZZING seconds, with ASan and UBSan; that of clauses, which
# libcpp's tokens are needed for, by $CLAUSE_MUTANTS mutants of the tests of
# clauses, and as many of the same preprocessed; and $TYPOS misspelt clauses.
# Then $GROWING_KINDS kinds of texts of grow.py, chosen at random (0: all), must
# not take a time that grows with their square.

set -u
here=$(cd "$(dirname "$0")" && pwd)
gcc=$1 plugin=$2 incdir=$3 python=$4
: "${SECONDS_OF_FUZZING:=60}" "${CLAUSE_MUTANTS:=300}" "${CLANG:=clang}"
: "${TYPOS:=300}" "${GROWING_KINDS:=0}"
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

# The same units, preprocessed.
mkdir -p preprocessed
for f in "$here"/../objmode.clause/*-*.c "$here"/../objmode.control/e*.c; do
  i=preprocessed/$(basename "$f" .c).i
  "$gcc" -E -w "-fplugin=$plugin" "-I$incdir" "-I$here/../lib" "$f" -o "$i" \
    2>/dev/null || rm -f "$i"
done
./mutate -i -n "$CLAUSE_MUTANTS" -s "${SEED:-1}" -t 60 preprocessed/*.i \
  -- "$gcc" -w "-fplugin=$plugin" >mutate-i.log || { cat mutate-i.log
  die "a fault in what reads markers"; }
"$python" -B "$here/typos.py" "$gcc" "$plugin" "$incdir" "$TYPOS" \
  "${SEED:-1}" >typos.log || { cat typos.log; die "a clause is silent"; }

# A plugin whose time grows with the square must be found.
"${GXX:-g++${gcc#*gcc}}" -shared -fPIC -fno-rtti -fvisibility=hidden \
  "-I$($gcc -print-file-name=plugin)/include" "$here/planted.cc" \
  -o planted.so || die "planted.cc does not compile"
"$python" -B "$here/grow.py" -k planted -- "$gcc" -fplugin=./planted.so \
  >grow.log && die "the planted square was not found"
grep -q 'too much' grow.log || { cat grow.log; die "not the planted square"; }
"$python" -B "$here/grow.py" -n "$GROWING_KINDS" -s "${SEED:-1}" -- "$gcc" \
  "-fplugin=$plugin" "-I$incdir" >growth.log || { cat growth.log
  die "a time grows faster than the text"; }
rm -rf grammar grammar-planted grammar.corpus mutate fuzz.log preprocessed \
  planted.so
echo "check-fuzz: planted faults found"
echo "check-fuzz: $runs type strings in $SECONDS_OF_FUZZING s, no fault"
echo "check-fuzz: clauses: $(sed 's/^mutate: //' mutate.log)"
echo "check-fuzz: preprocessed: $(sed 's/^mutate: //' mutate-i.log)"
echo "check-fuzz: $(tail -n 1 typos.log)"
echo "check-fuzz: $(tail -n 1 growth.log)"
