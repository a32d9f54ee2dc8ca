# leave.py - A text that leaves its block.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1

# A text that says `return', or `break' or `continue' of a C loop, is compiled
# from its syntax tree, where nodes can be changed and still are where they
# were in the C file.

def at(node, kind, **fields):
    """Return a new node of KIND where NODE is."""
    return kind(lineno=node.lineno, col_offset=node.col_offset,
                end_lineno=node.end_lineno,
                end_col_offset=node.end_col_offset, **fields)


def end_at(node, value=None):
    """Return a store at NODE of VALUE, or None, to the variable that tells
    how the block ended."""
    return at(node, _ast.Assign, value=value or at(node, _ast.Constant,
                                                   value=None),
              targets=[at(node, _ast.Name, id='.end', ctx=_ast.Store())])


def leave_at(node, status, value=None):
    """Return the statements that leave the block at NODE with STATUS, an
    enum objmode_status, and VALUE, an expression or None.  Behind the
    status is the line, for an error of the conversion of VALUE."""
    status = at(node, _ast.Constant, value=status | node.lineno << 3)
    end = at(node, _ast.List, elts=[status, value] if value else [status],
             ctx=_ast.Load())
    name = at(node, _ast.Name, id='.end', ctx=_ast.Load())
    return [end_at(node, end), at(node, _ast.Return, value=name)]


def rewrite_leaves(body):
    """Rewrite the statements in BODY that leave the block."""
    todo = [(body, False)]
    while todo:
        body, in_loop = todo.pop()
        old, body[:] = list(body), []
        for node in old:
            kind = type(node)
            if kind is _ast.Return:
                body += leave_at(node, 2, node.value)
            elif kind is _ast.Break and not in_loop:
                body += leave_at(node, 3)
            elif kind is _ast.Continue and not in_loop:
                body += leave_at(node, 4)
            else:
                body.append(node)
                if not isinstance(node, (_ast.FunctionDef, _ast.ClassDef,
                                         _ast.AsyncFunctionDef)):
                    todo.extend(suites(node, in_loop))


def suites(node, in_loop):
    """Yield the suites of the statement NODE, and whether `break' there is
    of a Python loop; IN_LOOP: NODE is in one."""
    loop = isinstance(node, (_ast.For, _ast.AsyncFor, _ast.While))
    for name in 'body', 'orelse', 'finalbody':
        if getattr(node, name, None):
            yield getattr(node, name), in_loop or loop and name == 'body'
    for name in 'handlers', 'cases':
        for part in getattr(node, name, ()):
            yield part.body, in_loop


def may_leave(tree):
    """Make the function of TREE return a list: an enum objmode_status and 8
    times the line, the outputs, and the value of `return', if it has one.  A
    `finally' may still change outputs, or its mind, after `return', so the
    outputs are taken last of all:

        try:
            BODY, with `.end = [STATUS, VALUE]; return .end' for `return'
        except:
            .end = None
            raise
        finally:
            if .end: .end[1:1] = OUTPUTS
    """
    global _ast
    import _ast
    function, = tree.body
    last = function.body.pop()
    rewrite_leaves(function.body)
    function.body += leave_at(last, 0)
    outputs = last.value
    if not isinstance(outputs, _ast.Tuple):
        outputs = at(outputs, _ast.Tuple, elts=[outputs], ctx=_ast.Load())
    one = at(last, _ast.Constant, value=1)
    target = at(last, _ast.Subscript, ctx=_ast.Store(),
                value=at(last, _ast.Name, id='.end', ctx=_ast.Load()),
                slice=at(last, _ast.Slice, lower=one, upper=one))
    add = at(last, _ast.Assign, targets=[target], value=outputs)
    test = at(last, _ast.Name, id='.end', ctx=_ast.Load())
    failed = at(last, _ast.ExceptHandler,
                body=[end_at(last), at(last, _ast.Raise)])
    function.body = [at(function.body[0], _ast.Try, body=function.body,
                        handlers=[failed], orelse=[],
                        finalbody=[at(last, _ast.If, test=test, body=[add],
                                      orelse=[])])]
