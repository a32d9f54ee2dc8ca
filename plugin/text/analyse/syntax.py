# syntax.py - A text's syntax: its tree and what CPython says of it.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Spans are (line, column, end line, end column) as struct objmode_pyspan.

import sys
import _ast

from .layout import BLANKS, Layout

ONLY_AST = _ast.PyCF_ONLY_AST


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
        self.diagnostics = []
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
        if (kind, message, span) not in self.diagnostics:
            self.diagnostics.append((kind, message, span))

    def error_span(self, error, characters):
        """Return the span of the SyntaxError ERROR.  CHARACTERS says that its
        columns count characters, as those of the parser do, and not bytes."""
        line, column = error.lineno or 1, (error.offset or 1) - 1
        end_line = error.end_lineno or line
        end_column = (error.end_offset or 0) - 1
        if error.filename == '<fstring>':
            # CPython 3.11 parses the expression alone, as "(EXPRESSION)".
            inner = (error.text or '').strip()[1:-1]
            at = self.source.find('{' + inner)
            if at < 0:
                return self.point(line, 0) * 2
            before = self.source[:at + 1]
            column += len(before) - before.rfind('\n') - 2
            line = end_line = before.count('\n') + 1
            end_column = -1
        if line > len(self.lines):
            return self.layout.end() * 2
        if error.msg.startswith(('unindent', 'unexpected indent',
                                 'inconsistent')):
            here = self.lines[line - 1]
            column = len(here) - len(here.lstrip(BLANKS))
            end_line, end_column = line, len(here.rstrip())
        if characters:
            column = len(self.lines[line - 1][:max(column, 0)].encode())
            if end_line <= len(self.lines):
                end_column = len(self.lines[end_line - 1]
                                 [:max(end_column, 0)].encode())
        if (end_line, end_column) <= (line, column):
            end_line, end_column = line, column + 1
        return self.point(line, column) + self.point(end_line, end_column)

    def failed(self, error, characters):
        """Report the exception ERROR that CPython's compiler raised; see
        error_span for CHARACTERS."""
        if isinstance(error, SyntaxError):
            span = self.error_span(error, characters)
            message = strip_line(error.msg)
        else:
            span = (1, 0, 1, 0)
            message = str(error) or type(error).__name__
        if not any(x[2][0] == span[0] for x in self.diagnostics
                   if x[0] == 'e'):
            self.report('e', message, span)

    def guard(self, step, characters):
        """Call STEP and report the errors and warnings of CPython.  Return
        the value of STEP, or None after an error."""
        Warnings.seen, Warnings.wanted = [], -1
        try:
            value = step()
        except Exception as error:
            self.failed(error, characters)
            return None
        seen = Warnings.seen
        for index, (message, _, lineno) in enumerate(seen):
            here = self.lines[lineno - 1] if lineno <= len(self.lines) else ''
            indent = len(here) - len(here.lstrip())
            span = (self.point(lineno, indent)
                    + self.point(lineno, len(here.encode())))
            Warnings.seen, Warnings.wanted = [], index
            try:
                step()
            except SyntaxError as error:
                if error.lineno == lineno and error.offset:
                    span = self.error_span(error, characters)
            self.report('w', str(message), span)
        return value

    def parse(self):
        """Set BODY to the statements.  Return whether the syntax is right."""
        tree = self.guard(lambda: compile(self.source, '<objmode>', 'exec',
                                          ONLY_AST, True), True)
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
        self.guard(lambda: compile(tree, '<objmode>', 'exec', 0, True), False)


def strip_line(message):
    """Return MESSAGE without the line number, which is one of the source,
    not of the C file."""
    for words in (' (detected at line ', ' on line '):
        at = message.find(words)
        if at >= 0:
            rest = message[at + len(words):].lstrip('0123456789')
            return message[:at] + rest.lstrip(')')
    return message


def as_function(body, parameters):
    """Return the definition of a function with PARAMETERS that has BODY in a
    loop, so that `break' and `return' are right there."""
    place = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
    loop = _ast.While(test=_ast.Constant(value=True, **place), orelse=[],
                      body=body or [_ast.Pass(**place)], **place)
    arguments = _ast.arguments(
        posonlyargs=[], kwonlyargs=[], kw_defaults=[], defaults=[],
        args=[_ast.arg(arg=name, **place) for name in parameters])
    function = _ast.FunctionDef(name='_', args=arguments, body=[loop],
                                decorator_list=[], **place)
    if 'type_params' in function._fields:
        setattr(function, 'type_params', [])
    return function


# CPython's compiler reports its warnings through this module.
sys.modules['warnings'] = Warnings  # type: ignore[assignment]
