# guards.py - What a guard costs that skips its block.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# guards.py DIRECTORY SRCDIR ROUNDS CC JSON: JSON is a file to be written for
# plot.py.

import json
import os
import subprocess
import sys


def lines(program, rounds, **variables):
    """Run PROGRAM with VARIABLES in the environment; return the numbers of
    its lines by their first word."""
    output = subprocess.run([program, rounds], check=True, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            env={**os.environ, **variables}).stdout
    return {name: [float(x) for x in numbers]
            for name, *numbers in map(str.split, output.splitlines())}


def main(directory, srcdir, rounds, compiler, output):
    """Print the table."""
    cc = compiler.split()
    program, shared = f'{directory}/guards', f'{directory}/guards-shared'
    library = f'{directory}/libguards.so'
    for command in ([f'{srcdir}/guards.c', '-o', program],
                    [f'{srcdir}/guards.c', '-DLIBRARY', '-fPIC', '-shared',
                     '-o', library],
                    [f'{srcdir}/guards-main.c', library, '-o', shared]):
        subprocess.run([*cc, '-O2', *command], check=True)
    print(f'\nA guard that skips, ns, medians of {rounds} rounds\n')
    print(f'{"":26}{"by hand":>10}{"objmode":>10}{"OBJMODE_STATS=1":>18}')
    rows = []
    for title, name in (('in a program', program),
                        ('in a library', shared)):
        off = lines(name, rounds)
        counted = lines(name, rounds, OBJMODE_STATS='1')
        for guard, (by_hand, objmode) in off.items():
            hand = f'{by_hand:10.2f}'
            cells = {'objmode': objmode, 'counted': counted[guard][1]}
            if guard == 'crossing':
                hand = f'{"-":>10}'
            else:
                cells['by hand'] = by_hand
            rows.append({'workload': f'{guard} {title}', 'ns': cells})
            print(f'{guard + ", " + title:26}{hand}{objmode:10.2f}'
                  f'{counted[guard][1]:18.2f}')
    with open(output, 'w') as file:
        json.dump([{'title': 'A guard that skips', 'base': None,
                    'rows': rows}], file)


main(*sys.argv[1:])
