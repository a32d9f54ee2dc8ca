# draws.py - What a random number costs.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# draws.py DIRECTORY SRCDIR ROUNDS CC JSON OPTION...: draws.c is built in
# DIRECTORY by CC with the OPTIONs, which find <Python.h> and NumPy's headers,
# and measures for ROUNDS * 20 rounds.  GSL is left out if it is not installed.
# GSL has a generator of its own, mt19937, in each row.  JSON is a file to be
# written for plot.py.

import json
import os
import subprocess
import sys

import numpy

HAND, OBJMODE, GSL = 'by hand', 'objmode', 'GSL'


def build(directory, srcdir, compiler, options):
    """Return the program, or None without libnpyrandom."""
    root = os.path.dirname(numpy.__file__)
    core = 'core' if numpy.__version__.startswith('1.') else '_core'
    libraries = [f'-L{root}/random/lib', '-lnpyrandom',
                 f'-L{root}/{core}/lib', '-lnpymath', '-lm']
    program = f'{directory}/draws'
    command = [*compiler, '-O2', f'{srcdir}/draws.c', '-o', program, *options]
    for gsl, libgsl in ((['-DHAVE_GSL'], ['-lgsl', '-lgslcblas']), ([], [])):
        done = subprocess.run([*command, *gsl, *libraries, *libgsl],
                              stderr=subprocess.PIPE, text=True)
        if done.returncode == 0:
            if not gsl:
                print('GSL is left out: no libgsl-dev')
            return program
    print('random numbers are left out:\n' + done.stderr)
    return None


def main(directory, srcdir, rounds, compiler, output, *options):
    """Print the table."""
    program = build(directory, srcdir, compiler.split(), options)
    tables = []
    if program:
        done = subprocess.run([program, str(int(rounds) * 20)], check=True,
                              text=True, stdout=subprocess.PIPE)
        rows = {}
        for line in done.stdout.splitlines():
            row, name, value = line.split('\t')
            rows.setdefault(row, {})[name] = float(value)
        title = 'A random number, ns'
        print(f'\n{title}\n\n{"":24}{HAND:>10}{OBJMODE:>10}{GSL:>10}'
              f'{"objmode/hand":>14}{"objmode/GSL":>13}')
        for row, cells in rows.items():
            hand, objmode, gsl = (cells.get(c) for c in (HAND, OBJMODE, GSL))
            print(f'{row:24}{hand:10.2f}{objmode:10.2f}'
                  + (f'{gsl:10.2f}' if gsl else f'{"-":>10}')
                  + f'{objmode / hand:14.3f}'
                  + (f'{objmode / gsl:13.3f}' if gsl else f'{"-":>13}'))
        tables.append({'title': title, 'base': HAND, 'rows': [
            {'workload': row, 'ns': cells} for row, cells in rows.items()]})
    with open(output, 'w') as file:
        json.dump(tables, file)


main(*sys.argv[1:])
