#! /bin/sh
# check-sanitizers.sh - The runtime and the programs of the test suite with
# sanitizers.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: check-sanitizers.sh SRCDIR BUILDDIR MAJOR=GCC...
#
# For each of SANITIZERS and each GCC, whose major version is MAJOR, the runtime
# is configured as in BUILDDIR and built by that GCC, with that sanitizer, in a
# directory here.  The programs of SANITIZER_TESTS are compiled with it too.
# What a sanitizer reports is a failure, and so is each check that fails.  First
# are faults planted, each of which must be a failure by the same measure.
# left_out says what is not tried, and why.  The last line counts.

set -u
srcdir=$1 builddir=$2
shift 2
: "${SANITIZERS:=thread address,undefined}"
: "${SANITIZER_TESTS:=run.exp host.exp table.exp}"
all_passed=0 all_failed=0 all_left_out=0

die () { echo "check-sanitizers: $*" >&2; exit 1; }

# left_out SANITIZER - Print a line "NAME<tab>REASON" for each test that is not
# tried with SANITIZER.
left_out ()
{
  while IFS='|' read -r sanitizer name reason; do
    case $sanitizer in
      "$1" | all) printf '%s\t%s\n' "$name" "$reason" ;;
    esac
  done <<END
all|table: leaks and failing allocations|the programs have a malloc of their own
all|objmode.host/no-malloc-second-run.c|it has a malloc of its own
all|objmode.host/no-memory-control.c|it has a malloc of its own
all|objmode.host/no-memory-thread-state.c|it has a malloc of its own
all|objmode.host/fork-during-start.c|a fork keeps a lock of the sanitizer that another thread has
all|objmode.host/longjmp-out-of-callable.c|the sanitizer does not see each longjmp and coroutine
all|host: longjmp out of blocks in Python|the sanitizer does not see each longjmp and coroutine
all|table: the address sanitizer|its options are its own, and all rows are tried here
address,undefined|objmode.host/growth-control.c|freed memory is kept, so nothing is measured
address,undefined|objmode.run/unset-variables.c|what was never set is read, where it points to a variable too
address,undefined|objmode.run/sanitize-thread.c|the two sanitizers cannot be in one program
thread|objmode.run/sanitize.c|the two sanitizers cannot be in one program
thread|objmode.host/cancelled-thread.c|an asynchronous cancellation keeps a lock of the sanitizer
thread|objmode.host/signal-in-block.c|the sanitizer calls handlers later, from frames of its own
thread|objmode.host/signal-during-start.c|a signal each 100 us leaves no time for a slower program
thread|objmode.host/stack-too-small.c|the sanitizer makes stacks larger
END
}

# make_arguments - Print a command that makes the arguments of configure, as
# those of BUILDDIR, the arguments of this shell.
make_arguments ()
{
  echo "set x $("$builddir/config.status" --config); shift"
}

# build SANITIZER GCC - Build the runtime in the directory build.
build ()
{
  mkdir -p build || exit 1
  (cd build && sanitizer=$1 gcc=$2 && eval "$(make_arguments)" \
    && "$srcdir/configure" "$@" CC="$gcc" \
      CFLAGS="-O1 -g -fsanitize=$sanitizer" \
      LDFLAGS="-fsanitize=$sanitizer" && make -C runtime) >build.log 2>&1
}

# libraries SANITIZER GCC - Print what is linked with each program.
libraries ()
{
  [ "$1" = thread ] || return 0
  $2 -O1 -g -shared -fPIC "$srcdir/testsuite/boards/tsan-libgomp.c" \
    -o libtsan-gomp.so || exit 1
  echo "-Wl,--push-state,--no-as-needed $PWD/libtsan-gomp.so" \
    "-Wl,--pop-state,-rpath,$PWD"
}

# run_tests DIRECTORY SANITIZER GCC TEST... - Run the tests, in DIRECTORY, whose
# results and reports are there afterwards.  Count them in passed, failed,
# skipped and reports.  UndefinedBehaviorSanitizer does not write to files.
run_tests ()
{
  work=$PWD/$1 sanitizer=$2
  library=$($3 -print-file-name="lib$(echo "${2%%,*}" \
    | sed 's/address/asan/; s/thread/tsan/').so")
  rm -rf "$work" && mkdir "$work" && cp site.exp "$work" || exit 1
  shift 3
  # ThreadSanitizer wants the address space as it is without randomization.
  (cd "$work" && SANITIZER=$sanitizer SANITIZER_REPORTS=$work/report \
    SANITIZER_LEFT_OUT=$(left_out "$sanitizer") HOST_PRELOAD=$library \
    SANITIZER_LIBRARIES=$libraries setarch -R \
    runtest --tool objmode --target_board=sanitizer "$@" OBJMODE_SLOWDOWN=4 \
    "OBJMODE_LIBDIR=${work%/*}/build/runtime/.libs" >runtest.log 2>&1)
  [ -f "$work/objmode.sum" ] || die "runtest has failed, see $work/runtest.log"
  passed=$(grep -c '^PASS' "$work/objmode.sum")
  failed=$(grep -cE '^(FAIL|UNRESOLVED|XPASS|ERROR)' "$work/objmode.sum")
  skipped=$(grep -c '^UNSUPPORTED' "$work/objmode.sum")
  grep -h ': runtime error: ' "$work/objmode.log" | sort -u \
    >"$work/report.undefined"
  reports=0
  for report in "$work"/report.*; do
    [ ! -s "$report" ] || reports=$((reports + 1))
  done
}

# plant FAULT SANITIZER GCC - The program planted.c with FAULT must fail, and
# there must be a report.
plant ()
{
  run_tests "planted-$1" "$2" "$3" table.exp "TABLE_PLANTED=$1"
  if [ "$1" = none ]; then
    [ "$passed $failed $reports" = "2 0 0" ]
  else
    [ "$passed" = 1 ] && [ "$failed" = 1 ] && [ $reports -gt 0 ]
  fi || die "the planted fault \"$1\" is not as it should be, see $work"
}

top=$PWD
for pair do
  n=${pair%%=*} gcc=${pair#*=}
  for sanitizer in $SANITIZERS; do
    cd "$top" && mkdir -p "${sanitizer%%,*}/gcc-$n" \
      && cd "${sanitizer%%,*}/gcc-$n" || exit 1
    build "$sanitizer" "$gcc" \
      || die "the runtime does not compile, see $PWD/build.log"
    cp "$builddir/testsuite/gcc-$n/site.exp" . || exit 1
    libraries=$(libraries "$sanitizer" "$gcc") || exit 1
    case $sanitizer in
      thread) faults="none race" ;;
      *) faults="none write write-core align leak" ;;
    esac
    for fault in $faults; do plant "$fault" "$sanitizer" "$gcc"; done
    # shellcheck disable=SC2086
    run_tests tests "$sanitizer" "$gcc" $SANITIZER_TESTS
    [ "$passed" -gt 0 ] || die "no program has run, see $work/objmode.log"
    grep -E '^(FAIL|UNRESOLVED|XPASS|ERROR)' "$work/objmode.sum"
    for report in "$work"/report.*; do
      [ -s "$report" ] || continue
      echo "--- $report"
      head -n 60 "$report"
    done
    echo "$sanitizer, GCC $n: $passed passed, $failed failed," \
      "$reports reports, $skipped left out"
    all_passed=$((all_passed + passed))
    all_failed=$((all_failed + failed + reports))
    all_left_out=$((all_left_out + skipped))
  done
done
echo "$all_passed passed, $all_failed failed, $all_left_out left out"
[ $all_failed = 0 ]
