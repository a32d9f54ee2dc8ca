#! /usr/bin/env python3
# check-python.py - The Python files of the tree can be compiled.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-python.py [TOP]		print what is wrong in the source tree TOP
#
# Each .py file is compiled, and where mypy is installed it checks the types
# of the package plugin/text/analyse, so that its modules must find each
# other's names by their imports alone.

import pathlib
import shutil
import subprocess
import sys

DIRECTORIES = ('plugin', 'runtime', 'build-aux', 'bench', 'testsuite', 'doc',
               'examples')


def main():
    top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '.')
    for directory in DIRECTORIES:
        for path in sorted((top / directory).rglob('*.py')):
            try:
                compile(path.read_bytes(), str(path), 'exec',
                        dont_inherit=True)
            except (SyntaxError, ValueError) as error:
                print(f'{path.relative_to(top)}: {error}')
    if not shutil.which('mypy'):
        print('note: mypy is not installed, types are not checked')
        return
    result = subprocess.run(
        ['mypy', '--no-error-summary', '--cache-dir=/dev/null',
         '--check-untyped-defs', 'analyse'], cwd=top / 'plugin' / 'text',
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for line in result.stdout.splitlines():
        print(f'plugin/text/{line}')


main()
