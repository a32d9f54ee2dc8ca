# analyse.py - What a block's Python text says: syntax, names, flow.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run by pysource.c inside cc1, in a CPython that has only its builtin
# modules: nothing here may import a module of the standard library.
# Spans are (line, column, end line, end column) as struct objmode_pyspan.
#
# A flow state is the frozenset of the names that are assigned on every
# path to a point, or None where no path leads.  States only grow (a name
# that `del' unbinds raises when used, and a path that raises does not
# count), so that loops need no iteration.

import sys
import builtins
import _ast

ONLY_AST = _ast.PyCF_ONLY_AST
(READ, ASSIGNED, GLOBAL, INPUT, ALWAYS, PLAIN, CALLED, BUILTIN, PLAIN_NAME,
 AUGMENTED_ONLY, NONLOCAL, GLOBAL_BELOW) = (1 << bit for bit in range(12))
(ALL_NAMES, RETURN, RETURN_VALUE, BREAK, CONTINUE, STAR,
 EMPTY, NO_END) = (1 << bit for bit in range(8))
OTHER = 1 << 16                 # Bound otherwise than by `op='.
BLANKS = ' \t\f'
NESTED_QUOTES = sys.version_info >= (3, 12)
SEES_ALL = {'breakpoint', 'locals', 'vars', 'eval', 'exec'}
FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
COMPREHENSIONS = (_ast.ListComp, _ast.SetComp, _ast.DictComp,
                  _ast.GeneratorExp)
KEYWORDS = frozenset('''False None True and as assert async await break class
continue def del elif else except finally for from global if import in is
lambda nonlocal not or pass raise return try while with yield'''.split())
# io and site add some that are not there before a full start.
BUILTINS = frozenset(dir(builtins)) | {'open', 'exit', 'quit', 'help',
                                       'copyright', 'credits', 'license'}


# Bytes, lines and indentation.

def decoded(data):
    """Return the bytes DATA as str and None; or, if they are no UTF-8, byte
    by byte, and the index of the first wrong one.  An error handler would
    need the module `encodings'."""
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
    """Return the index behind the string literal whose quote is TEXT[I]."""
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
    """Return the logical lines of TEXT, as [line from 0, indentation, opens
    a suite], and whether its last physical line is blank and outside any
    logical line."""
    starts = []
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


class Layout:
    """How TEXT lies on its lines.  BASE is the indentation of its
    statements, QUOTED says that the first of them is on the line of the
    opening quote, ALONE that there is no other."""

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
        """The indentation of a statement behind the opening quote: that of
        the next statement, or if it opens a suite, of the next one that is
        not in the suite; if there is none, any smaller one will do."""
        follow = self.starts[1][1]
        if not self.starts[0][2]:
            return follow
        least = min((x[1] for x in self.starts[1:]),
                    key=lambda x: len(x.expandtabs()))
        if len(least.expandtabs()) < len(follow.expandtabs()):
            return least
        return follow[:-1]

    def wrapped(self):
        """Return the text in a form that CPython parses, the number of
        lines in front, and what a column of line 1 is too small by."""
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
        """The position of the last character that is no blank."""
        stripped = self.text.rstrip()
        line = stripped.count('\n')
        return line + 1, len(stripped[stripped.rfind('\n') + 1:].encode())


# Syntax.

class Warnings:
    """Stands for the module `warnings' while CPython compiles.  The
    WANTEDth warning is raised, which CPython makes a SyntaxError with an
    exact position."""
    filters = [('always', None, Warning, None, 0)]
    defaultaction = _defaultaction = 'always'
    onceregistry = {}
    _filters_mutated = _filters_mutated_lock_held = lambda *_: None
    seen = []
    wanted = -1

    def WarningMessage(message, category, filename, lineno, *_):
        return message, category, lineno

    def _showwarnmsg(warning):
        Warnings.seen.append(warning)
        if len(Warnings.seen) - 1 == Warnings.wanted:
            raise warning[1](str(warning[0]))


class Text:
    """A text, its tree and its diagnostics."""

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
        return (self.point(node.lineno, node.col_offset)
                + self.point(node.end_lineno, node.end_col_offset))

    def report(self, kind, message, span):
        if (kind, message, span) not in self.diagnostics:
            self.diagnostics.append((kind, message, span))

    def error_span(self, error, characters):
        """Where the SyntaxError ERROR is.  CHARACTERS: its columns count
        characters, as the parser's do, and not bytes."""
        line, column = error.lineno or 1, (error.offset or 1) - 1
        end_line = error.end_lineno or line
        end_column = (error.end_offset or 0) - 1
        if error.filename == '<fstring>':
            # CPython 3.11 parsed "(EXPRESSION)" apart.
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
        """Report the exception ERROR that CPython's compiler raised."""
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
        """Call STEP; return its value, or None after an error.  Report the
        warnings of CPython."""
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
    """Drop the line number from MESSAGE: it would be one of the text."""
    for words in (' (detected at line ', ' on line '):
        at = message.find(words)
        if at >= 0:
            rest = message[at + len(words):].lstrip('0123456789')
            return message[:at] + rest.lstrip(')')
    return message


