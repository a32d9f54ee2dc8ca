# direct.py - What NumPy and SciPy pay for a C function.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# direct.py DIRECTORY SRCDIR ROUNDS CC OPTION...: direct.c is built in
# DIRECTORY by CC with the OPTIONs, which find <Python.h> and NumPy's headers,
# and measures for ROUNDS rounds.  Without SciPy there is one row less.

import subprocess
import sys

HAND, OBJMODE, SLOW = 'by hand', 'objmode', 'frompyfunc or f itself'


def main(directory, srcdir, rounds, compiler, *options):
    """Print the table."""
    program = f'{directory}/direct'
    subprocess.run([*compiler.split(), '-O2', f'{srcdir}/direct.c', '-o',
                    program, *options], check=True)
    done = subprocess.run([program, rounds], check=True, text=True,
                          stdout=subprocess.PIPE)
    rows = {}
    for line in done.stdout.splitlines():
        row, name, value = line.split('\t')
        rows.setdefault(row, {})[name] = float(value)
    print(f'\nA C function that is called directly, us\n\n{"":24}{HAND:>10}'
          f'{OBJMODE:>10}{"objmode/hand":>14}  {SLOW}')
    for row, cells in rows.items():
        print(f'{row:24}{cells[HAND]:10.2f}{cells[OBJMODE]:10.2f}'
              f'{cells[OBJMODE] / cells[HAND]:14.3f}  {cells[SLOW]:.2f}')


main(*sys.argv[1:])
