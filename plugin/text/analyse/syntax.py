# syntax.py - A text's syntax: its tree and what CPython says of it.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Spans are (line, column, end line, end column) as struct objmode_pyspan.

import sys
import _ast

from .layout import BLANKS, Layout, literals
from .names import children

ONLY_AST = _ast.PyCF_ONLY_AST
# What C has and Python has not, and what to write.
HABITS = (
    ('++', "write 'x += 1' for 'x++'"), ('--', "write 'x -= 1' for 'x--'"),
    ('&&', "write 'and' for '&&'"), ('||', "write 'or' for '||'"),
    ('!', "write 'not x' for '!x'"), ('->', "write 'p.x' for 'p->x'"),
    ('?', "write 'x if c else y' for 'c ? x : y'"),
    ('//', "a comment begins with '#'"), ('/*', "a comment begins with '#'"),
    ('else if', "write 'elif' for 'else if'"))
C_TYPES = {'char', 'const', 'double', 'float', 'int', 'long', 'short',
           'signed', 'size_t', 'unsigned', 'void'}


class Warnings:
    """The class takes the place of the module `warnings' while CPython
    compiles.  The warning with the number WANTED is raised, since CPython
    makes a SyntaxError with an exact position from it."""
    filters = [('always', None, Warning, None, 0)]
    defaultaction = _defaultaction = 'always'
    onceregistry: dict = {}
    _filters_mutated = _filters_mutated_lock_held = lambda *_: None
    seen: list[tuple] = []
    wanted = -1

    @staticmethod
    def WarningMessage(message, category, filename, lineno, *_):
        return message, category, lineno

    @staticmethod
    def _showwarnmsg(warning):
        Warnings.seen.append(warning)
        if len(Warnings.seen) - 1 == Warnings.wanted:
            raise warning[1](str(warning[0]))