def as_function(body, parameters):
    """Return a function around BODY, in a loop, so that `break' and
    `return' are right."""
    place = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)
    loop = _ast.While(test=_ast.Constant(value=True, **place), orelse=[],
                      body=body or [_ast.Pass(**place)], **place)
    arguments = _ast.arguments(
        posonlyargs=[], kwonlyargs=[], kw_defaults=[], defaults=[],
        args=[_ast.arg(arg=name, **place) for name in parameters])
    function = _ast.FunctionDef(name='_', args=arguments, body=[loop],
                                decorator_list=[], **place)
    if 'type_params' in function._fields:
        function.type_params = []
    return function


# Nested scopes.

def children(node):
    """The nodes directly below NODE."""
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            yield from (x for x in value if isinstance(x, _ast.AST))
        elif isinstance(value, _ast.AST):
            yield value


def parameters(arguments):
    """The parameters of the function with ARGUMENTS, as nodes."""
    found = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    return found + [x for x in (arguments.vararg, arguments.kwarg) if x]


def around(node):
    """The expressions of the function, lambda or class NODE that are
    evaluated where it is defined."""
    found = list(getattr(node, 'decorator_list', ()))
    if isinstance(node, _ast.ClassDef):
        return found + node.bases + [x.value for x in node.keywords]
    found += node.args.defaults + [x for x in node.args.kw_defaults if x]
    if not isinstance(node, _ast.Lambda):
        found += [x.annotation for x in parameters(node.args)
                  if x.annotation]
        found += [node.returns] if node.returns else []
    return found


def imported(node):
    """Yield the names that the import statement NODE binds, with the
    aliases."""
    for alias in node.names:
        if alias.name != '*':
            yield alias.asname or alias.name.split('.')[0], alias


class Inner:
    """What the scope of NODE leaves to the scope around it.  USES: (name,
    node, how, late), HOW one of 'read', 'call', 'bind' (nonlocal), 'walrus'
    (from a comprehension), 'global'; LATE: not before the definition is
    complete."""

    def __init__(self, node):
        self.bound = set()
        self.globals = set()
        self.nonlocals = {}
        self.own = []           # Uses in this scope itself.
        self.below = []         # Uses in scopes below.
        self.comprehension = isinstance(node, COMPREHENSIONS)
        late = not isinstance(node, _ast.ClassDef)
        self.bound.update(x.name for x in getattr(node, 'type_params', ()))
        if self.comprehension:
            self.generators(node)
        else:
            if late:
                self.bound.update(x.arg for x in parameters(node.args))
            body = node.body if isinstance(node.body, list) else [node.body]
            for child in body:
                self.walk(child)
        self.uses = [x[:3] + (late or x[3],) for x in self.result(late)]

    def result(self, closed):
        """Yield the uses that are not of names of this scope.  CLOSED:
        scopes below see the names of this one."""
        for use in self.own:
            yield from self.passed(use, True)
        for use in self.below:
            yield from self.passed(use, closed)
        for name, node in self.nonlocals.items():
            yield name, node, 'bind', True
        for name in self.globals & self.bound:
            yield name, None, 'global', True

    def passed(self, use, seen):
        """Yield what USE is outside this scope, if anything.  SEEN: it sees
        the names of this scope."""
        name, node, how, late = use
        if how == 'global' or not seen:
            yield use
        elif name in self.globals:
            yield name, node, 'global', late
        elif name in self.nonlocals or name not in self.bound:
            yield use

    def generators(self, node):
        for index, generator in enumerate(node.generators):
            self.walk(generator.target)
            if index:
                self.walk(generator.iter)
            for test in generator.ifs:
                self.walk(test)
        for field in ('key', 'elt', 'value'):
            if hasattr(node, field):
                self.walk(getattr(node, field))

    def nested(self, node):
        """Take over what the scope of NODE, below this one, leaves."""
        for use in Inner(node).uses:
            if use[2] == 'walrus' and not self.comprehension:
                self.bound.add(use[0])
            else:
                self.below.append(use)

    def walk(self, node):
        if isinstance(node, FUNCTIONS + (_ast.Lambda, _ast.ClassDef)):
            for child in around(node):
                self.walk(child)
            if not isinstance(node, _ast.Lambda):
                self.bound.add(node.name)
            self.nested(node)
            return
        if isinstance(node, COMPREHENSIONS):
            self.walk(node.generators[0].iter)
            self.nested(node)
            return
        if isinstance(node, _ast.Name):
            if isinstance(node.ctx, _ast.Load):
                self.own.append((node.id, node, 'read', False))
            else:
                self.bound.add(node.id)
        elif isinstance(node, _ast.Global):
            self.globals.update(node.names)
        elif isinstance(node, _ast.Nonlocal):
            self.nonlocals.update((name, node) for name in node.names)
        elif isinstance(node, (_ast.Import, _ast.ImportFrom)):
            self.bound.update(name for name, _ in imported(node))
        elif isinstance(node, _ast.NamedExpr) and self.comprehension:
            self.walk(node.value)
            self.own.append((node.target.id, node.target, 'walrus', False))
            return
        elif isinstance(node, _ast.AugAssign):
            if isinstance(node.target, _ast.Name):
                self.own.append((node.target.id, node.target, 'read', False))
        elif isinstance(node, _ast.Call) and isinstance(node.func, _ast.Name):
            self.own.append((node.func.id, node.func, 'call', False))
        elif isinstance(node, (_ast.ExceptHandler, _ast.MatchAs,
                               _ast.MatchStar)) and node.name:
            self.bound.add(node.name)
        elif isinstance(node, _ast.MatchMapping) and node.rest:
            self.bound.add(node.rest)
        for child in children(node):
            self.walk(child)
