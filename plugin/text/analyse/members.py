# members.py - Which members of C variables a text names.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import _ast

from .given import INNER
from .names import children

TRIES = tuple(getattr(_ast, x) for x in ('Try', 'TryStar')
              if hasattr(_ast, x))
# Functions whose arguments need not have the members that they name.
ASKS = {'hasattr', 'getattr'}


def chain(node):
    """Return the names of NODE, a chain of attributes of a name, or None."""
    names = []
    while isinstance(node, _ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not names or not isinstance(node, _ast.Name):
        return None
    return [node.id, *reversed(names)]


def counts(index):
    """Return whether INDEX, in brackets, is not the name of a member."""
    if isinstance(index, _ast.Constant):
        return not isinstance(index.value, str)
    return isinstance(index, (_ast.Slice, _ast.Tuple, _ast.UnaryOp))


def stored(node):
    """Return what elements or members of a name the target NODE stores to: the
    name and those of members, or None."""
    names = []
    while True:
        if isinstance(node, _ast.Attribute):
            names.append(node.attr)
        elif not isinstance(node, _ast.Subscript):
            break
        elif (isinstance(node.slice, _ast.Constant)
              and isinstance(node.slice.value, str)):
            names.append(node.slice.value)
        node = node.value
    if not isinstance(node, _ast.Name):
        return None
    return [node.id, *reversed(names)]


def stores(text, nodes):
    """Return what becomes struct objmode_pymember in pysource.c: a tuple as
    those of `members' for each assignment to elements or members of a name,
    with the number 4.  NODES are all nodes of TEXT."""
    found = []
    for node in nodes:
        if (isinstance(node, (_ast.Attribute, _ast.Subscript))
                and isinstance(node.ctx, _ast.Store)):
            names = stored(node)
            if names:
                found.append(('.'.join(names), 4, text.span(node)))
    return found


def members(text):
    """Return what becomes struct objmode_pymember in pysource.c: a tuple for
    each chain of attributes of a name in TEXT, outside of nested scopes and of
    what may fail: the chain with dots, 0 or how it is subscripted, and the
    span.  1 says that there is a subscript, 2 that it is a number."""
    found, todo = [], [(x, 0) for x in reversed(text.body)]
    while todo:
        node, subscript = todo.pop()
        names = chain(node)
        if names:
            found.append(('.'.join(names), subscript, text.span(node)))
            continue
        if isinstance(node, INNER + TRIES):
            continue
        if (isinstance(node, _ast.Call) and isinstance(node.func, _ast.Name)
                and node.func.id in ASKS):
            continue
        if isinstance(node, _ast.Subscript):
            todo += [(node.slice, 0),
                     (node.value, 2 if counts(node.slice) else 1)]
        else:
            todo += [(x, 0) for x in reversed(list(children(node)))]
    return found
