# start.py - Time whole processes, and compilations.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# start.py DIRECTORY SRCDIR ROUNDS CC JSON OPTION...: the OPTIONs are those
# of a program that uses libpython.  JSON is a file to be written for
# plot.py.

import json
import os
import random
import statistics
import subprocess
import sys
import time

BARE = os.environ.get('OBJMODE_CC', 'gcc').split()
BASE, OBJMODE, PYTHON = 'without objmode', 'objmode', 'python3'
SHORT = 'a program that reaches no block'


def programs(directory, srcdir, cc, options):
    """Build the programs; return command lines by row and column."""
    def build(compiler, name, source, *options):
        subprocess.run([*compiler, '-O2', f'{srcdir}/{source}', '-o',
                        f'{directory}/{name}', *options], check=True)
        return [f'{directory}/{name}']
    include = f'-I{srcdir}/../runtime'
    return {
        SHORT: {
            BASE: build(BARE, 'plain', 'start.c', '-DOBJMODE_DISABLE',
                        '-DREACHED=9', include),
            OBJMODE: build(cc, 'none', 'start.c', '-DREACHED=9')},
        'a program with one scalar block': {
            BASE: [*build(BARE, 'embed', 'embed.c', *options),
                   sys.executable],
            OBJMODE: build(cc, 'one', 'start.c', '-DREACHED=0'),
            PYTHON: [sys.executable, '-c', 'pass']}}


def compilations(srcdir, cc):
    """Return command lines that compile, by row and column."""
    options = ['-O2', '-c', '-o', '/dev/null', f'{srcdir}/start.c',
               f'-I{srcdir}/../runtime', '-DREACHED=0']
    bare = [*BARE, '-DOBJMODE_DISABLE', *options]
    return {
        'to compile a file without blocks': {
            BASE: bare, OBJMODE: [*cc, '-DOBJMODE_DISABLE', *options]},
        'to compile a file with a block': {
            BASE: bare, OBJMODE: [*cc, *options]}}


def milliseconds(command):
    """Run COMMAND and return how long it took."""
    begin = time.perf_counter()
    subprocess.run(command, check=True)
    return 1e3 * (time.perf_counter() - begin)


def measure(commands, rounds):
    """Run COMMANDS in turn, ROUNDS times, those of SHORT more often; return
    the medians."""
    every = [(row, column) for row in commands for column in commands[row]
             for _ in range(20 if row == SHORT else 1)]
    times = {key: [] for key in every}
    for turn in range(-1, rounds):
        random.Random(turn).shuffle(every)
        for row, column in every:
            value = milliseconds(commands[row][column])
            if turn >= 0:
                times[row, column].append(value)
    return {row: {column: statistics.median(times[row, column])
                  for column in commands[row]} for row in commands}


def main(directory, srcdir, rounds, cc, output, *options):
    """Print the table."""
    commands = programs(directory, srcdir, cc.split(), options)
    commands |= compilations(srcdir, cc.split())
    medians = measure(commands, int(rounds))
    print(f'\nProcesses, ms, medians of {rounds} rounds (ratio to '
          f'{BASE})\n')
    print(f'{"":34}' + ''.join(f'{name:>20}'
                               for name in (BASE, OBJMODE, PYTHON)))
    for row, cells in medians.items():
        print(f'{row:34}' + ''.join(
            f'{value:12.2f} {"(%.2f)" % (value / cells[BASE]):>7}'
            for value in cells.values()))
    with open(output, 'w') as file:
        json.dump([{'title': 'Processes', 'base': BASE,
                    'rows': [{'workload': row, 'ns': cells}
                             for row, cells in medians.items()]}], file)


main(*sys.argv[1:])
