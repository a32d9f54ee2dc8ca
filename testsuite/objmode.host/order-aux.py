# order-aux.py KERNEL - A Python host whose sys.stdout is one after the other.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, gc, io, os, sys

say = ctypes.CDLL(sys.argv[1]).say
first = sys.stdout
count = 0

def twice(file):
    """Say two numbers with FILE as sys.stdout."""
    global count
    sys.stdout = file
    for _ in range(2):
        count += 1
        say(count)

class Dying(io.TextIOWrapper):
    """Runs a block when it ends, with another sys.stdout meanwhile."""
    def __del__(self):
        sys.stdout, old = first, sys.stdout
        say(100)
        sys.stdout = old

def buffered(kind=io.TextIOWrapper):
    return kind(open(1, 'wb', closefd=False), line_buffering=False)

twice(first)
twice(buffered())                       # Its class and word are known,
twice(io.TextIOWrapper(open(1, 'wb', 0, closefd=False)))    # raw,
twice(first)
memory = io.StringIO()                  # no buffer,
twice(memory)
assert memory.getvalue() == '9 py\n10 py\n', memory.getvalue()
twice(buffered(Dying))                  # not quite known,
twice(buffered())
gc.collect()
twice(None)
twice(first)
twice(buffered())
memory = io.BytesIO()                   # a buffer of another kind.
twice(io.TextIOWrapper(memory))
assert memory.getvalue() == b'21 py\n22 py\n', memory.getvalue()
twice(first)
