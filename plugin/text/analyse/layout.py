# layout.py - How a text lies on its lines: bytes, strings, indentation.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys

BLANKS = ' \t\f'
NESTED_QUOTES = sys.version_info >= (3, 12)


def decoded(data):
    """Return the bytes DATA as a str, and None.  If they are not UTF-8, return
    a str with one character for each byte, and the index of the first wrong
    byte.  An error handler would need the module `encodings'."""
    try:
        return data.decode(), None
    except Exception:
        pass
    i = 0
    while i < len(data):
        for size in range(1, 5):
            try:
                data[i:i + size].decode()
                break
            except Exception:
                pass
        else:
            break
        i += size
    return data.decode('latin-1'), i


def string_end(text, i, formatted):
    """Return the index behind the string literal whose quote is TEXT[I].
    FORMATTED says that it is an f-string."""
    quote = text[i]
    if text.startswith(quote * 3, i):
        quote *= 3
    i += len(quote)
    n = len(text)
    while i < n:
        c = text[i]
        if text.startswith(quote, i):
            return i + len(quote)
        if c == '\\':
            i += 2
        elif c == '\n' and len(quote) == 1:
            return i
        elif c == '{' and formatted and NESTED_QUOTES:
            i = i + 2 if text.startswith('{{', i) else field_end(text, i)
        else:
            i += 1
    return n


def field_end(text, i):
    """Return the index behind the replacement field at TEXT[I]."""
    depth = 0
    while i < len(text):
        c = text[i]
        if c in '"\'':
            i = string_end(text, i, text[i - 1] in 'fF')
            continue
        i += 1
        if c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
            if depth <= 0:
                break
    return i


def scan(text):
    """Return the logical lines of TEXT, each as [number of the line from 0,
    indentation, whether it opens a suite].  Return also whether the last
    physical line is blank and not part of a logical line."""
    starts: list[list] = []
    i = line = begin = depth = 0
    n = len(text)
    fresh = True
    last = ''
    while i < n:
        c = text[i]
        if c == '\n':
            line += 1
            i = begin = i + 1
            if not depth and not fresh:
                starts[-1][2] = last == ':'
                fresh = True
                if not last:
                    starts.pop()
            continue
        if c in BLANKS:
            i += 1
            continue
        if c == '#':
            i = text.find('\n', i)
            if i < 0:
                break
            continue
        if fresh:
            fresh = False
            starts.append([line, text[begin:i], False])
            last = ''           # No more than continuations so far.
        if not text.startswith('\\\n', i):
            last = c
        begin = i
        while i < n and (text[i].isalnum() or text[i] == '_'):
            i += 1
        c = text[i:i + 1]
        if c and c in '"\'' and i - begin <= 2:
            end = string_end(text, i, 'f' in text[begin:i].lower())
            line += text.count('\n', i, end)
            i = end
        elif i > begin:
            continue
        elif c == '\\' and text.startswith('\n', i + 1):
            line += 1
            i += 2
        else:
            depth += (c in '([{') - (c in ')]}' and depth > 0)
            i += 1
    if not fresh and not last:
        starts.pop()
    return starts, fresh and not text[begin:].strip(BLANKS)


def literals(text):
    """Yield where the literals of TEXT of which CPython can complain begin and
    end: strings with a backslash, and numbers that letters follow."""
    i = 0
    n = len(text)
    while i < n:
        begin = i
        while i < n and (text[i].isalnum() or text[i] == '_'):
            i += 1
        c = text[i:i + 1]
        if c and c in '"\'':
            word = text[begin:i].lower()
            if word.strip('bfrtu'):
                begin, word = i, ''
            i = string_end(text, i, 'f' in word)
            if '\\' in text[begin:i]:
                yield begin, i
        elif i > begin:
            if text[begin].isdigit() and not text[begin:i].isdigit():
                yield begin, i
        elif c == '#':
            i = text.find('\n', i)
            if i < 0:
                break
        else:
            i += 1


class Layout:
    """A Layout says how TEXT lies on its lines.  BASE is the indentation of
    its statements.  QUOTED says that the first statement is on the line of
    the opening quote, and ALONE that it is the only one."""

    def __init__(self, text):
        self.text = text = text.replace('\r\n', '\n').replace('\r', '\n')
        self.lines = text.split('\n')
        self.starts, self.blank_end = scan(text)
        self.quoted = bool(self.starts) and self.starts[0][0] == 0
        self.alone = len(self.starts) == 1
        if not self.quoted:
            self.base = self.starts[0][1] if self.starts else ''
        elif self.alone:
            self.base = ''
        else:
            self.base = self.quoted_base()

    def quoted_base(self):
        """Return the indentation of the statement behind the opening quote.
        It is that of the next statement, or if the first one opens a suite,
        of the next one that is not in the suite.  If all are in the suite,
        any smaller indentation will do."""
        follow = self.starts[1][1]
        if not self.starts[0][2]:
            return follow
        least = min((x[1] for x in self.starts[1:]),
                    key=lambda x: len(x.expandtabs()))
        if len(least.expandtabs()) < len(follow.expandtabs()):
            return least
        return follow[:-1]

    def wrapped(self):
        """Return the text in a form that CPython parses, the number of lines
        in front of it, and by how much a column of line 1 is too small."""
        if not self.quoted:
            if not self.base:
                return self.text, 0, 0
            # The first line holds a comment at most.
            return 'def _():' + self.text[len(self.lines[0]):], 0, 0
        first = self.lines[0].lstrip(BLANKS)
        shift = len(self.lines[0]) - len(first) - len(self.base)
        source = '\n'.join([self.base + first] + self.lines[1:])
        if not self.base:
            return source, 0, shift
        return 'def _():\n' + source, 1, shift

    def end(self):
        """Return the position of the last character that is not a blank."""
        stripped = self.text.rstrip()
        line = stripped.count('\n')
        return line + 1, len(stripped[stripped.rfind('\n') + 1:].encode())
