# hacking.py - The commands of HACKING print what it shows.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# hacking.py TOP BUILD WORK	print "PASS: COMMAND", "FAIL: COMMAND -- WHY" and
#				"UNSUPPORTED: COMMAND" lines
#
# HACKING is that of the source tree TOP, which was built in BUILD.  The
# commands are run in the new directory WORK, which has the files of TOP, and
# BUILD as `build'.  Each must succeed, and the lines that are shown below it
# must be in what it prints, in this order.

import os
import pathlib
import re
import shutil
import subprocess
import sys

TOP, BUILD, WORK = map(pathlib.Path, sys.argv[1:])


def commands(text):
    """Yield the commands of TEXT that begin with "$ ", each with the lines
    that are shown below it."""
    command, shown = '', []
    for line in text.splitlines() + ['']:
        more = command.endswith('\\')
        if line.startswith('    $ ') or not line.startswith('    '):
            if command:
                yield command, shown
            command, shown = line[6:] if line else '', []
            if not line.startswith('    $ '):
                command = ''
        elif more:
            command = command[:-1] + line.strip()
        elif command:
            shown.append(line.strip())


def missing(shown, output):
    """Return the first of the lines SHOWN that is not in OUTPUT behind the
    one before, or None."""
    at = 0
    for line in shown:
        at = output.find(line, at)
        if at < 0:
            return line
        at += len(line)
    return None


def main():
    WORK.mkdir()
    for path in TOP.iterdir():
        if path.name not in ('build', '.git'):
            (WORK / path.name).symlink_to(path.resolve())
    (WORK / 'build').symlink_to(BUILD.resolve())
    before = ''
    for command, shown in commands((TOP / 'HACKING').read_text()):
        if ' ' not in command and '=' in command:
            before += command + '\n'
            continue
        if (re.search(r'\bgdb[, ]', command)
                and not shutil.which('gdb')):
            print(f'UNSUPPORTED: {command}')
            continue
        result = subprocess.run(
            ['bash', '-c', before + command], cwd=WORK, text=True,
            env={**os.environ, 'LC_ALL': 'C'}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        line = missing(shown, result.stdout)
        if result.returncode:
            print(f'FAIL: {command} -- status {result.returncode}:'
                  f' {result.stdout!r}')
        elif line is not None:
            print(f'FAIL: {command} -- does not print {line!r}:'
                  f' {result.stdout!r}')
        else:
            print(f'PASS: {command}')


main()
