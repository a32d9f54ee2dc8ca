# dump.py - The text of a block in the dump for Python's checkers.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import _ast

from .layout import BLANKS, Layout, decoded, string_end
from .names import FUNCTIONS, children
from .source import Composer, Places
from .syntax import Text


def unclosed(text):
    """Return the numbers, from 0, of the lines of TEXT at whose end a string
    or a continuation is open.  No comment may stand there."""
    found = set()
    i = line = 0
    while i < len(text):
        c = text[i]
        if c == '\n':
            line += 1
        elif c == '#':
            i = text.find('\n', i)
            if i < 0:
                break
            continue
        elif c == '\\':
            found.add(line)
        elif c in '"\'':
            begin = i
            while begin and text[begin - 1].isalnum():
                begin -= 1
            end = string_end(text, i, 'f' in text[begin:i].lower())
            count = text.count('\n', i, end)
            found.update(range(line, line + count))
            line += count
            i = end
            continue
        i += 1
    return found


def without_future(text):
    """Return what the module text TEXT says, with `pass' in place of each
    `from __future__ import', which may only stand at the beginning of a
    file."""
    lines = [x.encode() for x in text.layout.lines]
    for node in text.body:
        if (isinstance(node, _ast.ImportFrom) and not node.level
                and node.module == '__future__'):
            line, column, end_line, end_column = text.span(node)
            rest = lines[end_line - 1][end_column:]
            lines[line - 1] = lines[line - 1][:column] + b'pass'
            for between in range(line, end_line):
                lines[between] = b''
            lines[end_line - 1] += rest
    return b'\n'.join(lines).decode()


def redeclared(body):
    """Return the names that the statements BODY, or statements in them,
    define in a way that forbids another declaration in front of them."""
    found = set()
    for node in body:
        if isinstance(node, FUNCTIONS + (_ast.ClassDef,)):
            found.add(node.name)
            continue
        if isinstance(node, _ast.AnnAssign):
            found.add(getattr(node.target, 'id', ''))
        elif isinstance(node, (_ast.Import, _ast.ImportFrom)):
            found.update((x.asname or x.name).split('.')[0]
                         for x in node.names)
        found |= redeclared(children(node))
    return found


def listing(data, positions, file, indent, declarations, module):
    """Return the lines of the dump for the text DATA of a block, or of a
    module block if MODULE.  POSITIONS say where the text lies in the C file
    FILE.  Each statement is indented by INDENT and has a comment that says
    where it stands there.  The DECLARATIONS, "NAME: TYPE", come first."""
    text = Text(decoded(data)[0], module)
    text.parse()
    layout = Layout(without_future(text)) if module else text.layout
    composer = Composer(layout, Places(positions))
    composer.body('', indent, layout.base, indent)
    open_ends = unclosed(layout.text)
    taken = redeclared(text.body)
    out = [indent + x for x in declarations if x.split(':')[0] not in taken]
    if not module and not layout.starts:
        out.append(indent + 'pass')
    begin = len(out)
    for line, origin in zip(composer.out, composer.origin):
        if origin is not None and origin[0] - 1 not in open_ends:
            stripped = line.rstrip(BLANKS)
            column = len(layout.lines[origin[0] - 1].encode())
            column -= len(line[origin[2]:].lstrip(BLANKS).encode())
            if stripped:
                c_line = composer.places.find(origin[0], max(column, 0))[0]
                line = stripped + '  # ' + file + ':' + str(c_line)
            else:
                line = ''
        if line or len(out) > begin:
            out.append(line)
    while len(out) > begin and not out[-1]:
        out.pop()
    return '\n'.join(out + [''])
