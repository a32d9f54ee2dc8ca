#! /bin/sh
# soak.sh - The runtime for long: many threads, many ends, race and memory
# checkers.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: soak.sh GCC PLUGIN INCDIR BUILDDIR PYTHON
#
# BUILDDIR is where the runtime was built.  SOAK_THREADS short threads,
# SOAK_RUNS processes that end, or start Python, on many threads at once.  The
# last line that is printed tells what was done; the status is not 0 if
# anything was found.

set -u
here=$(cd "$(dirname "$0")" && pwd)
gcc=$1 plugin=$2 incdir=$3 builddir=$4 python=$5
: "${SOAK_THREADS:=100000}" "${SOAK_RUNS:=100}"
libdir=$builddir/.libs
cases=0
found=0

die () { echo "soak: $*" >&2; exit 1; }

# compile OUTPUT FLAGS SOURCE... - Compile, to be linked with libobjmode.
compile ()
{
  output=$1 flags=$2
  shift 2
  # shellcheck disable=SC2086
  $gcc -O2 -g "-fplugin=$plugin" "-I$incdir" "-I$here/../lib" \
    "-I$here/../objmode.host" $flags "$@" -o "$output" "-L$libdir" -lobjmode -lpthread -lm \
    || die "$* does not compile"
}

# try NAME TIMES WANT REGEXP COMMAND... - Run COMMAND TIMES times.  It must end
# with 0, or not if WANT is "fails", and print what REGEXP says; nothing at
# all if that is empty.
try ()
{
  name=$1 times=$2 want=$3 regexp=$4
  shift 4
  bad=0
  for _ in $(seq "$times"); do
    env -i PATH=/usr/bin:/bin LD_LIBRARY_PATH="$libdir" \
      timeout -k 1 3000 "$@" >soak.out 2>&1 </dev/null
    status=$?
    case $want,$status in
      0,0) ;;
      *,124 | *,137 | fails,0 | 0,*) status=bad ;;
    esac
    if [ -z "$regexp" ] && [ -s soak.out ]; then status=bad; fi
    if [ "$status" = bad ] \
      || { [ -n "$regexp" ] && ! grep -Eq "$regexp" soak.out; }; then
      bad=$((bad + 1))
      echo "--- $name"
      tail -n 40 soak.out
    fi
  done
  cases=$((cases + 1))
  [ $bad = 0 ] || found=$((found + 1))
  echo "$name: $times times, $bad bad"
}

# The whole runtime with the thread sanitizer, in tsan/.
compile_tsan ()
{
  core=$(basename "$(find "$libdir/objmode" -name 'objmode-core.*.so' \
    | sort | head -n 1)")
  include=$("$python" -I -c 'import sysconfig
print(sysconfig.get_path("include"))')
  soabi=${core#objmode-core.}
  mkdir -p tsan/objmode
  sanitize="-std=gnu11 -O1 -g -fPIC -shared -fvisibility=hidden
    -fsanitize=thread -DHAVE_CONFIG_H -I$builddir/.. -I$incdir"
  # shellcheck disable=SC2086
  $gcc $sanitize "$incdir"/*.c -o tsan/libobjmode.so.0 \
    -Wl,-soname,libobjmode.so.0 "-Wl,--version-script=$incdir/libobjmode.map" \
    -Wl,-z,nodelete -ldl -lpthread \
    && $gcc $sanitize "-I$incdir/core" "-I$builddir/core-${soabi%.so}" \
      "-I$include" "$incdir"/core/*/*.c \
      -o "tsan/objmode/$core" tsan/libobjmode.so.0 -lpthread -lm \
    || die "the runtime does not compile with -fsanitize=thread"
  ln -sf libobjmode.so.0 tsan/libobjmode.so
}

host=$here/../objmode.host
compile soak.exe "" "$here/soak.c"
compile threads.exe -fopenmp "$host/threads-keep-states.c" "$host/kernel-aux.c"
compile leak.exe "-fopenmp -DPLANTED_LEAK" "$host/threads-keep-states.c" \
  "$host/kernel-aux.c"
compile kernel.so "-shared -fPIC -fopenmp" "$host/kernel-aux.c"
compile handler.exe -D_GNU_SOURCE "$host/signal-in-block.c"
try "64 threads, 10000 blocks" 1 0 "" ./soak.exe 64 10000
try "64 first blocks" $((2 * SOAK_RUNS)) 0 "" ./soak.exe 64 10
try "$SOAK_THREADS short threads" 1 0 "" ./threads.exe "$SOAK_THREADS"
try "a planted leak" 1 fails "growth <= 1024 is false" ./leak.exe 3000
try "a host ends, threads in blocks" "$SOAK_RUNS" 0 '^end$' \
  "$python" -I "$host/exit-aux.py" ./kernel.so
try "a block in a signal handler" "$SOAK_RUNS" fails \
  "was interrupted by a signal handler that executes a block" ./handler.exe

if valgrind --version >/dev/null 2>&1; then
  memcheck="env PYTHONMALLOC=malloc valgrind -q --error-exitcode=99
    --undef-value-errors=no"
  compile fault.exe -DPLANTED_FAULT "$here/soak.c"
  # shellcheck disable=SC2086
  try "valgrind" 1 0 "" $memcheck ./soak.exe 16 100
  # shellcheck disable=SC2086
  try "valgrind, a planted fault" 1 fails "Invalid read" \
    $memcheck ./fault.exe 4 10
else
  die "needs valgrind (Debian: apt-get install valgrind)"
fi

compile_tsan
libdir=$PWD/tsan
compile races.exe -fsanitize=thread "$here/soak.c"
compile race.exe "-fsanitize=thread -DPLANTED_RACE" "$here/soak.c"
compile threads-tsan.exe "-fsanitize=thread" \
  "$host/finalize-blocks-end-first.c" -D_GNU_SOURCE
# Address space layout as the sanitizer knows it.
tsan="setarch -R env TSAN_OPTIONS=halt_on_error=0:exitcode=66"
# shellcheck disable=SC2086
{
  try "thread sanitizer" 3 0 "" $tsan ./races.exe 16 300
  try "thread sanitizer, a planted race" 1 fails \
    "data race" $tsan ./race.exe 8 100
  try "thread sanitizer, the end of Python" 3 0 "" $tsan ./threads-tsan.exe
}
rm -f soak.out
[ $found = 0 ] || { echo "soak: $found of $cases went wrong"; exit 1; }
echo "$cases cases, none went wrong"