class Text:
    """A Text has a text, its tree and its diagnostics."""

    def __init__(self, text, module):
        self.module = module
        self.layout = Layout(text)
        self.source, self.above, self.shift = self.layout.wrapped()
        self.lines = self.source.split('\n')
        self.diagnostics: dict[tuple, None] = {}
        self.body = []
        self.bare = []          # Nonlocal names without a binding.

    def point(self, line, column):
        """Change a position of the source to one of the text."""
        line -= self.above
        if line == 1:
            column += self.shift
        if line < 1:
            return 1, 0
        if line > len(self.layout.lines):
            return self.layout.end()
        return line, max(column, 0)

    def span(self, node):
        """Return where NODE stands in the text."""
        return (self.point(node.lineno, node.col_offset)
                + self.point(node.end_lineno, node.end_col_offset))

    def report(self, kind, message, span):
        """Note the diagnostic MESSAGE at SPAN, of KIND 'e' or 'w', once."""
        self.diagnostics.setdefault((kind, message, span))

    def error_span(self, error, characters):
        """Return the span of the SyntaxError ERROR; see error_range for
        CHARACTERS."""
        line, column, end_line, end_column = error_range(
            error, self.source, self.lines, characters)
        if line > len(self.lines):
            return self.layout.end() * 2
        return self.point(line, column) + self.point(end_line, end_column)

    def failed(self, error, characters):
        """Report the exception ERROR that CPython's compiler raised; see
        error_range for CHARACTERS."""
        if isinstance(error, SyntaxError):
            span = self.error_span(error, characters)
            message = strip_line(error.msg)
            if message.startswith(('invalid syntax', "expected ':'")):
                message += self.habit(error)
        else:
            span = (1, 0, 1, 0)
            message = str(error) or type(error).__name__
        if not any(x[2][0] == span[0] for x in self.diagnostics
                   if x[0] == 'e'):
            self.report('e', message, span)

    def habit(self, error):
        """Return words about what is C and nearest to where the SyntaxError
        ERROR is, on its line, or in the statement of C that the line before
        it begins, or ''."""
        line = error.lineno or 1
        if line > len(self.lines):
            return ''
        at = (error.offset or 1) - 1
        found = sorted(
            (abs(place - at), words)
            for place, words in habits(without_strings(self.lines[line - 1])))
        if not found and line > 1:
            # A brace that is opened there is a dict to CPython.
            before = without_strings(self.lines[line - 2])
            found = list(statement_habits(before))
        return '; ' + found[0][1] if found else ''

    def guard(self, step, characters, locate):
        """Call STEP and report the errors and warnings of CPython.  Return
        the value of STEP, or None after an error.  LOCATE is called with the
        warnings, if there are any, and returns their spans; None stands for
        one that is not known."""
        try:
            value, seen = attempt(step)
        except Exception as error:
            self.failed(error, characters)
            return None
        if seen:
            for (message, _, lineno), span in zip(seen, locate(seen)):
                self.report('w', str(message), span or self.line_span(lineno))
        return value

    def line_span(self, line):
        """Return the span of what stands on LINE of the source."""
        here = self.lines[line - 1] if line <= len(self.lines) else ''
        return (self.point(line, len(here) - len(here.lstrip()))
                + self.point(line, len(here.encode())))

    def literal_spans(self, seen):
        """Return the spans of the warnings SEEN of the parser.  Each is about
        a literal, which is parsed alone, since the parser tells no more than
        the line."""
        wanted = {x[2] for x in seen}
        found: dict[tuple, list] = {}
        line, at = 1, 0         # Where line LINE begins in the source.
        for begin, end in literals(self.source):
            line += self.source.count('\n', at, begin)
            at = self.source.rfind('\n', 0, begin) + 1
            above, at_end = line - 1, self.source.count('\n', begin, end)
            if not any(x in wanted for x in range(line, line + at_end + 1)):
                at = begin
                continue
            column = len(self.source[at:begin].encode())
            for message, number, where in parse_literal(
                    self.source[begin:end]):
                spot = [x + y for x, y in zip(where, (above, column) * 2)]
                for i in (0, 2):
                    if where[i] > 1:
                        spot[i + 1] -= column
                found.setdefault((message, number + above), []).append(
                    self.point(*spot[:2]) + self.point(*spot[2:]))
            at = begin
        for spans in found.values():
            spans.reverse()
        return [(found.get((str(x[0]), x[2])) or [None]).pop() for x in seen]

    def node_spans(self, tree):
        """Return the spans of the warnings of the compiler about TREE.  The
        compiler tells the line of a node, so each node gets its own.  TREE is
        changed by that."""
        spans = []
        nodes = [tree]
        for node in nodes:
            nodes.extend(children(node))
            if hasattr(node, 'lineno'):
                spans.append(self.span(node))
                node.lineno = node.end_lineno = len(spans)
                node.col_offset = node.end_col_offset = 0
        return [spans[x[2] - 1]
                for x in attempt(lambda: compile_tree(tree))[1]]

    def parse(self):
        """Set BODY to the statements.  Return whether the syntax is right."""
        tree = self.guard(lambda: parse_source(self.source), True,
                          self.literal_spans)
        if tree is None:
            return False
        self.body = tree.body
        if self.layout.base:
            self.body = tree.body[0].body
            if len(tree.body) > 1:
                self.report('e', 'unindent does not match any outer '
                            'indentation level', self.span(tree.body[1]))
                return False
        return True

    def check(self):
        """Report the errors of CPython's symbol table and compiler."""
        body = self.body
        if not self.module:
            body = [as_function(body, self.bare)]
        tree = _ast.Module(body=body, type_ignores=[])
        self.guard(lambda: compile_tree(tree), False,
                   lambda _: self.node_spans(tree))


def parse_source(source):
    """Return the tree of SOURCE."""
    return compile(source, '<objmode>', 'exec', ONLY_AST, True)


def compile_tree(tree):
    """Let CPython look for the errors that its parser does not find."""
    return compile(tree, '<objmode>', 'exec', 0, True)


def attempt(step, wanted=-1):
    """Call STEP and return its value, and the list of the warnings of CPython;
    see class Warnings for WANTED."""
    Warnings.seen, Warnings.wanted = [], wanted
    return step(), Warnings.seen


def parse_literal(source):
    """Parse SOURCE, which is one literal, and yield the warnings: the message,
    its line, and its range in SOURCE."""
    try:
        attempt(lambda: parse_source(source))
    except SyntaxError:
        pass                    # The beginning of a name behind a number.
    # An f-string can have several.
    for index, (message, _, number) in enumerate(Warnings.seen[:100]):
        try:
            attempt(lambda: parse_source(source), index)
        except SyntaxError as error:
            if error.lineno == number and error.offset:
                yield str(message), number, error_range(
                    error, source, source.split('\n'), True)


