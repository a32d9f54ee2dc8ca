# embed.py - Write a header with a Python program, compiled.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python embed.py [--text] NAME FILE...
#
# The files, one behind the other, are one program.  The header has it as
# NAME_code, compiled by the Python that runs this: to compile it at each
# start would take most of the time of the start.  With --text it is there
# as a string too, NAME_text, for where a Python of another version than
# NAME_version may meet it.

import marshal
import sys


def print_text(name, source):
    """Print SOURCE as the string NAME_text."""
    print(f'static const char {name}_text[] =')
    for line in source.splitlines():
        line = line.replace('\\', '\\\\').replace('"', '\\"')
        print(f'  "{line}\\n"')
    print(';\n')


def main(name, *files, text=False):
    """Print the header for the program NAME in FILES."""
    source = ''
    for file in files:
        with open(file, encoding='utf-8') as stream:
            source += stream.read()
    # Without docstrings, which nobody asks for.
    data = marshal.dumps(compile(source, '<objmode>', 'exec', 0, True, 2))
    print('/* Made by embed.py.  */\n')
    if text:
        print_text(name, source)
    print(f'enum {{ {name}_version = 0x{sys.hexversion >> 16:x} }};\n')
    print(f'static const unsigned char {name}_code[] = {{')
    for at in range(0, len(data), 16):
        print('  ' + ', '.join(str(x) for x in data[at:at + 16]) + ',')
    print('};')


arguments = sys.argv[1:]
if arguments[0] == '--text':
    main(*arguments[1:], text=True)
else:
    main(*arguments)
