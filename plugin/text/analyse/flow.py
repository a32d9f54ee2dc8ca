# flow.py - Which names of a block are assigned on which paths.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The flow state of a point is a State, or None where no path leads.  States
# only grow (a name that `del' unbinds raises when used, and a path that raises
# does not count), so that loops need no iteration.

import sys
import _ast

from .flags import (
    ALL_NAMES, ASSIGNED, AUGMENTED_ONLY, BREAK, BUILTIN, CALLED,
    CONTINUE, EARLY, GLOBAL, GLOBAL_BELOW, INPUT, NO_END, NONLOCAL, PLAIN, READ,
    RETURN, STAR)
from .given import given
from .members import members, stores
from .layout import decoded
from .names import (BUILTINS, COMPREHENSIONS, HOW, Inner, around, attribute,
                    children, imported, is_part, sees_all, walk)
from .state import States
from .syntax import Text

OTHER = 1 << 16                 # Bound other than by `op='.


class Record:
    """A Record has what is known of one name."""

    def __init__(self):
        self.flags = 0
        self.own = False        # Bound by the block itself.
        self.read = self.assigned = self.plain = None


class Flow:
    """A Flow walks over the statements of TEXT in the order in which they
    run.  A method sTYPE visits a statement of the class TYPE of _ast, a
    method xTYPE an expression.  Each takes the state in front of its node and
    returns the state behind it."""

    def __init__(self, text):
        self.text = text
        self.states = States()
        self.merge = self.states.merge
        self.names = {}
        self.flags = 0
        self.places = {}
        # States where the block is left.
        self.ends: list = []
        # The states at each `break', for each loop; first the block itself.
        self.breaks = [self.ends]
        # Targets of comprehensions.
        self.hidden: frozenset[str] = frozenset()

    # Names.

    def read(self, name, node, s, flag=0):
        """Note that NAME is used at NODE in state S; or, if FLAG is not 0,
        that it is used in the way for which FLAG stands."""
        if name in self.hidden:
            return
        record = self.names.setdefault(name, Record())
        if flag:
            record.flags |= flag
            return
        record.flags |= READ
        record.read = record.read or self.text.span(node)
        if s is not None and not self.states.has(s, name):
            record.flags |= INPUT

    def bind(self, name, span, s, how=''):
        """Note that NAME is bound at SPAN in state S.  Return the state
        behind that.  HOW is 'plain' or 'augmented' for an assignment and
        empty for another binding."""
        record = self.names.setdefault(name, Record())
        record.flags |= ASSIGNED
        record.own = True
        record.assigned = record.assigned or span
        if how and not record.plain:
            record.plain = span
            record.flags |= PLAIN
        if how != 'augmented':
            record.flags |= OTHER
        return self.states.add(s, name)

    def target(self, node, s, how='plain'):
        """Note that NODE is assigned to in state S; see `bind' for HOW.
        Return the state behind that."""
        if isinstance(node, _ast.Name):
            return self.bind(node.id, self.text.span(node), s, how)
        if isinstance(node, (_ast.Tuple, _ast.List)):
            for child in node.elts:
                s = self.target(child, s, how)
            return s
        if isinstance(node, _ast.Starred):
            return self.target(node.value, s, how)
        return self.expression(node, s)

    def named(self, node, name, after):
        """Return the span of NAME, which stands in NODE somewhere behind the
        position AFTER, (line, column) of the source."""
        line, column = after
        width = len(name.encode())
        while line <= min(node.end_lineno, len(self.text.lines)):
            here = self.text.lines[line - 1].encode()
            at = here.find(name.encode(), column)
            while at >= 0:
                before = here[:at].decode()[-1:]
                behind = here[at + width:].decode()[:1]
                if not is_part(before) and not is_part(behind):
                    return (self.text.point(line, at)
                            + self.text.point(line, at + width))
                at = here.find(name.encode(), at + 1)
            line, column = line + 1, 0
        return self.text.span(node)

    def tail(self, node, name):
        """Return the span of NAME, which is the last thing in NODE."""
        end = node.end_lineno, node.end_col_offset
        return (self.text.point(end[0], end[1] - len(name.encode()))
                + self.text.point(*end))

    def nested(self, uses, s, late):
        """Note those USES of a nested scope whose time is LATE, in state S;
        see class Inner."""
        for name, node, how, when in uses:
            if when != late:
                continue
            if how == 'global':
                if self.text.module:
                    self.names.setdefault(name, Record()).flags |= (
                        READ if node else ASSIGNED)
                elif not node:
                    self.names.setdefault(name, Record()).flags |= (
                        GLOBAL_BELOW)
            elif how in ('bind', 'walrus'):
                if name not in self.hidden:
                    self.names.setdefault(name, Record())
                    self.read(name, node, s)
                    record = self.names[name]
                    own = record.own or how == 'walrus'
                    self.bind(name, self.text.span(node), None)
                    record.own = own
                    record.flags |= 0 if how == 'walrus' else NONLOCAL
                    if not self.text.module:
                        self.text.bare.append(name)
            else:
                self.read(name, node, s, HOW.get(how, 0))

    # Expressions.

    def expression(self, node, s):
        """Visit the expression NODE in state S.  Return the state after it."""
        visit = getattr(self, 'x' + type(node).__name__, None)
        if visit:
            return visit(node, s)
        if isinstance(node, COMPREHENSIONS):
            return self.comprehension(node, s)
        for child in children(node):
            s = self.expression(child, s)
        return s

    def expressions(self, nodes, s):
        """Visit the expressions NODES, of which some may be None, one after
        the other in state S.  Return the state behind."""
        for node in nodes:
            if node is not None:
                s = self.expression(node, s)
        return s

    def condition(self, node, s):
        """Return the states behind the condition NODE, which is evaluated in
        state S: that where it is true, and that where it is false."""
        if isinstance(node, _ast.Constant):
            return (s, None) if node.value else (None, s)
        if isinstance(node, _ast.UnaryOp) and isinstance(node.op, _ast.Not):
            yes, no = self.condition(node.operand, s)
            return no, yes
        if isinstance(node, _ast.BoolOp):
            short = None
            both = isinstance(node.op, _ast.And)
            for value in node.values:
                yes, no = self.condition(value, s)
                s = yes if both else no
                short = self.merge(short, no if both else yes)
            return (s, short) if both else (short, s)
        s = self.expression(node, s)
        return s, s

    def xName(self, node, s):
        self.read(node.id, node, s)
        if node.id not in self.hidden:
            record = self.names[node.id]
            record.flags |= 0 if record.flags & ASSIGNED else EARLY
        return s

    def xAttribute(self, node, s):
        if isinstance(node.value, _ast.Name):
            self.read(node.value.id, node.value, s, HOW[attribute(node)])
        return self.expression(node.value, s)

    def xBoolOp(self, node, s):
        return self.merge(*self.condition(node, s))

    def xIfExp(self, node, s):
        yes, no = self.condition(node.test, s)
        return self.merge(self.expression(node.body, yes),
                          self.expression(node.orelse, no))

    def xCompare(self, node, s):
        s = self.expressions([node.left, node.comparators[0]], s)
        self.expressions(node.comparators[1:], s)
        return s

    def xDict(self, node, s):
        for pair in zip(node.keys, node.values):
            s = self.expressions(pair, s)
        return s

    def xCall(self, node, s):
        if isinstance(node.func, _ast.Name):
            self.read(node.func.id, node.func, s, CALLED)
        for child in children(node):
            s = self.expression(child, s)
        return s

    def xNamedExpr(self, node, s):
        return self.bind(node.target.id, self.text.span(node.target),
                         self.expression(node.value, s))

    def xLambda(self, node, s):
        s = self.expressions(around(node), s)
        self.nested(Inner(node).uses, s, True)
        return s

    def xYield(self, node, s):
        if not self.text.module:
            self.text.report('e', "'yield' outside function",
                             self.text.span(node))
        return self.expression(node.value, s) if node.value else s

    xYieldFrom = xYield

    def comprehension(self, node, s):
        """Visit the comprehension NODE in state S.  Only its first iterable
        is certainly evaluated; the rest may not run at all."""
        s = self.expression(node.generators[0].iter, s)
        hidden, inner = self.hidden, s
        for generator in node.generators:
            self.hidden |= {x.id for x in walk(generator.target)
                            if isinstance(x, _ast.Name)
                            and isinstance(x.ctx, _ast.Store)}
        for index, generator in enumerate(node.generators):
            if index:
                inner = self.expression(generator.iter, inner)
            self.expressions((x for x in walk(generator.target)
                              if isinstance(x, _ast.Name)
                              and isinstance(x.ctx, _ast.Load)), inner)
            for test in generator.ifs:
                inner = self.condition(test, inner)[0]
        self.expressions((getattr(node, x, None)
                          for x in ('key', 'elt', 'value')), inner)
        self.hidden = hidden
        return s

    # Statements.

    def body(self, statements, s):
        """Visit STATEMENTS in state S.  Return the state behind the last."""
        for node in statements:
            visit = getattr(self, 's' + type(node).__name__, self.simple)
            s = visit(node, s)
        return s

    def simple(self, node, s):
        """Visit NODE, a statement that only evaluates expressions."""
        for child in children(node):
            s = self.expression(child, s)
        return s

    def sAssign(self, node, s):
        s = self.expression(node.value, s)
        for target in node.targets:
            s = self.target(target, s)
        return s

    def sAugAssign(self, node, s):
        s = self.expression(node.target, s)
        s = self.expression(node.value, s)
        if isinstance(node.target, _ast.Name):
            s = self.target(node.target, s, 'augmented')
        return s

    def sAnnAssign(self, node, s):
        if node.value:
            return self.target(node.target, self.expression(node.value, s))
        if not isinstance(node.target, _ast.Name):
            return self.expression(node.target, s)
        if self.text.module:
            return self.expression(node.annotation, s)
        # The annotation makes the name local, but does not assign it.
        record = self.names.setdefault(node.target.id, Record())
        record.flags |= ASSIGNED | OTHER
        record.own = True
        record.assigned = record.assigned or self.text.span(node.target)
        return s

    def sDelete(self, node, s):
        for target in node.targets:
            s = self.delete(target, s)
        return s

    def delete(self, node, s):
        if isinstance(node, (_ast.Tuple, _ast.List)):
            for child in node.elts:
                s = self.delete(child, s)
            return s
        if not isinstance(node, _ast.Name):
            return self.expression(node, s)
        self.read(node.id, node, s)
        return self.bind(node.id, self.text.span(node), s)

    def define(self, node, s):
        """Visit the definition of a function or a class.  Its name is bound
        before it can be called."""
        s = self.expressions(around(node), s)
        uses = Inner(node).uses
        self.nested(uses, s, False)
        s = self.bind(node.name, self.named(
            node, node.name, (node.lineno, node.col_offset)), s)
        self.nested(uses, s, True)
        return s

    sFunctionDef = sAsyncFunctionDef = sClassDef = define

    def sTypeAlias(self, node, s):
        s = self.target(node.name, s, '')
        self.hidden |= {x.name for x in node.type_params}
        self.expression(node.value, s)
        self.hidden -= {x.name for x in node.type_params}
        return s

    def sImport(self, node, s):
        for name, alias in imported(node):
            span = (self.tail(alias, name) if alias.asname else
                    self.text.span(alias))
            s = self.bind(name, span, s)
        return s

    def sImportFrom(self, node, s):
        if any(alias.name == '*' for alias in node.names):
            self.flags |= STAR
        if node.module == '__future__' and not self.text.module:
            self.text.report('e', "'from __future__' import is not"
                                  " allowed in a block",
                             self.text.span(node))
        return self.sImport(node, s)

    def sGlobal(self, node, s):
        if not self.text.module:
            for name in node.names:
                record = self.names.setdefault(name, Record())
                record.flags |= GLOBAL
        return s

    def sNonlocal(self, node, s):
        if not self.text.module:
            self.text.report('e', "nonlocal declaration not allowed at the "
                             "level of a block", self.text.span(node))
        return s

    def leave(self, node, flag):
        """Note that NODE leaves the block, which FLAG says."""
        if not self.text.module:
            self.flags |= flag
            self.places.setdefault(flag, self.text.span(node))

    def sReturn(self, node, s):
        self.leave(node, RETURN)
        if not self.text.module:
            self.places.setdefault('value' if node.value else 'no value',
                                   self.text.span(node))
        if node.value:
            s = self.expression(node.value, s)
        self.ends.append(s)

    def sRaise(self, node, s):
        self.simple(node, s)

    def sAssert(self, node, s):
        """Visit an `assert'.  Python does not run it with -O, so it assigns
        nothing for certain."""
        no = self.condition(node.test, s)[1]
        if node.msg:
            self.expression(node.msg, no)
        return s

    def sBreak(self, node, s):
        if len(self.breaks) == 1:
            self.leave(node, BREAK)
        self.breaks[-1].append(s)

    def sContinue(self, node, s):
        if len(self.breaks) == 1:
            self.leave(node, CONTINUE)
            self.ends.append(s)

    def sIf(self, node, s):
        yes, no = self.condition(node.test, s)
        return self.merge(self.body(node.body, yes),
                          self.body(node.orelse, no))

    def loop(self, node, inside, after):
        """Visit the body of the loop NODE, which begins in state INSIDE.
        Return the state behind the loop, which without a `break' ends in
        state AFTER."""
        self.breaks.append([])
        self.body(node.body, inside)
        breaks = self.breaks.pop()
        s = self.body(node.orelse, after)
        for state in breaks:
            s = self.merge(s, state)
        return s

    def sWhile(self, node, s):
        return self.loop(node, *self.condition(node.test, s))

    def sFor(self, node, s):
        s = self.expression(node.iter, s)
        return self.loop(node, self.target(node.target, s, ''), s)

    sAsyncFor = sFor

    def sWith(self, node, s):
        """Visit a `with'.  Only `suppress' is taken to swallow exceptions."""
        swallows = False
        for item in node.items:
            call = item.context_expr
            s = self.expression(call, s)
            call = getattr(call, 'func', None)
            swallows |= 'suppress' in (getattr(call, 'id', ''),
                                       getattr(call, 'attr', ''))
            if item.optional_vars:
                s = self.target(item.optional_vars, s, '')
        end = self.body(node.body, s)
        return self.merge(s, end) if swallows else end

    sAsyncWith = sWith

    def handlers(self, node, s):
        """Visit the `try' NODE without its `finally'.  A handler begins with
        what was assigned before the `try'."""
        end = self.body(node.orelse, self.body(node.body, s))
        for handler in node.handlers:
            h = s
            if handler.type:
                h = self.expression(handler.type, h)
            if handler.name:
                after = handler.type.end_lineno, handler.type.end_col_offset
                h = self.bind(handler.name,
                              self.named(handler, handler.name, after), h)
            end = self.merge(end, self.body(handler.body, h))
        return end

    def sTry(self, node, s):
        """Visit a `try'.  A statement that leaves it runs the `finally' on
        its way, which may begin with no more than what was assigned before
        the `try'."""
        if not node.finalbody:
            return self.handlers(node, s)
        ends, breaks = self.ends, self.breaks
        self.ends = []
        if len(breaks) == 1:
            self.breaks = [self.ends]
        else:
            self.breaks = breaks[:-1] + [[]]
        end = self.handlers(node, s)
        new_ends, new_breaks = self.ends, self.breaks[-1]
        self.ends, self.breaks = ends, breaks
        last = self.body(node.finalbody, s)
        if s is None or last is None:
            return None
        union = self.states.union
        ends += [union(x, last) for x in new_ends if x is not None]
        if len(breaks) > 1:
            breaks[-1] += [union(x, last) for x in new_breaks
                           if x is not None]
        return None if end is None else union(end, last)

    sTryStar = sTry

    def sMatch(self, node, s):
        s = self.expression(node.subject, s)
        end = None
        for case in node.cases:
            inside = self.pattern(case.pattern, s)
            if case.guard:
                inside = self.condition(case.guard, inside)[0]
            end = self.merge(end, self.body(case.body, inside))
            if not case.guard and irrefutable(case.pattern):
                s = None
        return self.merge(end, s)

    def pattern(self, node, s):
        """Note what the pattern NODE binds when it has matched, in state S.
        Return the state behind that."""
        if isinstance(node, _ast.MatchOr):
            # All alternatives bind the same names.
            states = [self.pattern(child, s) for child in node.patterns]
            return states[0]
        for child in children(node):
            if isinstance(child, _ast.pattern):
                s = self.pattern(child, s)
            else:
                s = self.expression(child, s)
        name = getattr(node, 'name', None)
        if name:
            s = self.bind(name, self.tail(node, name), s)
        name = getattr(node, 'rest', None)
        if name:
            last = (node.patterns or [node])[-1]
            after = ((last.end_lineno, last.end_col_offset)
                     if node.patterns else (node.lineno, node.col_offset))
            s = self.bind(name, self.named(node, name, after), s)
        return s


