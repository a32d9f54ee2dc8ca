# calls.py - What a call of a Python function by a C function pointer costs.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# calls.py DIRECTORY SRCDIR ROUNDS CC JSON OPTION...: JSON is a file to be
# written for plot.py, OPTIONs are those of a program with <Python.h>.

import json
import subprocess
import sys

PLACES = 'from C', 'from C in a text'


def main(directory, srcdir, rounds, compiler, output, *options):
    """Print the table."""
    program = f'{directory}/calls'
    subprocess.run([*compiler.split(), '-O2', f'{srcdir}/calls.c', '-o',
                    program, *' '.join(options).split()], check=True)
    lines = subprocess.run([program, rounds], check=True, text=True,
                           stdout=subprocess.PIPE).stdout.splitlines()
    times = {name: [float(x) for x in numbers]
             for name, *numbers in (line.split('\t') for line in lines)}
    print('\nA callback, double(double), ns, medians (ratio to by hand)\n')
    print(f'{"":20}' + ''.join(f'{name:>17}' for name in times))
    rows = []
    for i, place in enumerate(PLACES):
        ns = {name: times[name][i] for name in times}
        rows.append({'workload': place, 'ns': ns})
        print(f'{place:20}' + ''.join(
            f'{ns[name]:9.1f} {"(%.2f)" % (ns[name] / ns["by hand"]):>7}'
            for name in ns))
    with open(output, 'w') as file:
        json.dump([{'title': 'A callback', 'base': 'by hand', 'rows': rows}],
                  file)


main(*sys.argv[1:])
