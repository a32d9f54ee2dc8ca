#! /usr/bin/env python3
# check-abi.py - The contract and its number change together.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-abi.py [--update] [TOP]
#
# The contract of generated code and the runtime is objmode-abi.h and its
# tables objmode-records.def, objmode-abi.def and objmode-kinds.def, without
# comments and blanks.  The hash of it stands in objmode-abi.h as
# OBJMODE_ABI_HASH, beside the number OBJMODE_ABI, which the hash covers.  What
# is wrong is printed, and is one of:
#
# - the hash is not that of the contract: something has been changed, and the
#   number may have to be;
# - the hash has been changed since the commit that gave the contract its
#   number, and the number has not.  Only a clone with its history tells.  A
#   number of a version that is not released yet may stay.
#
# --update writes the hash that is right into objmode-abi.h.

import hashlib
import pathlib
import re
import subprocess
import sys

HEADER = 'runtime/objmode-abi.h'
TABLES = ['runtime/objmode-records.def', 'runtime/objmode-abi.def',
          'runtime/objmode-kinds.def']
NUMBER = re.compile(r'#define OBJMODE_ABI (\d+)\n')
HASH = re.compile(r'#define OBJMODE_ABI_HASH (0x[0-9a-f]+)\n')


def contract(text):
    """Return TEXT, of one file, without comments, blanks and the hash."""
    text = re.sub(r'/\*.*?\*/', ' ', HASH.sub('', text), flags=re.S)
    return ' '.join(re.findall(r'\w+|[^\w\s]', text))


def hash_of(texts):
    """Return the hash, a C constant, of the contract in TEXTS."""
    whole = '\n'.join(contract(text) for text in texts)
    return '0x' + hashlib.sha256(whole.encode()).hexdigest()[:16]


def git(top, *arguments):
    """Return what git says in TOP, or '' if it fails."""
    done = subprocess.run(['git', '-C', top, *arguments], text=True,
                          capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else ''


def header_of_number(top, number):
    """Return objmode-abi.h as the commit had it that gave the contract NUMBER,
    or '' if there is no such commit, or if NEWS says that it is of a version
    that is not released yet: until then the contract may change."""
    commits = git(top, 'log', '--format=%H', '-G', '#define OBJMODE_ABI [0-9]',
                  '--', HEADER).split()
    if not commits or 'not released yet' in git(top, 'show',
                                                f'{commits[0]}:NEWS'):
        return ''
    text = git(top, 'show', f'{commits[0]}:{HEADER}')
    found = NUMBER.search(text)
    return text if found and found.group(1) == number else ''


def main():
    arguments = [a for a in sys.argv[1:] if a != '--update']
    top = pathlib.Path(arguments[0] if arguments else '.')
    header = (top / HEADER).read_text()
    number, old = NUMBER.search(header), HASH.search(header)
    if not number or not old:
        print(f'{HEADER}: no OBJMODE_ABI and OBJMODE_ABI_HASH')
        return 1
    new = hash_of([header, *((top / t).read_text() for t in TABLES)])
    if '--update' in sys.argv:
        header = header.replace(old.group(0),
                                f'#define OBJMODE_ABI_HASH {new}\n')
        (top / HEADER).write_text(header)
    elif old.group(1) != new:
        print(f'{HEADER}: the contract has the hash {new}, and'
              f' OBJMODE_ABI_HASH is {old.group(1)}: if generated code or the'
              ' runtime must know, add 1 to OBJMODE_ABI; then run'
              ' build-aux/check-abi.py --update')
        return 1
    before = HASH.search(header_of_number(top, number.group(1)))
    if before and before.group(1) != new:
        print(f'{HEADER}: OBJMODE_ABI_HASH has changed since OBJMODE_ABI became'
              f' {number.group(1)}: add 1 to OBJMODE_ABI, and run'
              ' build-aux/check-abi.py --update')
        return 1
    return 0


sys.exit(main())
