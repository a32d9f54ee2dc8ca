# linear.py - The time of the compiler grows with the text, and no faster.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# linear.py TOP BUILD WORK	print "PASS: TEXT", "FAIL: TEXT -- WHY" lines
#
# Each function below writes a C file whose length depends on N.  It is compiled
# for two lengths, one four times the other.  The longer one may take 8 times as
# long, in time of the processor without that of an empty file.

import os
import pathlib
import subprocess
import sys

TOP, BUILD, WORK = map(pathlib.Path, sys.argv[1:])
COMPILER = BUILD / 'runtime/objmode-cc-uninstalled'
RATIO = 8
SHORTEST = 0.1                  # Seconds; what takes less is not compared.


def block(lines, above='', clauses='y'):
    """Return a C file with a block of the LINES of Python, and ABOVE in front
    of the function that the block stands in."""
    return (f'#include <objmode.h>\n{above}\n'
            f'int f (int y)\n{{\n  with_objmode ({clauses}) {{ R"py(\ny = 0\n'
            + '\n'.join(lines) + '\n)py"; }\n  return y;\n}\n')


def compiler_warnings(n):
    """5000 of them: at most 2 seconds."""
    return block(['if 1 is 1: pass'] * n)


def parser_warnings(n):
    """A table of regular expressions that are not raw strings."""
    return block(['t = ['] + [rf"'\d{i}'," for i in range(n)] + [']'])


def parser_warnings_on_a_line(n):
    """Many warnings are about one line, so that its length matters."""
    return block(['t = [' + ', '.join([r"'\d'"] * n) + ']'])


def warnings_about_numbers(n):
    """CPython warns of a keyword that follows a number directly."""
    return block(['y = 1if y else 2'] * n)


def lines_of_a_string(n):
    """The parser warns of one string, which goes on over many lines."""
    return block(["t = '''"] + [r'\d'] * n + ["'''"])


def undefined_names(n):
    """20000 of them: at most 5 seconds."""
    return block([f'y += u{i}' for i in range(n)])


def undefined_names_of_a_module(n):
    """The names of the module block are candidates for what was meant."""
    module = '\n'.join(f'name{i} = {i}' for i in range(n))
    return block([f'y += u{i} + name{i}' for i in range(n)],
                 f'objmode_module {{ R"py(\n{module}\n)py"; }}')


def assigned_names(n):
    """Each of the names is assigned at the end."""
    return block([f'a{i} = {i}' for i in range(n)])


def assigned_in_branches(n):
    """The states of two branches are merged for each `if'."""
    return block([f'if y: a{i} = b{i} = 1\nelse: a{i} = 2' for i in range(n)])


def assigned_in_a_loop(n):
    """Each `break' has another state."""
    return block(['while y:'] + [f'  a{i} = 1\n  if y: break'
                                 for i in range(n)])


def assigned_in_try(n):
    """A handler begins with what was assigned before the `try'."""
    return block([f'try: a{i} = 1\nexcept E{i} as e: a{i} = 2\n'
                  f'finally: b{i} = 1' for i in range(n)],
                 'objmode_module { "from errors import *"; }')


def names_of_a_function(n):
    """A function leaves N uses of a name to the block."""
    return block(['def f():'] + [f'  b{i} = y + {i}' for i in range(n)])


def lost_assignments(n):
    """The file and the text have N variables."""
    return block([f'c{i} = 1' for i in range(n)],
                 '\n'.join(f'int c{i};' for i in range(n)))


def lines_of_literals(n):
    """Each of the literals has a position of its own."""
    return (f'#include <objmode.h>\nint f (int y)\n{{\n  with_objmode (y) {{\n'
            + '"y += 1\\n"\n' * n + '; }\n  return y;\n}\n')


def macros(n):
    """The text has the values of N macros."""
    return block([f'y += M{i}' for i in range(n)],
                 '\n'.join(f'#define M{i} {i}' for i in range(n)))


def blocks_of_a_function(n):
    """N blocks have markers in one function."""
    return ('#include <objmode.h>\nint f (int y)\n{\n'
            + '  with_objmode (y) { "y += 1"; }\n' * n + '  return y;\n}\n')


def measure(source):
    """Return the time that compiling SOURCE takes, and whether it succeeds."""
    file = WORK / 'linear.c'
    file.write_text(source)
    process = subprocess.Popen(
        [COMPILER, '-c', '-O0', file, '-o', '/dev/null'],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, status == 0


def check(write, n, limit=None):
    """Print the result for the files that WRITE writes, of length N and 4 N.
    The longer one must take at most LIMIT seconds if that is not None."""
    name = write.__name__.replace('_', ' ')
    base = measure(block([]))[0]
    short, long = measure(write(n)), measure(write(4 * n))
    times = f'{short[0] - base:.2f} and {long[0] - base:.2f} s'
    if not short[1] or not long[1]:
        print(f'FAIL: {name} -- is not compiled')
    elif long[0] - base > RATIO * max(short[0] - base, SHORTEST):
        print(f'FAIL: {name} -- takes {times} for {n} and {4 * n}')
    elif limit is not None and long[0] > limit:
        print(f'FAIL: {name} -- takes {long[0]:.2f} s for {4 * n}')
    else:
        print(f'PASS: {name}')
    print(f'# {name}: {times}', file=sys.stderr)


def main():
    WORK.mkdir()
    check(compiler_warnings, 1250, 2)
    check(parser_warnings, 1250, 2)
    check(parser_warnings_on_a_line, 1250, 2)
    check(warnings_about_numbers, 1250, 2)
    check(lines_of_a_string, 5000)
    check(undefined_names, 5000, 5)
    check(undefined_names_of_a_module, 2500)
    check(assigned_names, 25000)
    check(assigned_in_branches, 2500)
    check(assigned_in_a_loop, 2500)
    check(assigned_in_try, 2500)
    check(names_of_a_function, 5000)
    check(lost_assignments, 2500)
    check(lines_of_literals, 5000)
    check(macros, 2500)
    check(blocks_of_a_function, 250)


main()
