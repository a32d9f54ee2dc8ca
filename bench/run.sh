#! /bin/bash
# run.sh - Build all contenders and time them: run.sh [ROUNDS [OUTPUT]]
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# OUTPUT.svg is a drawing of the tables.  Contenders that are not installed
# are left out, with a note.  From the environment, where `make bench' puts
# it:
#   CC      a compiler that knows objmode [objmode-cc]
#   PYTHON  the Python that objmode was configured for [python3]
#   CFLAGS  [-O2]

set -eu
cc=${CC:-objmode-cc}
python=${PYTHON:-python3}
cflags=${CFLAGS:--O2}
rounds=${1:-21}
output=${2:-crossing}
srcdir=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' 0
trap 'exit 1' 1 2 15
export PYTHONPATH="$build:$srcdir" PYTHONDONTWRITEBYTECODE=1
export OBJMODE_PYTHON="$python"

# config EXPRESSION - Print what this Python says.
config ()
{
  "$python" -c "import sysconfig; v = sysconfig.get_config_var; print($1)"
}
include="-I$(config 'sysconfig.get_path("include")')"
numpy="-I$("$python" -c 'import numpy; print(numpy.get_include())')"
suffix=$(config 'v("EXT_SUFFIX")')

# library NAME SOURCE OPTION... - Build NAME.so.
library ()
{
  local name=$1 source=$2
  shift 2
  $cc $cflags -shared -fPIC -fvisibility=hidden -o "$build/$name.so" \
    "$srcdir/$source" "$@"
}

$cc $cflags -shared -fPIC -o "$build/harness.so" "$srcdir/harness.c" -lpthread
library objmode objmode.c
library objmode-held objmode.c -DHELD
library objmode-kept objmode.c -DKEPT
library best best.c $include $numpy
library naive naive.c $include $numpy
for peer in ctypes cffi cython; do
  library "callback-$peer" callback.c
done
# Not by CC, which would load the plugin.
env -u CC "$python" "$srcdir/peer_cffi.py" "$build" >"$build/log" 2>&1 \
  || echo "cffi is left out: no python3-cffi"
if cython3 -o "$build/peer_cython.c" "$srcdir/peer_cython.pyx" \
     2>"$build/log"; then
  ${OBJMODE_CC:-gcc} $cflags -w -shared -fPIC $include $numpy \
    -o "$build/peer_cython$suffix" "$build/peer_cython.c"
else
  echo "Cython is left out: no cython3"
fi
${CXX:-g++} $cflags -shared -fPIC -fvisibility=hidden $include \
  -o "$build/pybind11.so" "$srcdir/peer-pybind11.cc" 2>"$build/log" \
  || echo "pybind11 is left out: no pybind11-dev"
libpython=$(config '"-L{0} -Wl,-rpath,{0} -lpython{1} {2} {3}".format (
  v("LIBDIR"), v("LDVERSION"), v("LIBS"), v("SYSLIBS"))')
$cc $cflags $include -o "$build/host" "$srcdir/host.c" $libpython

runtime=$(ldd "$build/objmode.so" \
  | sed -n 's/.*libobjmode.* => \([^ ]*\) .*/\1/p')

# drive KIND PROGRAM - Measure crossings in a process of PROGRAM, the TURNth of
# its KIND, with copies of all that is loaded: where a file lies in memory,
# which nobody chooses, can cost a contender a fifth.
drive ()
{
  local copy
  copy=$(mktemp -d "$build/copy.XXXXXX")
  cp "$build"/*.so "$copy"
  cp "$runtime" "$copy"
  cp -R "$(dirname "$runtime")/objmode" "$copy"
  LD_LIBRARY_PATH="$copy${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" \
    PYTHONPATH="$copy:$PYTHONPATH" \
    "$2" "$srcdir/driver.py" "$copy" "$turn" "$build/$turn.$1"
  rm -r "$copy"
}

echo "$(grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //'), $(nproc) cores," \
  "load $(cut -d' ' -f1 /proc/loadavg)"
for ((turn = 1; turn <= rounds; turn++)); do
  drive embedded "$build/host"
  drive hosted "$python"
done
"$python" "$srcdir/table.py" "a program in which objmode has started Python" \
  "$build/1.json" "$build"/*.embedded
"$python" "$srcdir/table.py" "python3 is the host" \
  "$build/2.json" "$build"/*.hosted
"$python" "$srcdir/guards.py" "$build" "$srcdir" "$rounds" "$cc" \
  "$build/3.json"
"$python" "$srcdir/kernels.py" "$build" "$rounds" "$cc" "$build/4.json" -O2 -O3
"$python" "$srcdir/start.py" "$build" "$srcdir" "$rounds" "$cc" \
  "$build/5.json" $include $libpython
"$python" "$srcdir/draws.py" "$build" "$srcdir" "$rounds" "$cc" \
  "$build/6.json" $include $numpy $libpython
"$python" "$srcdir/calls.py" "$build" "$srcdir" "$rounds" "$cc" \
  "$build/7.json" $include $libpython
"$python" "$srcdir/structs.py" "$build" "$srcdir" "$rounds" "$cc" \
  "$build/8.json"
"$python" "$srcdir/direct.py" "$build" "$srcdir" "$rounds" "$cc" \
  $include $numpy $libpython
"$python" "$srcdir/plot.py" "$output.svg" "$build"/[1-8].json
