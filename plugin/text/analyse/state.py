# state.py - Which names are assigned on every path to a point.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A text may assign very many names, so that no set of them is copied for each
# statement.  States are the nodes of a tree: a node is the state of its parent
# and one name more.  The set of the names of one node is at hand, and moves
# along the tree.


class State:
    """A State has the names of PARENT, which is None for the root, and
    NAME."""

    __slots__ = ('name', 'parent', 'depth', 'jump')

    def __init__(self, name='', parent=None):
        self.name = name
        self.parent = parent
        # An ancestor that depends on DEPTH only, by which each ancestor can
        # be reached in a number of steps that is logarithmic in DEPTH.
        self.jump = self
        self.depth = 0
        if parent is not None:
            far = parent.jump
            even = parent.depth - far.depth == far.depth - far.jump.depth
            self.jump = far.jump if even else parent
            self.depth = parent.depth + 1

    def above(self, depth):
        """Return the ancestor of this node at DEPTH, or the node itself if it
        is not deeper."""
        node = self
        while node.depth > depth:
            node = node.jump if node.jump.depth >= depth else node.parent
        return node

    def common(self, other):
        """Return the last common ancestor of this node and OTHER."""
        a, b = self.above(other.depth), other.above(self.depth)
        while a is not b:
            far = a.jump is b.jump
            a, b = (a.parent, b.parent) if far else (a.jump, b.jump)
        return a

    def since(self, ancestor):
        """Yield the names that this node has and ANCESTOR has not."""
        node = self
        while node is not ancestor:
            yield node.name
            node = node.parent


class States:
    """A States makes states and answers questions about them.  None stands
    for the state of a point to which no path leads."""

    def __init__(self):
        self.here = self.first = State()
        self.names = set()      # Those of HERE.

    def has(self, state, name):
        """Return whether NAME is assigned in STATE."""
        if state is not self.here:
            top = state.common(self.here)
            self.names.difference_update(self.here.since(top))
            self.names.update(state.since(top))
            self.here = state
        return name in self.names

    def add(self, state, name):
        """Return STATE with NAME too."""
        if state is None or self.has(state, name):
            return state
        self.names.add(name)
        self.here = State(name, state)
        return self.here

    def merge(self, a, b):
        """Return the state where paths with the states A and B meet."""
        if a is None or a is b:
            return b
        if b is None:
            return a
        top = a.common(b)
        # The names of one of them may be very many: they are not looked at if
        # that one has all names of the other.
        if top is a or top is b:
            return top
        names = set(a.since(top))
        state = top
        for name in b.since(top):
            if name in names:
                state = self.add(state, name)
        return state

    def union(self, a, b):
        """Return the state with the names of A and of B, two states."""
        for name in list(b.since(a.common(b))):
            a = self.add(a, name)
        return a
