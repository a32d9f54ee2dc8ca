# source.py - The Python source that the runtime compiles.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import _ast

from .flags import KEYWORDS
from .layout import BLANKS, Layout, decoded
from .names import COMPREHENSIONS, is_part, sees_all, walk
from .syntax import ONLY_AST

SCOPES = COMPREHENSIONS + (_ast.Lambda,)


class Places:
    """A Places says where the text lies in the C file.  POSITIONS are tuples
    (line, column, C line, C column).  Without any, the text is taken to be
    the file."""

    def __init__(self, positions):
        self.positions = sorted(positions) or [(1, 0, 1, 0)]
        if self.positions[0][:2] > (1, 0):
            self.positions.insert(0, (1, 0) + self.positions[0][2:])

    def behind(self, line, column):
        """Return the index of the first entry of the table behind a position
        of the text."""
        low, high = 0, len(self.positions)
        while low < high:
            middle = (low + high) // 2
            if self.positions[middle][:2] > (line, column):
                high = middle
            else:
                low = middle + 1
        return low

    def find(self, line, column):
        """Return the position in the C file of a position of the text."""
        at = self.positions[max(self.behind(line, column) - 1, 0)]
        if line == at[0]:
            return at[2], at[3] + column - at[1]
        return at[2] + line - at[0], column

    def inside(self, line, column):
        """Yield the entries of the table for LINE behind COLUMN."""
        for i in range(self.behind(line, column), len(self.positions)):
            if self.positions[i][0] != line:
                break
            yield self.positions[i]


class Composer:
    """A Composer collects lines of source, each with the place in the text of
    its first character that is not a blank."""

    def __init__(self, layout, places):
        self.layout = layout
        self.places = places
        self.out = []
        self.origin = []        # (text line, its column, column) or None

    def add(self, string, origin=None):
        """Add the line STRING, which comes from ORIGIN."""
        self.out.append(string)
        self.origin.append(origin)

    def body(self, header, first, strip, prefix):
        """Add HEADER, if it is not empty, and then the text.  A statement on
        the line of the opening quote is indented by FIRST.  From the others
        STRIP is taken away, and PREFIX is put in front of them."""
        layout = self.layout
        starts = {x[0]: x[1] for x in layout.starts}
        for index, line in enumerate(layout.lines):
            if index in starts:
                old = starts[index]
                new = prefix + old[len(strip):]
                if index == 0 and layout.quoted:
                    new = first
                    if header:
                        self.add(header)
                self.add(new + line[len(old):],
                         (index + 1, len(old), len(new)))
            elif index == 0:
                self.add(header + line if line.strip(BLANKS) else header)
            else:
                self.add(line, (index + 1, 0, 0))

    def tail(self, indent, statement):
        """Add STATEMENT as the last line, on the text's last line if that
        is blank."""
        if self.layout.blank_end and len(self.layout.lines) > 1:
            self.out.pop()
            self.origin.pop()
        self.add(indent + statement)

    def return_at_once(self, equals):
        """Change the only statement, an assignment whose `=' is EQUALS
        characters behind its start, to `return' of its value, which stays
        at its column.  Return False if there is not enough room."""
        number = self.layout.starts[0][0] + 1
        at = next(i for i, x in enumerate(self.origin) if x and x[0] == number)
        end = self.origin[at][2] + equals + 1
        value = self.out[at][end:]
        word = 'return' if value[:1] in BLANKS + '(' else 'return '
        if end <= len(word):
            return False
        self.out[at] = ' ' * (end - len(word)) + word + value
        return True

    def table(self, source_line):
        """Return the positions of the source if they do not follow from
        SOURCE_LINE, else []."""
        line_0 = self.places.find(1, 0)[0]
        implicit = [(1, 0, source_line, 0)]
        exact = [(1, 0, line_0, 0)]
        matches = source_line > 0
        for number, origin in enumerate(self.origin, 1):
            if origin is None:
                if number > 1 and number == len(self.origin):
                    # It is the `return' or `pass' at the end.
                    line = self.places.find(*self.layout.end())[0]
                    if exact[-1][2] - exact[-1][0] + number < line:
                        exact.append((number, 0, line, 0))
                continue
            line, column, new = origin
            entries = [(number, new) + self.places.find(line, column)]
            entries += [(number, x[1] - column + new) + x[2:]
                        for x in self.places.inside(line, column)]
            for entry in entries:
                matches &= follows(implicit[-1], entry)
                if exact[-1][:2] == entry[:2]:
                    exact[-1] = entry
                elif not follows(exact[-1], entry):
                    exact.append(entry)
        return [] if matches else exact


