#! /bin/sh
# torture.sh - Code without blocks is compiled as without the plugin.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: torture.sh GCC PLUGIN DIRECTORY STEP [OPTION...]
#
# Each STEPth C file below DIRECTORY is compiled by GCC at several options, its
# own dg-options among them, with and without PLUGIN: the exit status, what the compiler says, and the
# assembly, of which the assembler makes the object, must be the same.  In the
# current directory.  OPTIONs are given to the compiler with PLUGIN only.

set -u
gcc=$1 plugin=$2 directory=$3 step=$4
shift 4
compared=0 findings=0 compiled=0

# compile FILE OUTPUT OPTION... - Compile FILE to torture.s; its text, status
# and assembly go into OUTPUT.*.  -g would record the command line, and
# -fprofile-generate a number that differs from run to run.
compile ()
{
  file=$1 output=$2
  shift 2
  rm -f torture.s "$output.s"
  timeout 120 "$gcc" -fdiagnostics-plain-output -S "$file" -o torture.s "$@" \
    -frandom-seed=1 -gno-record-gcc-switches \
    </dev/null >"$output.txt" 2>&1
  echo "exit status $?" >>"$output.txt"
  if [ -f torture.s ]; then mv torture.s "$output.s"; else : >"$output.s"; fi
}

# compare FILE OPTION... - Compile FILE with the OPTIONs, without and with the
# plugin and the options in "$extra".
compare ()
{
  file=$1
  shift
  compile "$file" without "$@"
  # shellcheck disable=SC2086
  compile "$file" with "-fplugin=$plugin" $extra "$@"
  # A GCC that crashes says so when there is a plugin, and where it was loaded.
  sed -i 's/^0x[0-9a-f]* //' without.txt with.txt
  sed -i '/active plugins, do not report this as a bug/d
    /^Event  *| Plugins/d; /^PLUGIN_[A-Z_]* *| /d' with.txt
  compared=$((compared + 1))
  [ -s without.s ] && compiled=$((compiled + 1))
  if ! cmp -s without.txt with.txt; then
    echo "torture: $file $*: other diagnostics"
    diff without.txt with.txt | sed 5q
  elif ! cmp -s without.s with.s; then
    echo "torture: $file $*: other assembly"
  else
    return
  fi
  findings=$((findings + 1))
}

# own_options FILE - Print the options that FILE asks for, unless they are to
# write more files.
own_options ()
{
  sed -n 's/.*{ dg-options "\([^"\\]*\)" }.*/\1/p' "$1" | sed 1q \
    | grep -v -e -fdump -e -save-temps -e -fplugin -e '[][$;&|*?]'
}

extra=$*
find "$directory" -name '*.c' | sort | awk "NR % $step == 0" >torture.list
while IFS= read -r f; do
  compare "$f" -O0
  compare "$f" -O2 -Wall -Wextra
  compare "$f" -O3 -g
  compare "$f" -Os -fopenmp -std=gnu99 -pedantic
  own=$(own_options "$f")
  # shellcheck disable=SC2086
  [ -z "$own" ] || compare "$f" $own
done <torture.list
rm -f torture.s torture.list without.* with.*
echo "torture: $compared compilations compared, of which $compiled gave" \
  "assembly, $findings findings"
[ "$compiled" -gt 0 ] || exit 2
[ "$findings" = 0 ]
