#! /usr/bin/env python3
# check-tests.py [TOP] - Compare the names of tests in the manuals with the
# files of the test suite.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The chapter Testing of doc/internals.texi names tests, in @file{}: those of
# objmode.host by their own name, others with their directory.  This program
# prints a line for each name that is not a file, and for each testcase whose
# name ends in a number and so does not say what it proves.  The status is 0
# if there is nothing to print.
"""Check the names of tests."""

import pathlib
import re
import sys


def missing(top: pathlib.Path) -> list[str]:
    """Return the complaints about names that the chapter Testing uses."""
    suite = top / 'testsuite'
    text = (top / 'doc' / 'internals.texi').read_text(encoding='utf-8')
    chapter = text[text.index('\n@chapter Testing\n'):]
    chapter = re.split(r'\n@(?:chapter|unnumbered) ', chapter)[1]
    names = set(re.findall(r'@file\{([\w.+-]+(?:/[\w.+-]+)*)\}', chapter))
    complaints = []
    seen = 0
    for name in sorted(names):
        tried = [suite / name, top / name, suite / 'objmode.host' / name,
                 suite / 'objmode.table' / name]
        seen += name.startswith('objmode.') and '/' in name
        if not (any(path.exists() for path in tried) or name in ELSEWHERE):
            complaints.append(f'doc/internals.texi: no test {name}')
    if seen < 20:
        complaints.append('doc/internals.texi: few tests are named')
    return complaints


# What the chapter names that is made by a build or is not a test.
ELSEWHERE = {'testsuite/long/', 'testsuite/matrix/', 'crossing.svg',
             'long', 'matrix'}


def numbered(top: pathlib.Path) -> list[str]:
    """Return the complaints about names that end in a number."""
    return [f'{path.relative_to(top)}: a number does not say what it proves'
            for path in sorted((top / 'testsuite').glob('objmode.*/*.c'))
            if re.search(r'-\d+(-aux)?\.c$', path.name)]


def main() -> int:
    """Print the complaints.  Return the exit status."""
    top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1
                       else pathlib.Path(__file__).resolve().parent.parent)
    complaints = missing(top) + numbered(top)
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == '__main__':
    sys.exit(main())
