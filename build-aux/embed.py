# embed.py - Write a header with a Python program, compiled.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python embed.py NAME FILE...
#	 python embed.py --package NAME FILE...
#
# The files, one behind the other, are one program.  The header has it as
# NAME_code, compiled by the Python that runs this: to compile it at each
# start would take most of the time of the start.
#
# With --package the files are the modules of the package NAME, each behind
# those that it imports, so `__init__.py' is the last.  The header has the
# table NAME_modules of struct embedded_module: the name and the code of each
# and its text, for where a Python of another version than NAME_version may
# meet it.  A file MODULE.pyi stands for a module that is made of the .def
# files beside it: each NAME (..., VALUE) is a constant, and the words of
# OBJMODE_KEYWORD are the set KEYWORDS.

import marshal
import pathlib
import re
import sys


def read(file):
    """Return what FILE holds."""
    with open(file, encoding='utf-8') as stream:
        return stream.read()


def compiled(source, name):
    """Return the byte code of SOURCE, which is called NAME, without
    docstrings, which nobody asks for."""
    return marshal.dumps(compile(source, name, 'exec', 0, True, 2))


def print_text(name, source):
    """Print SOURCE as the string NAME_text."""
    print(f'static const char {name}_text[] =')
    for line in source.splitlines():
        line = line.replace('\\', '\\\\').replace('"', '\\"')
        print(f'  "{line}\\n"')
    print(';\n')


def print_code(name, data):
    """Print the bytes DATA as the array NAME_code."""
    print(f'static const unsigned char {name}_code[] = {{')
    for at in range(0, len(data), 16):
        print('  ' + ', '.join(str(x) for x in data[at:at + 16]) + ',')
    print('};\n')


def print_head(name):
    """Print the beginning of the header for the program NAME."""
    print('/* Made by embed.py.  */\n')
    print(f'enum {{ {name}_version = 0x{sys.hexversion >> 16:x} }};\n')


def program(name, *files):
    """Print the header for the program NAME in FILES."""
    print_head(name)
    print_code(name, compiled(''.join(read(x) for x in files), '<objmode>'))


def made(stub, directory):
    """Return the source of the module that the file STUB declares, made of
    the .def files in DIRECTORY.  Both must have the same names."""
    values, keywords = {}, []
    for file in sorted(directory.glob('*.def')):
        text = read(file)
        values.update(re.findall(r'^OBJMODE_(?:NAME|TEXT)_FLAG'
                                 r' \((\w+), (\w+)\)', text, re.M))
        keywords += re.findall(r'^OBJMODE_KEYWORD \((\w+)\)', text, re.M)
    values['KEYWORDS'] = f'frozenset({keywords})'
    declared = re.findall(r'^(\w+):', read(stub), re.M)
    if sorted(declared) != sorted(values):
        sys.exit(f'{stub}: differs from the .def files: '
                 + ' '.join(sorted(set(declared) ^ set(values))))
    return ''.join(f'{x} = {y}\n' for x, y in values.items())


def package(name, *files):
    """Print the header for the package NAME whose modules are FILES."""
    print_head(name)
    rows = []
    for file in map(pathlib.Path, files):
        if file.suffix == '.pyi':
            source = made(file, file.parent.parent)
        else:
            source = read(file)
        module = f'{name}.{file.stem}'.removesuffix('.__init__')
        symbol = module.replace('.', '_')
        print_text(symbol, source)
        print_code(symbol, compiled(source, f'{name}/{file.name}'))
        rows.append(f'  {{ "{module}", {symbol}_text, {symbol}_code,'
                    f' sizeof {symbol}_code }},')
    print(f'static const struct embedded_module {name}_modules[] = {{')
    print('\n'.join(rows))
    print('};')


arguments = sys.argv[1:]
if arguments[0] == '--package':
    package(*arguments[1:])
else:
    program(*arguments)
