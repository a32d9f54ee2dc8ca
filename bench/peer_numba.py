# peer_numba.py - The workloads by Numba: compiled loops with objmode
# blocks.  Numba compiles the body of a block too.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import numpy as np
from numba import cfunc, njit, objmode
from bodies import array

TEXT, OTHER = 'hello, objmode', 'hi'


@njit(nogil=True)
def w1(n):
    total = 0.0
    for i in range(n):
        with objmode():
            pass
        total += 1
    return total


@njit(nogil=True)
def w2(n):
    total = 0.0
    for i in range(n):
        x = i * 0.5
        with objmode(y='float64'):
            y = x + 1.0
        total += y
    return total


@njit(nogil=True)
def w3(n):
    total = 0.0
    for i in range(n):
        a = i * 0.5
        b = i * 3
        c = np.int32(i & 1023)
        d = bool(i & 1)
        with objmode(y='float64', k='int64'):
            y = a + c if d else a
            k = b + c
        total += y + k
    return total


@njit(nogil=True)
def view_loop(n, length):
    total = 0.0
    x = np.zeros(length)
    for i in range(n):
        x[0] = i
        with objmode(y='float64'):
            y = x[0]
        total += y
    return total


@njit(nogil=True)
def w4(n):
    return view_loop(n, 1000)


@njit(nogil=True)
def w4long(n):
    return view_loop(n, 1000000)


@njit(nogil=True)
def w5(n):
    total = 0.0
    x = np.empty(1000)
    for i in range(n):
        with objmode(result='float64[::1]'):
            result = array
        x[:] = result
        total += x[i % 1000]
    return total


@njit(nogil=True)
def w6(n):
    total = 0.0
    for i in range(n):
        text = OTHER if i & 1 else TEXT
        with objmode(length='int64'):
            length = len(text)
        total += length
    return total


def entry(loop):
    """Return a C function that calls LOOP."""
    def call(n):
        return loop(n)
    return cfunc('float64(int64)')(call)


entries = [entry(loop) for loop in (w1, w2, w3, w4, w4long, w5, w6)]
addresses = [each.address for each in entries]
