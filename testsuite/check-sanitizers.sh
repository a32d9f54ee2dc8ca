#! /bin/sh
# check-sanitizers.sh - The runtime and the programs of the test suite with
# sanitizers.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-sanitizers.sh SRCDIR BUILDDIR MAJOR...
#
# For each of SANITIZERS, the runtime is configured as in BUILDDIR and built,
# with that sanitizer, in a directory here.  The programs of SANITIZER_TESTS are
# compiled with it too, by each GCC whose MAJOR version is given.  A program
# that fails only since it runs with a sanitizer is of no interest, so what
# counts are the reports.  The status is not 0 if there are any, or if no
# program has run.  Reports about regions of OpenMP are left out.

set -u
srcdir=$1 builddir=$2
shift 2
: "${SANITIZERS:=thread address,undefined}"
: "${SANITIZER_TESTS:=run.exp host.exp table.exp}"
found=0

die () { echo "check-sanitizers: $*" >&2; exit 1; }

# make_arguments - Print a command that makes the arguments of configure, as
# those of BUILDDIR, the arguments of this shell.
make_arguments ()
{
  echo "set x $("$builddir/config.status" --config); shift"
}

for sanitizer in $SANITIZERS; do
  directory=${sanitizer%%,*}
  mkdir -p "$directory" || exit 1
  (cd "$directory" && eval "$(make_arguments)" \
    && "$srcdir/configure" "$@" CFLAGS="-O1 -g -fsanitize=$sanitizer" \
      LDFLAGS="-fsanitize=$sanitizer" && make -C runtime) \
    >"$directory.build.log" 2>&1 \
    || die "the runtime does not compile, see sanitizers/$directory.build.log"
  for n in "$@"; do
    work=$PWD/$directory/gcc-$n
    rm -rf "$work" && mkdir "$work" && cd "$work" || exit 1
    cp "$builddir/testsuite/gcc-$n/site.exp" . || exit 1
    # shellcheck disable=SC2086
    SANITIZER=$sanitizer SANITIZER_REPORTS=$work/report \
      runtest --tool objmode --target_board=sanitizer $SANITIZER_TESTS \
      "OBJMODE_LIBDIR=$PWD/../runtime/.libs" >runtest.log 2>&1
    passes=$(grep -c '^PASS.*execution test' objmode.sum)
    [ "$passes" -gt 0 ] || die "no program has run, see $work/objmode.log"
    reports=0
    for report in report.*; do
      # The barriers of libgomp are not seen by ThreadSanitizer.
      [ -s "$report" ] || continue
      if grep -q 'libgomp\.so' "$report"; then continue; fi
      reports=$((reports + 1))
      echo "--- $sanitizer, GCC $n: $report"
      head -n 60 "$report"
    done
    echo "$sanitizer, GCC $n: $passes programs are good, $reports reports"
    found=$((found + reports))
    cd ../..
  done
done
[ $found = 0 ]
