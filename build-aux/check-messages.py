#! /usr/bin/env python3
# check-messages.py - Each message of the plugin is expected by a test.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-messages.py [TOP [MESSAGE]]	print what is wrong in the source tree
#
# A message, or a reason that is put into one, is a string in a call of what
# CALLS names, or a #define of one.  It is tested if a dg-error, dg-warning,
# dg-note or dg-sorry has all its words, in order; where a %-directive
# stands, anything may.  A message with a place must be tested with its
# column too: "COLUMN: text".  The unit tests of type strings and the tests of
# broken installations expect strings, which have no column.  MESSAGE is one
# more message, to see that it is missed.

import pathlib
import re
import sys

# The functions that give a diagnostic at a place; those that give one
# without; and what marks or takes a part of one.
PLACED = {'error_at', 'warning_at', 'inform', 'G_',
          'OBJMODE_MARKER_MESSAGE'}
UNPLACED = {'error'}
PARTS = {'_', 'fail', 'fail_here'}

# No test can have these: the reason why.
UNTESTED = {
    '%<objmode%> cannot compile Python text: %s':
        'only without memory: the text has been compiled before',
    'invalid exit from OpenMP structured block':
        'said where GCC sets IN_OMP_BLOCK, which GCC 11 to 16 do in no'
        ' statement that a block may be in',
    'the objmode plugin was built for GCC %s, but this is GCC %s':
        'whether another GCC loads it at all is chance: broken.exp takes'
        ' what either says',
}
# These are expected without a column, by a driver if nothing else is said.
DRIVEN = {
    '%<objmode%> cannot analyse Python text: %s':
        'a broken installation: broken.exp',
    '%qs belongs to another version of objmode':
        'a broken installation: broken.exp',
    'cannot write the dump %qs: %m': 'the end of the unit: dump.exp',
    'the dump %qs is a file of the compilation itself':
        'the end of the unit: dump.exp',
    'unknown argument %<-fplugin-arg-objmode-%s=%s%>': 'driver.exp',
    'write %<#undef __attribute__%> after the last use of this macro':
        'libcpp keeps only the line of a definition: attribute-is-macro.c',
    'unknown argument %<-fplugin-arg-objmode-%s%>': 'driver.exp',
}

STRING = r'"(?:[^"\\\n]|\\.)*"'
PIECES = re.compile(STRING + r'(?:\s*(?:\\\n)?\s*' + STRING + ')*')
DIRECTIVE = re.compile(r'\{ dg-(?:error|warning|note|sorry)\s+'
                       r'"((?:[^"\\]|\\.)*)"')


def strings(text):
    """Yield the string literals of TEXT, adjacent ones joined, and the text
    before each."""
    text = re.sub(r'/\*.*?\*/', ' ', text, flags=re.S)
    for match in PIECES.finditer(text):
        pieces = re.findall(STRING, match.group())
        yield ''.join(x[1:-1] for x in pieces), text[:match.start()]


def called(before):
    """Return the name of the call whose arguments TEXT, what is before a
    string, ends in, or '#define' or ''."""
    if re.search(r'#define\s+\w+\s*(\\\n\s*)?$', before):
        return '#define'
    depth = 0
    for i in range(len(before) - 1, max(len(before) - 800, 0), -1):
        if before[i] == ')':
            depth += 1
        elif before[i] == '(' and depth:
            depth -= 1
        elif before[i] == '(':
            name = re.search(r'(\w+)\s*$', before[:i])
            return name.group(1) if name else ''
        elif before[i] in '{};' and not depth:
            break
    return ''


def words(text):
    """Return the words of TEXT, of at least two letters, with blanks."""
    text = re.sub(r'\\[nt]', ' ', text)
    return ' ' + ' '.join(re.findall(r'\w\w+', text)) + ' '


def pattern(message):
    """Return a pattern for the words of MESSAGE, or None if it has none."""
    message = re.sub(r'%[<>]', ' ', message)
    parts = re.split(r'%[+q]*[-0-9.*]*l*[a-zA-Z]', message)
    parts = [words(part).strip() for part in parts]
    parts = [re.escape(part) for part in parts if part]
    return re.compile(r'\b' + r'\b.*?\b'.join(parts) + r'\b') if parts else None


def messages(top):
    """Return the messages of TOP: { message: (where, it has a place) }."""
    found = {}
    plugin = top / 'plugin'
    for path in sorted([*plugin.rglob('*.cc'), plugin / 'text/typestring.c',
                        plugin / 'text/marker-messages.def']):
        for message, before in strings(path.read_text()):
            call = called(before)
            if (call in PLACED | UNPLACED | PARTS
                    or call == '#define' and '%<' in message):
                found.setdefault(message, (path.name, call in PLACED))
    for path in sorted(plugin.rglob('*.py')):
        for match in re.finditer(r"report\('e',((?:\s*\"[^\"\n]*\")+)",
                                 path.read_text()):
            text = ''.join(re.findall(r'"([^"\n]*)"', match.group(1)))
            found.setdefault(text, (path.name, True))
    return found


def expectations(top):
    """Return what the tests of TOP expect: pairs of words and whether there
    is a column."""
    found = []
    for path in (top / 'testsuite').rglob('*'):
        if path.suffix not in ('.c', '.h', '.exp', '.C') or not path.is_file():
            continue
        text = path.read_text(errors='replace')
        for match in DIRECTIVE.finditer(text):
            found.append((words(match.group(1)),
                          bool(re.match(r'\d+: ', match.group(1)))))
        if path.suffix == '.exp':
            found += [(words(line), False) for line in text.splitlines()]
        elif path.name in ('typestring.c', 'pysource-errors.h'):
            found += [(words(s), True) for s, _ in strings(text)]
    return found


def main():
    top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '.')
    found = messages(top)
    if len(sys.argv) > 2:
        found[sys.argv[2]] = ('MESSAGE', True)
    expected = expectations(top)
    for message in sorted(set(UNTESTED) | set(DRIVEN)):
        if message not in found:
            print(f'check-messages.py: no such message: {message}')
    for message, (where, placed) in sorted(found.items()):
        wanted = pattern(message)
        if not wanted:
            continue
        columns = [column for text, column in expected if wanted.search(text)]
        if message in UNTESTED:
            if columns:
                print(f'check-messages.py: has a test: {message}')
        elif not columns:
            print(f'{where}: no test expects: {message}')
        elif placed and message not in DRIVEN and not any(columns):
            print(f'{where}: no test expects the column of: {message}')


main()
