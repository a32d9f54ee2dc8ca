#! /usr/bin/env python3
# check-headings.py - Headers say truly which file defines what.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-headings.py --build BUILD [TOP]		print what is wrong in the
#						source tree TOP, built in BUILD
#
# A comment that is the name of a file, as "/* careful.c */", on a line of its
# own in a header says that the file defines the functions and variables that
# are declared below, up to the next such comment; "/* a.c, conv-*.c */" stands
# for several files.  They are in the directory of the header.  What they define is
# seen from the symbol tables of their objects.

import argparse
import fnmatch
import pathlib
import re
import subprocess
import sys

HEADING = re.compile(r'^/\* ((?:[\w*-]+\.cc?\b(?:, )?)+)(?:\W.*)?\*/$')
DECLARATION = re.compile(r'^extern\b(?!\s*")([^;{]*);', re.M)


def newest(directories):
    """Return the last of DIRECTORIES that is one, in a list, or []."""
    return [x for x in sorted(directories) if x.is_dir()][-1:]


def object_directories(build):
    """Return where the objects of a directory of sources are in BUILD: pairs
    of the directory of sources and that of objects."""
    found = [('runtime', build / 'runtime' / '.libs')]
    found += [('plugin', x) for x in newest(build.glob('plugin/gcc[0-9]*'))]
    found += [('runtime/core', x)
              for x in newest(build.glob('runtime/core-*'))]
    return found


def definitions(build):
    """Return what the objects in BUILD define: { source without its suffix:
    set of names }."""
    sources = {}
    for directory, objects in object_directories(build):
        for obj in objects.rglob('*.o'):
            relative = obj.relative_to(objects).with_suffix('')
            sources[str(obj)] = f'{directory}/{relative}'
    output = subprocess.run(
        ['nm', '-A', '-P', '-g', '-C', '--defined-only', *sources],
        check=True, text=True, stdout=subprocess.PIPE).stdout
    found = {x: set() for x in sources.values()}
    for line in output.splitlines():
        obj, _, rest = line.partition(': ')
        found[sources[obj]].add(re.match(r'[\w:~]*', rest).group())
    return found


def declared(text):
    """Return the names that the declaration TEXT, without `extern' and the
    semicolon, declares."""
    text = re.sub(r'/\*.*?\*/', ' ', text, flags=re.S)
    text = re.sub(r'__attribute__\s*\(\(.*?\)\)', ' ', text, flags=re.S)
    pointer = re.search(r'\(\*\s*(?:const\s+)?(\w+)', text)
    function = re.search(r'(\w+)\s*\(', text)
    if pointer and (not function or pointer.start() <= function.start(1)):
        return [pointer.group(1)]
    if function:
        return [function.group(1)]
    text = re.sub(r'\[[^\]]*\]', ' ', text)
    return [re.findall(r'\w+', x)[-1] for x in text.split(',')]


def check(path, top, defined):
    """Yield what is wrong in the header PATH of the source tree TOP.  DEFINED
    is what the objects define."""
    directory = path.parent.relative_to(top)
    files, text = [], path.read_text()
    at = 0
    for match in re.finditer(r'^.*\n', text, re.M):
        line = match.group().rstrip('\n')
        name = HEADING.match(line)
        if name:
            files = name.group(1).split(', ')
            for file in files:
                if not any(path.parent.glob(file)):
                    yield (f'{path.relative_to(top)}: there is no {file} in'
                           ' its directory')
        declaration = DECLARATION.match(text, match.start())
        if not files or not declaration or match.start() < at:
            continue
        at = declaration.end()
        sources = [f'{directory}/{x.rsplit(".")[0]}' for x in files]
        names = set().union(*(found for file, found in defined.items()
                              if any(fnmatch.fnmatchcase(file, x)
                                     for x in sources)))
        for name in declared(declaration.group(1)):
            if name not in names:
                yield (f'{path.relative_to(top)}: {", ".join(files)} does not'
                       f' define {name}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--build', required=True)
    parser.add_argument('top', nargs='?', default='.')
    arguments = parser.parse_args()
    top = pathlib.Path(arguments.top)
    defined = definitions(pathlib.Path(arguments.build))
    wrong = [x for directory in ('plugin', 'runtime')
             for path in sorted((top / directory).rglob('*.h'))
             for x in check(path, top, defined)]
    print(''.join(f'{x}\n' for x in wrong), end='')
    return bool(wrong)


sys.exit(main())
