#! /bin/sh
# syntax-check.sh - The rules of the tree that a script can check.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: build-aux/syntax-check.sh, in the source directory.  Prints what
# is wrong and fails if anything is.

set -u
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

# complain TEXT... - Print standard input, if it is not empty, below TEXT.
complain ()
{
  if [ -s "$1" ]; then
    printf '%s\n' "syntax-check: $2" >&2
    sed 's/^/  /' "$1" >&2
    failed=1
  fi
}

sources ()
{
  find plugin runtime examples \( -name '*.c' -o -name '*.cc' -o -name '*.h' \
    -o -name '*.py' \) ! -path '*/.libs/*' ! -name '*-py.h' | sort
}

# 1. Files have at most 600 lines, functions at most 60.
for f in $(sources); do
  n=$(wc -l <"$f")
  [ "$n" -le 600 ] || echo "$f: $n lines"
done >"$work/files"
complain "$work/files" "files of more than 600 lines"

# A function begins with a brace in the first column and ends with one.
for f in $(sources | grep -v '\.py$'); do
  awk -v f="$f" '
    /^\{/ { start = NR }
    /^\}/ { if (start && NR - start + 1 > 60 && !/;/)
	      print f ":" start ": " NR - start + 1 " lines"
	    start = 0 }' "$f"
done >"$work/functions"
complain "$work/functions" "functions of more than 60 lines"

# Lines have at most 80 columns, tabs being 8.  What an #error says is one line.
for f in $(sources) runtime/*.def plugin/*.def plugin/*/*.def testsuite/fuzz/*.[ch]; do
  expand "$f" | awk -v f="$f" '
    length > 80 && !/^ *# *error / { print f ":" NR ": " length " columns" }'
done >"$work/columns"
complain "$work/columns" "lines of more than 80 columns"

# 2. What was put off, or switched off.
grep -nE 'TODO|FIXME|XXX|^# *if 0' $(sources) >"$work/off"
complain "$work/off" "code that is not finished"

# 3. The symbol map exports the entry points of the ABI.
sed -n 's/^OBJMODE_ENTRY (\(__objmode_[a-z_]*\),.*/\1/p' \
  runtime/objmode-abi.def | sort >"$work/abi"
grep -o '__objmode_[a-z_]*' runtime/libobjmode.map | sort -u >"$work/map"
diff "$work/abi" "$work/map" >"$work/difference"
complain "$work/difference" "objmode-abi.def (<) and libobjmode.map (>) differ"

# and the functions of the header.
sed -n 's/^\(extern .*[ *]\)*\(objmode_[a-z_]*\) (.*/\2/p' runtime/objmode.h \
  | sort >"$work/api"
grep -oE '(^|[^_])objmode_[a-z_]+' runtime/libobjmode.map \
  | sed 's/^[^o]*//' | sort -u >"$work/map"
diff "$work/api" "$work/map" >"$work/difference"
complain "$work/difference" "objmode.h (<) and libobjmode.map (>) differ"

# 4. Each stage has a directory of tests.
for stage in $(sed -n 's/^OBJMODE_STAGE (\([a-z]*\),.*/\1/p' plugin/stages.def)
do
  ls testsuite/objmode."$stage"/*.c >/dev/null 2>&1 \
    || echo "$stage: no tests in testsuite/objmode.$stage"
done >"$work/stages"
complain "$work/stages" "stages without tests"

# 5. Each diagnostic of the plugin is expected by a test, and one that is not
# would be missed.
{
  python3 build-aux/check-messages.py
  python3 build-aux/check-messages.py . "unheard xyxyxy %qs" \
    | grep -q '^MESSAGE: no test expects: unheard' \
    || echo "check-messages.py misses a planted message"
} >"$work/untested"
complain "$work/untested" "diagnostics without a test"

# 6. Each source is built: an undefined symbol shows only when GCC loads
# the plugin.
for f in plugin/*.c* plugin/*/*.c* runtime/*.c; do
  top=${f%%/*}
  grep -qw -- "${f#"$top"/}" "$top/Makefile.am" || echo "$f"
done >"$work/unlisted"
complain "$work/unlisted" "sources that no Makefile.am lists"

# 7. What a text must not name.
grep -rnE '(^|[^a-zA-Z])/(root|home)/[a-z]' --include='*' \
  plugin runtime testsuite doc examples build-aux m4 2>/dev/null \
  | grep -v '^build-aux/syntax-check.sh' \
  | grep -v '/\.libs/' >"$work/paths"
complain "$work/paths" "paths of somebody's machine"

[ $failed = 0 ] && echo "syntax-check: nothing to complain about"
exit $failed
