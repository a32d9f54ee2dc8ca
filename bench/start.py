# start.py - Time whole processes, and compilations.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# start.py DIRECTORY SRCDIR ROUNDS CC

import os
import random
import statistics
import subprocess
import sys
import time

BARE = os.environ.get('OBJMODE_CC', 'gcc').split()


def programs(directory, srcdir, cc):
    """Build the programs of start.c; return command lines by title."""
    def build(compiler, name, *options):
        subprocess.run([*compiler, '-O2', f'{srcdir}/start.c', '-o',
                        f'{directory}/{name}', *options], check=True)
        return [f'{directory}/{name}']
    return {
        'a C program': build(BARE, 'plain', '-DOBJMODE_DISABLE',
                             '-DREACHED=9', f'-I{srcdir}/../runtime'),
        'a program that reaches no block': build(cc, 'none', '-DREACHED=9'),
        'a program with one scalar block': build(cc, 'one', '-DREACHED=0'),
        'python3 -c pass': [sys.executable, '-c', 'pass']}


def compilations(srcdir, cc):
    """Return command lines that compile, by title."""
    options = ['-O2', '-c', '-o', '/dev/null', f'{srcdir}/start.c',
               f'-I{srcdir}/../runtime', '-DREACHED=0']
    return {
        'gcc, no blocks': [*BARE, '-DOBJMODE_DISABLE', *options],
        'objmode, no blocks': [*cc, '-DOBJMODE_DISABLE', *options],
        'objmode, one block': [*cc, *options]}


def milliseconds(command):
    """Run COMMAND and return how long it took."""
    begin = time.perf_counter()
    subprocess.run(command, check=True)
    return 1e3 * (time.perf_counter() - begin)


def table(title, commands, rounds):
    """Run COMMANDS in turn, ROUNDS times, and print medians."""
    times = {name: [] for name in commands}
    for turn in range(-1, rounds):
        order = list(commands)
        random.Random(turn).shuffle(order)
        for name in order:
            value = milliseconds(commands[name])
            if turn >= 0:
                times[name].append(value)
    print(f'\n{title}, ms, medians of {rounds} rounds\n')
    for name in commands:
        print(f'{name:36}{statistics.median(times[name]):8.2f}')


def main(directory, srcdir, rounds, cc):
    """Print both tables."""
    table('W8 processes', programs(directory, srcdir, cc.split()),
          int(rounds))
    table('Compilations', compilations(srcdir, cc.split()), int(rounds))


main(*sys.argv[1:])
