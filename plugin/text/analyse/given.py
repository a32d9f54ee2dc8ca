# given.py - Where a text gives a Python function to C.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import _ast

from .names import COMPREHENSIONS, FUNCTIONS, walk

INNER = FUNCTIONS + COMPREHENSIONS + (_ast.Lambda, _ast.ClassDef)


def given(text, nodes):
    """Return what becomes struct objmode_pygiven in pysource.c: a tuple for
    each lambda expression, or function that TEXT defines, that is assigned to
    a name, or is an argument of the call of a name.  The tuple has that name,
    the number of the argument or -1, its keyword or '', and the span.  NODES
    are all nodes of TEXT; what nested scopes do does not count."""
    if not any(isinstance(x, (*FUNCTIONS, _ast.Lambda)) for x in nodes):
        return []
    nodes = walk(*text.body, leaves=INNER)
    defined = {x.name for x in nodes if isinstance(x, FUNCTIONS)}
    found = []

    def add(name, number, keyword, value):
        if (isinstance(value, _ast.Lambda) or isinstance(value, _ast.Name)
                and value.id in defined):
            found.append((name, number, keyword, text.span(value)))

    for node in nodes:
        if isinstance(node, _ast.Assign):
            for target in node.targets:
                if isinstance(target, _ast.Name):
                    add(target.id, -1, '', node.value)
        elif isinstance(node, _ast.Call) and isinstance(node.func, _ast.Name):
            for number, value in enumerate(node.args):
                if isinstance(value, _ast.Starred):
                    break
                add(node.func.id, number, '', value)
            for keyword in node.keywords:
                add(node.func.id, -1, keyword.arg or '', keyword.value)
    return found