def error_range(error, source, lines, characters):
    """Return the range in SOURCE, which has LINES, of the SyntaxError ERROR.
    CHARACTERS says that its columns count characters, as those of the parser
    do, and not bytes."""
    line, column = error.lineno or 1, (error.offset or 1) - 1
    end_line = error.end_lineno or line
    end_column = (error.end_offset or 0) - 1
    if error.filename == '<fstring>':
        # CPython 3.11 parsed "(EXPRESSION)" apart.
        inner = (error.text or '').strip()[1:-1]
        at = source.find('{' + inner)
        if at < 0:
            return line, 0, line, 0
        before = source[:at + 1]
        column += len(before) - before.rfind('\n') - 2
        line = end_line = before.count('\n') + 1
        end_column = -1
    if line > len(lines):
        return line, 0, line, 0
    if error.msg.startswith(('unindent', 'unexpected indent',
                             'inconsistent')):
        here = lines[line - 1]
        column = len(here) - len(here.lstrip(BLANKS))
        end_line, end_column = line, len(here.rstrip())
    if characters:
        column = len(lines[line - 1][:max(column, 0)].encode())
        if end_line <= len(lines):
            end_column = len(lines[end_line - 1][:max(end_column, 0)].encode())
    if (end_line, end_column) <= (line, column):
        end_line, end_column = line, column + 1
    return line, column, end_line, end_column


def strip_line(message):
    """Return MESSAGE without the line number, which is one of the source,
    not of the C file."""
    for words in (' (detected at line ', ' on line '):
        at = message.find(words)
        if at >= 0:
            rest = message[at + len(words):].lstrip('0123456789')
            return message[:at] + rest.lstrip(')')
    return message


def without_strings(line):
    """Return LINE with blanks for what its strings say, and without its
    comment."""
    code, quote, escaped = '', '', False
    for character in line:
        if quote:
            inside = escaped or character != quote
            escaped = character == '\\' and not escaped
            quote = quote if inside else ''
            code += ' ' if inside else character
        elif character == '#':
            break
        else:
            quote = character if character in '\'"' else ''
            code += character
    return code


def habit_here(spelling, before, after):
    """Return whether SPELLING, one of HABITS between BEFORE and AFTER on its
    line, is not Python there."""
    if spelling in ('++', '--'):
        return not after or after[0] in ';),]'
    if spelling == '!':
        return not after.startswith('=')
    if spelling == '->':
        return not before.lstrip().startswith(('def ', 'async '))
    return True


def statement_habits(code):
    """Yield (place, words) for the kind of C statement that the line CODE is,
    if it cannot be a statement of Python."""
    at = len(code) - len(code.lstrip())
    word, _, rest = code[at:].replace('(', ' (', 1).partition(' ')
    rest = rest.lstrip('* ')
    if word in C_TYPES and (rest[:1].isalpha() or rest[:1] == '_'):
        yield at, "Python has no declarations, write 'x = 1' for 'int x = 1'"
    if word in ('for', 'if', 'switch', 'while') and rest.startswith('('):
        if word == 'for' and ';' in rest:
            yield at, "write 'for i in range(n):'"
        if '){' in rest.replace(' ', ''):
            yield code.find('{'), "write ':' and indent what follows"


def habits(code):
    """Yield (place, words) for what is C and not Python in the line CODE."""
    yield from statement_habits(code)
    for spelling, words in HABITS:
        at = code.find(spelling)
        while at >= 0:
            end = at + len(spelling)
            if habit_here(spelling, code[:at], code[end:].lstrip()):
                yield at, words
            at = code.find(spelling, end)
    at = code.find('(')
    while at >= 0:
        name, close, rest = code[at + 1:].partition(')')
        types = name.replace('*', ' ').split()
        if close and types and rest.strip() and set(types) <= C_TYPES:
            yield at, "Python has no casts, write 'int(x)' or 'float(x)'"
        at = code.find('(', at + 1)


def placed(node):
    """Give NODE, which stands for no text, the position that a compilation
    needs.  Return it."""
    node.lineno = node.end_lineno = 1
    node.col_offset = node.end_col_offset = 0
    return node


def as_function(body, parameters):
    """Return the definition of a function with PARAMETERS that has BODY in a
    loop, so that `break' and `return' are right there."""
    loop = placed(_ast.While(test=placed(_ast.Constant(value=True)),
                             body=body or [placed(_ast.Pass())], orelse=[]))
    arguments = _ast.arguments(
        posonlyargs=[], kwonlyargs=[], kw_defaults=[], defaults=[],
        args=[placed(_ast.arg(arg=name)) for name in parameters])
    function = placed(_ast.FunctionDef(name='_', args=arguments, body=[loop],
                                       decorator_list=[]))
    if 'type_params' in function._fields:
        setattr(function, 'type_params', [])
    return function


# CPython's compiler reports its warnings through this module.
sys.modules['warnings'] = Warnings  # type: ignore[assignment]
