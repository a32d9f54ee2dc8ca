#! /bin/sh
# table.sh - The table of conversions with random options.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: table.sh GCC PLUGIN INCDIR LIBDIR COUNT SEED PYTHON
#
# The table in objmode.table is compiled COUNT times, from SEED on, with options
# and pragmas of in_force.py, and run.  Its rows say in C what the values are,
# so each must be as good as without the options.  What an option makes of a
# type is left out.  In the current directory.

set -u
here=$(cd "$(dirname "$0")" && pwd)
gcc=$1 plugin=$2 incdir=$3 libdir=$4 count=$5 seed=$6 python=$7
table=$here/../objmode.table
tried=0 findings=0 left_out=0 rows=0

# expected OPTIONS - Print which rows may differ with OPTIONS, as a pattern.
expected ()
{
  case " $1 " in *" -fshort-enums "*) printf '^FAIL: e[su] |' ;; esac
  case " $1 " in *" -funsigned-char "*) printf '^FAIL: ch |' ;; esac
  case " $1 " in *" -mlong-double-64 "*) printf '^FAIL: (ld|cl) |' ;; esac
  case " $1 " in
    *" -funsigned-bitfields "*) printf '^FAIL: int : 3 |' ;;
  esac
  echo '^$'
}

last=$((seed + count))
while [ "$seed" -lt "$last" ]; do
  "$python" -B "$here/in_force.py" "$seed" >in_force.txt || exit 2
  options=$(sed 1q in_force.txt)
  # They precede the headers of the program.
  sed 1d in_force.txt >pragmas.h
  # shellcheck disable=SC2086
  if ! $gcc -w $options -fsyntax-only -x c pragmas.h >/dev/null 2>&1; then
    left_out=$((left_out + 1))
  elif ! timeout 300 $gcc -w $options "-fplugin=$plugin" "-I$incdir" \
    -include ./pragmas.h \
    "-I$table" "$table/rows.c" "$table/table.c" -o table.exe "-L$libdir" \
    "-Wl,-rpath,$libdir" -lobjmode >table.log 2>&1
  then
    grep -v 'warning' table.log | sed -n '/error/p' | sed 3q >errors.log
    if grep -q 'reverse byte order' errors.log; then
      left_out=$((left_out + 1))
    else
      echo "table: seed $seed: $options: $(cat errors.log)"
      findings=$((findings + 1))
    fi
  else
    timeout 300 ./table.exe >table.out 2>&1
    n=$(sed -n 's/^rows \([0-9]*\),.*/\1/p' table.out)
    rows=$((rows + ${n:-0}))
    tried=$((tried + 1))
    if [ -z "$n" ] || grep '^FAIL' table.out \
      | grep -E -v "$(expected "$options")" >failed.out
    then
      echo "table: seed $seed: $options: ${n:-no} rows"
      sed 5q failed.out
      grep '^#' table.out | sed 5q
      findings=$((findings + 1))
    fi
  fi
  seed=$((seed + 1))
done
rm -f in_force.txt pragmas.h table.exe table.log table.out errors.log failed.out
echo "table: $tried runs, $rows rows, $left_out left out, $findings findings"
[ "$tried" -gt 0 ] || [ "$findings" -gt 0 ] || exit 2
[ "$findings" = 0 ]