def follows(last, entry):
    """Return whether the position ENTRY follows from LAST."""
    line, column, c_line, c_column = entry
    if line == last[0]:
        return (c_line, c_column) == (last[2], last[3] + column - last[1])
    return (c_line, c_column) == (last[2] + line - last[0], column)


def finish(composer, above):
    """Return the source that COMPOSER has, the C line of its first line, and
    the table of positions.  ABOVE says that the header stands on the line
    above the text."""
    line = composer.places.find(1, 0)[0] - above
    table = composer.table(line)
    source = '\n'.join(composer.out)
    if not source.endswith('\n'):
        source += '\n'
    return source, max(line, 1), table


def under_header(layout, places, header, ending, equals=None):
    """Compose HEADER, the text of LAYOUT as its suite, and the statement
    ENDING, which may be empty.  If EQUALS is not None, the text is only an
    assignment to what ENDING returns, and only_assignment has returned EQUALS
    for it; then ENDING may not be needed.  Return what `finish' does."""
    composer = Composer(layout, places)
    base, prefix = layout.base, ''
    if not layout.starts:
        base, ending = '  ', ending or 'pass'
    elif layout.quoted and layout.alone:
        # At the column that it has in the C file.
        base = ' ' * places.find(1, len(layout.starts[0][1]))[1] or '  '
    elif not base:
        base = prefix = '  '
    composer.body(header, base, '', prefix)
    if ending and not (equals and composer.return_at_once(equals)):
        composer.tail(base, ending)
    return finish(composer, layout.quoted)


def only_assignment(layout, places, name):
    """If the text of LAYOUT is only NAME = VALUE, and nothing can tell whether
    the name is bound afterwards, return how far behind the start of the
    statement the `=' is.  Else return None."""
    if not layout.alone or not name.isascii():
        return None
    index, indent = layout.starts[0][:2]
    rest = layout.lines[index][len(indent):]
    blanks = rest[len(name):].lstrip(BLANKS)
    if (not rest.startswith(name) or not blanks.startswith('=')
            or list(places.inside(index + 1, len(indent)))):
        return None
    try:
        body = getattr(compile(layout.wrapped()[0], '<objmode>', 'exec',
                               ONLY_AST, True), 'body')
    except SyntaxError:
        return None
    if layout.base:
        body = body[0].body
    if (len(body) != 1 or not isinstance(body[0], _ast.Assign)
            or len(body[0].targets) != 1
            or getattr(body[0].targets[0], 'id', None) != name):
        return None
    if sees_all(walk(*body)):
        return None
    for node in walk(body[0].value):
        # A nested function or class would keep the variable itself.
        if isinstance(node, SCOPES) and any(getattr(x, 'id', None) == name
                                            for x in walk(node)):
            return None
    return len(rest) - len(blanks)


def function(data, positions, name, names, returns, leaves):
    """Return the source of a function NAME whose parameters are NAMES, whose
    body is the text DATA of a block, and that returns the variables RETURNS.
    LEAVES says that the text can leave the block; then the last statement
    returns a tuple even if there are no variables.  An underscore replaces
    each character of NAME that C allows and Python does not, as the dollar
    sign."""
    layout = Layout(decoded(data)[0])
    name = ''.join(c if is_part(c) else '_' for c in name)
    if name in KEYWORDS:
        name += '_'
    places = Places(positions)
    ending, equals = '', None
    if len(returns) == 1:
        ending = 'return ' + returns[0]
        if not leaves:
            equals = only_assignment(layout, places, returns[0])
    elif returns or leaves:
        ending = 'return (' + ', '.join(returns) + ')'
    header = 'def ' + name + '(' + ', '.join(names) + '):'
    return under_header(layout, places, header, ending, equals)


def has_future(layout):
    """Return whether a statement of the module text is `from __future__
    import', which must not be in a suite."""
    return any(layout.lines[start[0]].split()[:2] == ['from', '__future__']
               for start in layout.starts)


def module(data, positions):
    """Return the source of the module text DATA, which lies at POSITIONS."""
    layout = Layout(decoded(data)[0])
    places = Places(positions)
    composer = Composer(layout, places)
    if has_future(layout):
        composer.body('', '', layout.base, '')
    elif layout.base or layout.quoted and layout.alone:
        return under_header(layout, places, 'if 1:', '')
    else:
        composer.body('', '', '', '')
    return finish(composer, 0)
