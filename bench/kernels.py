# kernels.py - What a block costs that is not taken.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# kernels.py DIRECTORY ROUNDS CC JSON OPTION...: with each of the OPTIONs, as
# -O2, the kernels are built in DIRECTORY by CC.  Printed are the
# instructions of each with a block, counted by Valgrind, as a ratio to those
# with a call of an unknown function in its place and with nothing there; and
# the same of the times, medians of ROUNDS rounds, unless ROUNDS is 0.  JSON is
# a file to be written for plot.py.

import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
KERNELS = ['saxpy', 'stencil', 'product', 'mandelbrot']
VARIANTS = ['nothing', 'call', 'block', 'address']


def build(directory, compiler, option):
    """Return the program with all kernels."""
    program = f'{directory}/kernels{option}'
    objects = []
    for variant in VARIANTS:
        objects.append(f'{program}-{variant}.o')
        subprocess.run([*compiler, option, f'-D{variant.upper()}', '-c',
                        f'{HERE}/kernels.c', '-o', objects[-1]], check=True)
    # Valgrind's addresses are then those of the program.
    subprocess.run([*compiler, option, f'{HERE}/kernels-main.c', *objects,
                    '-no-pie', '-o', program], check=True)
    return program


def run(*command):
    """Run COMMAND, a program whose blocks find no Python; return what it
    prints."""
    environment = {**os.environ, 'OBJMODE_PYTHON': '/nonexistent'}
    return subprocess.run(command, check=True, text=True, env=environment,
                          stdout=subprocess.PIPE).stdout


def padding(program):
    """Return the addresses of what PROGRAM has in front of loops to align
    them: how much there is depends on what stands in front of it."""
    listing = run('objdump', '-d', '--no-show-raw-insn', program)
    return {int(address, 16) for address in re.findall(
        r'^ *([0-9a-f]+):\t(?:data16 |cs )*(?:nop|xchg +%ax,%ax)', listing,
        re.MULTILINE)}


def instructions(program):
    """Return how many instructions each function of PROGRAM executes
    itself, without padding."""
    output = program + '.callgrind'
    run('valgrind', '-q', '--tool=callgrind', '--dump-instr=yes',
        '--compress-pos=no', f'--callgrind-out-file={output}', program, '0')
    found, names, skipped = {}, {}, padding(program)
    function, inclusive = None, False
    with open(output) as file:
        for line in file:
            if match := re.match(r'(c?)fn=\((\d+)\)(?: (\w+))?', line):
                called, number, name = match.groups()
                name = names.setdefault(number, name)
                if not called:
                    function = name
            elif line.startswith('calls='):
                inclusive = True
            elif line.startswith('0x'):
                # The line behind `calls' is that of the callee.
                address, _, cost = line.split()
                if not inclusive and int(address, 16) not in skipped:
                    found[function] = found.get(function, 0) + int(cost)
                inclusive = False
    return found


def nanoseconds(program, rounds):
    """Return the median time of each kernel of PROGRAM."""
    lines = run(program, str(rounds)).splitlines()
    return {name: float(value) for name, value in map(str.split, lines)}


def table(title, values):
    """Print the ratios of VALUES; return the table as plot.py wants it."""
    rows = []
    print(f'\n{title}\n')
    print(f'{"":32}{"block/call":>12}{"block/nothing":>15}'
          f'{"address/call":>14}')
    for place in 'outer', 'inner':
        for guard in 'flag', 'every':
            for kernel in KERNELS:
                cells = {variant: values[f'{kernel}_{variant}_{guard}_{place}']
                         for variant in VARIANTS}
                nothing, call, block, address = cells.values()
                rows.append({'workload': f'{kernel} {guard}\n{place}',
                             'ns': cells})
                print(f'{kernel:11}{guard:6}{place + " loop":15}'
                      f'{block / call:12.3f}{block / nothing:15.3f}'
                      f'{address / call:14.3f}')
    return {'title': title, 'base': 'call', 'rows': rows}


def main(directory, rounds, compiler, output, *options):
    """Print the tables."""
    tables = []
    for option in options:
        program = build(directory, compiler.split(), option)
        if shutil.which('valgrind'):
            tables.append(
                table(f'A block that is not taken, {option}: instructions',
                      instructions(program)))
        else:
            print('instructions are not counted: no valgrind')
        if int(rounds):
            tables.append(
                table(f'A block that is not taken, {option}: time, medians '
                      f'of {rounds} rounds', nanoseconds(program, rounds)))
    with open(output, 'w') as file:
        json.dump(tables, file)


main(*sys.argv[1:])
