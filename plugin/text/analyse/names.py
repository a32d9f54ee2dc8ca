# names.py - Nested scopes: which names they leave to the scope around.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import builtins
import _ast

from .flags import ATTRIBUTE, CALLED, UFUNC

# io and site add builtins that are missing before a full start.
BUILTINS = frozenset(dir(builtins)) | {'open', 'exit', 'quit', 'help',
                                       'copyright', 'credits', 'license'}
# What an Inner says of a name, as a flag.
HOW = {'call': CALLED, 'attribute': ATTRIBUTE, 'ufunc': ATTRIBUTE | UFUNC}
FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
COMPREHENSIONS = (_ast.ListComp, _ast.SetComp, _ast.DictComp,
                  _ast.GeneratorExp)
# Functions that see or change names that they are not given.
SEES_ALL = {'breakpoint', 'locals', 'eval', 'exec'}
# Functions that do so unless they get an object.
SEES_ALL_ALONE = {'vars', 'dir'}
# Functions of debuggers and shells that do so, and modules that have them.
SHELLS = {'embed', 'interact', 'set_trace', 'breakpointhook'}
SHELL_MODULES = {'IPython', 'code', 'pdb', 'ipdb', 'pudb', 'bdb', 'sys'}


def attribute(node):
    """Return what of HOW the node NODE, an attribute of a name, says of the
    name."""
    return 'ufunc' if node.attr == 'ufunc' else 'attribute'


def is_part(character):
    """Return whether CHARACTER, which may be empty, can be part of a name."""
    return bool(character) and ('x' + character).isidentifier()


def identifier(name):
    """Return the identifier that Python makes of NAME, or '' if NAME is not an
    identifier in Python."""
    import unicodedata
    return unicodedata.normalize('NFKC', name) if name.isidentifier() else ''


def children(node):
    """Yield the nodes directly below NODE."""
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            yield from (x for x in value if isinstance(x, _ast.AST))
        elif isinstance(value, _ast.AST):
            yield value


def walk(*nodes, leaves=()):
    """Return NODES and all nodes below them, but not those below nodes of the
    types LEAVES, in the order of the text."""
    found, todo = [], list(reversed(nodes))
    while todo:
        node = todo.pop()
        found.append(node)
        if not isinstance(node, leaves):
            todo += list(children(node))[::-1]
    return found


def call_sees_all(call, names):
    """Return whether the function that the node CALL calls sees names that it
    is not given.  NAMES are the plain names of such functions.  In an alias of
    a module that the text does not import, a function of such a name is one if
    it gets nothing by position, as a shell."""
    function = call.func
    if isinstance(function, _ast.Name):
        return (function.id in names
                or function.id in SEES_ALL_ALONE and not call.args)
    if not isinstance(function, _ast.Attribute):
        return False
    module = function.value
    while isinstance(module, _ast.Attribute):
        module = module.value
    return (isinstance(module, _ast.Name) and function.attr in SHELLS
            and (not call.args or module.id in SHELL_MODULES))


def sees_all(nodes):
    """Return whether a call among NODES sees or changes names that it is not
    given."""
    calls, names = [], SEES_ALL | SHELLS
    for node in nodes:
        if isinstance(node, _ast.Call):
            calls.append(node)
        elif isinstance(node, _ast.ImportFrom):
            names |= {x.asname for x in node.names
                      if x.asname and x.name in SHELLS}
    return any(call_sees_all(call, names) for call in calls)


def parameters(arguments):
    """Return the parameters of the function with ARGUMENTS, as nodes."""
    found = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    return found + [x for x in (arguments.vararg, arguments.kwarg) if x]


def around(node):
    """Return the expressions of the function, lambda or class NODE that are
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
    """An Inner says what the scope of NODE leaves to the scope around it.
    USES are tuples (name, node, how, late).  HOW is 'read', 'call',
    'attribute', 'ufunc', 'bind' (by nonlocal), 'walrus' (by := in a
    comprehension) or 'global'.  LATE says
    that the name is not used before the definition is complete."""

    def __init__(self, node):
        self.bound: set[str] = set()
        self.globals: set[str] = set()
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
        """Yield the uses that are not of names of this scope.  CLOSED says
        that scopes below see the names of this one."""
        for use in self.own:
            yield from self.passed(use, True)
        for use in self.below:
            yield from self.passed(use, closed)
        for name, node in self.nonlocals.items():
            yield name, node, 'bind', True
        for name in self.globals & self.bound:
            yield name, None, 'global', True

    def passed(self, use, seen):
        """Yield what USE is outside this scope, if anything.  SEEN says that
        it sees the names of this scope."""
        name, node, how, late = use
        if how == 'global' or not seen:
            yield use
        elif name in self.globals:
            yield name, node, 'global', late
        elif name in self.nonlocals or name not in self.bound:
            yield use

    def generators(self, node):
        """Note what the comprehension NODE uses and binds."""
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
        """Take over what the scope of NODE, below this one, leaves to it."""
        for use in Inner(node).uses:
            if use[2] == 'walrus' and not self.comprehension:
                self.bound.add(use[0])
            else:
                self.below.append(use)

    def walk(self, node):
        """Note what NODE, and all below it, uses and binds."""
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
        elif (isinstance(node, _ast.Attribute)
                and isinstance(node.value, _ast.Name)):
            self.own.append((node.value.id, node.value, attribute(node),
                             False))
        elif isinstance(node, (_ast.ExceptHandler, _ast.MatchAs,
                               _ast.MatchStar)) and node.name:
            self.bound.add(node.name)
        elif isinstance(node, _ast.MatchMapping) and node.rest:
            self.bound.add(node.rest)
        for child in children(node):
            self.walk(child)
