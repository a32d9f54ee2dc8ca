# analyse-text.py - The Python source that the runtime compiles.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The third part of analyse.py: run in the same namespace.


class Places:
    """Where the text lies in the C file: POSITIONS as (line, column,
    C line, C column), sorted; none: as if the text were the file."""

    def __init__(self, positions):
        self.positions = sorted(positions) or [(1, 0, 1, 0)]
        if self.positions[0][:2] > (1, 0):
            self.positions.insert(0, (1, 0) + self.positions[0][2:])

    def find(self, line, column):
        """The C position of a position of the text."""
        at = self.positions[0]
        for entry in self.positions:
            if entry[:2] > (line, column):
                break
            at = entry
        if line == at[0]:
            return at[2], at[3] + column - at[1]
        return at[2] + line - at[0], column

    def inside(self, line, column):
        """Yield the breakpoints on LINE behind COLUMN."""
        for entry in self.positions:
            if entry[0] == line and entry[1] > column:
                yield entry


class Composer:
    """Lines of source, each with where its first character that is no
    blank stands in the text."""

    def __init__(self, layout, places):
        self.layout = layout
        self.places = places
        self.out = []
        self.origin = []        # (text line, its column, column) or None

    def add(self, string, origin=None):
        self.out.append(string)
        self.origin.append(origin)

    def body(self, header, first, strip, prefix):
        """Add the text behind HEADER, if any.  The indentation of a
        statement on the line of the opening quote becomes FIRST; of the
        others, STRIP is taken away and PREFIX put in front."""
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
                    # The `return' or `pass' at the end.
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
    """Whether the position ENTRY is what LAST already says."""
    line, column, c_line, c_column = entry
    if line == last[0]:
        return (c_line, c_column) == (last[2], last[3] + column - last[1])
    return (c_line, c_column) == (last[2] + line - last[0], column)


def finish(composer, above):
    """Return the source, the C line of its first line, and the positions.
    ABOVE: the header stands on the line above the text."""
    line = composer.places.find(1, 0)[0] - above
    table = composer.table(line)
    source = '\n'.join(composer.out)
    if not source.endswith('\n'):
        source += '\n'
    return source, max(line, 1), table


def under_header(layout, places, header, ending):
    """Compose HEADER, the text of LAYOUT as its suite, and the statement
    ENDING, which may be empty."""
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
    if ending:
        composer.tail(base, ending)
    return finish(composer, layout.quoted)


def function(data, positions, name, names, returns, leaves):
    """The source of a function NAME (NAMES) whose body is the block DATA
    and that returns RETURNS; if it LEAVES the block, says so at the end
    even if there are none."""
    layout = Layout(decoded(data)[0])
    if name in KEYWORDS:
        name += '_'
    ending = ''
    if len(returns) == 1:
        ending = 'return ' + returns[0]
    elif returns or leaves:
        ending = 'return (' + ', '.join(returns) + ')'
    header = 'def ' + name + '(' + ', '.join(names) + '):'
    return under_header(layout, Places(positions), header, ending)


def has_future(layout):
    """Whether a statement of the module text is `from __future__ import',
    which must not be in a suite."""
    return any(layout.lines[start[0]].split()[:2] == ['from', '__future__']
               for start in layout.starts)


def module(data, positions):
    """The source of the module text DATA."""
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


def is_builtin(name):
    return decoded(name)[0] in BUILTINS


def is_keyword(name):
    return decoded(name)[0] in KEYWORDS


sys.modules['warnings'] = Warnings
