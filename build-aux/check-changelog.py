#! /usr/bin/env python3
# check-changelog.py - Each commit's message is its entry in ChangeLog.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-changelog.py [TOP [BASE]]	print what is wrong in the history of
#					the git checkout TOP after BASE
#
# A commit adds one entry to ChangeLog: the line with the date and the author,
# then its message, indented by a tab, with a full stop behind the title.
# White space is not compared.  No commit changes ChangeLog alone.  Outside of
# a checkout, or if it does not reach back to BASE, there is nothing to check.

import collections
import re
import subprocess
import sys

# The last commit before this was a rule.
BASE = '2333d4682a7051288aff7927292ec14f673776e0'


def git(top, *arguments):
    """Return what git prints in TOP, or None if it fails."""
    try:
        return subprocess.run(['git', '-C', top, *arguments], check=True,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        return None


def entries(top, commit):
    """Return the entries of ChangeLog in COMMIT, without dates and white
    space, and how often each is there."""
    text = git(top, 'show', f'{commit}:ChangeLog') or ''
    parts = re.split(r'^\d{4}-\d\d-\d\d  .*$', text, flags=re.M)
    return collections.Counter(''.join(x.split()) for x in parts if x.strip())


def expected(message):
    """Return the entry for MESSAGE, without white space."""
    title, _, rest = message.strip().partition('\n')
    return ''.join((title.rstrip('.') + '.' + rest).split())


def check(top, commit, before, after):
    """Yield what is wrong with COMMIT, BEFORE and AFTER which the entries
    are these."""
    message = git(top, 'log', '-1', '--format=%B', commit)
    name = f'{commit[:12]} ({message.splitlines()[0]})'
    files = git(top, 'diff-tree', '--no-commit-id', '--name-only', '-r',
                commit).split()
    if files == ['ChangeLog']:
        yield f'{name}: changes nothing but ChangeLog'
    added, removed = after - before, before - after
    if removed:
        yield f'{name}: changes an entry of another commit'
    if sum(added.values()) != 1:
        yield f'{name}: adds {sum(added.values())} entries to ChangeLog, not 1'
    elif expected(message) not in added:
        yield f'{name}: its message is not its entry in ChangeLog'


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else '.'
    base = sys.argv[2] if len(sys.argv) > 2 else BASE
    top_level = git(top, 'rev-parse', '--show-prefix')
    if top_level is None or top_level.strip():
        print('note: ChangeLog is not compared with commits: not a checkout')
        return
    commits = git(top, 'rev-list', '--reverse', '--parents', f'{base}..HEAD')
    if commits is None or git(top, 'merge-base', '--is-ancestor', base,
                              'HEAD') is None:
        print('note: ChangeLog is not compared with commits: the history does'
              f' not reach back to {base[:12]}')
        return
    known = {}
    for line in commits.splitlines():
        commit, *parents = line.split()
        if len(parents) != 1:
            continue
        for x in parents[0], commit:
            if x not in known:
                known[x] = entries(top, x)
        for fault in check(top, commit, known[parents[0]], known[commit]):
            print(fault)


main()