def irrefutable(pattern):
    """Return whether PATTERN always matches."""
    if isinstance(pattern, _ast.MatchOr):
        return any(irrefutable(x) for x in pattern.patterns)
    return isinstance(pattern, _ast.MatchAs) and (
        pattern.pattern is None or irrefutable(pattern.pattern))


def names_of(flow, end):
    """Return what becomes struct objmode_pyname in pysource.c: a tuple for
    each name of FLOW.  END is the state at the end of the text."""
    for state in flow.ends:
        end = flow.merge(end, state)
    found = []
    for name, record in flow.names.items():
        flags = record.flags
        if flow.text.module or flags & GLOBAL:
            flags &= ~INPUT
        elif flags & ASSIGNED and end is not None and not flow.states.has(
                end, name):
            flags |= INPUT
        if not flags & ASSIGNED or flags & GLOBAL:
            flags &= ~EARLY
        if flags & ASSIGNED and not flags & OTHER and flags & PLAIN:
            flags |= AUGMENTED_ONLY
        if record.own:
            flags &= ~NONLOCAL
        if name in BUILTINS:
            flags |= BUILTIN
        found.append((name, flags & ~OTHER, record.read, record.assigned,
                      record.plain))
    return found


def analyse(data, module):
    """Analyse the text DATA, bytes, of a block, or of a module if MODULE.
    Return what becomes struct objmode_pysource in pysource.c: the flags, the
    places of statements that leave the block, the names, the diagnostics,
    functions that are given to C, and the members that are named."""
    data, wrong = decoded(data)
    if wrong is not None:
        line, column = data.count('\n', 0, wrong) + 1, wrong
        column -= data.rfind('\n', 0, wrong) + 1
        return 0, [None] * 5, [], [
            ('e', "(unicode error) 'utf-8' codec can't decode byte "
             + hex(ord(data[wrong])), (line, column, line, column + 1))], [], []
    text = Text(data, module)
    if not text.layout.starts:
        text.parse()
        return 0, [None] * 5, [], list(text.diagnostics), [], []
    flow = Flow(text)
    names, gifts, uses = [], list[tuple](), list[tuple]()
    if text.parse():
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(100000)
        end = flow.body(text.body, flow.states.first)
        nodes = walk(*text.body)
        if sees_all(nodes):
            flow.flags |= ALL_NAMES
        flow.flags |= NO_END if end is None else 0
        names = names_of(flow, end)
        gifts, uses = ([], []) if module else (
            given(text, nodes), members(text) + stores(text, nodes))
        sys.setrecursionlimit(limit)
        bound = {x[0] for x in names if x[1] & GLOBAL}
        text.bare = sorted(set(text.bare) - bound)
        text.check()
    return (flow.flags, [flow.places.get(x) for x in (
                RETURN, BREAK, CONTINUE, 'value', 'no value')], names,
            sorted(text.diagnostics, key=lambda x: x[2]), gifts, uses)
