# structs.py - What arrays of structs cost.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# structs.py DIRECTORY SRCDIR ROUNDS CC JSON: structs.c is built in DIRECTORY by
# CC and measures for ROUNDS rounds.  JSON is a file to be written for plot.py.

import json
import subprocess
import sys

HAND, OBJMODE = 'by hand', 'objmode'


def main(directory, srcdir, rounds, compiler, output):
    """Print the table."""
    program = f'{directory}/structs'
    subprocess.run([*compiler.split(), '-O2', f'{srcdir}/structs.c', '-o',
                    program], check=True)
    lines = subprocess.run([program, rounds], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    print(f'\nArrays of structs, ns, medians\n\n{"":20}{HAND:>12}{OBJMODE:>12}'
          f'{"ratio":>8}')
    rows = []
    for name, *numbers in (line.split('\t') for line in lines):
        hand, ours = map(float, numbers)
        rows.append({'workload': name, 'ns': {HAND: hand, OBJMODE: ours}})
        print(f'{name:20}{hand:12.1f}{ours:12.1f}{ours / hand:8.2f}')
    with open(output, 'w') as file:
        json.dump([{'title': 'Arrays of structs', 'base': HAND, 'rows': rows}],
                  file)


main(*sys.argv[1:])
