# bodies.py - What the contenders run: the Python side of each workload.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import numpy

array = numpy.arange(1000.0)


def w1():
    pass


def w2(x):
    return x + 1.0


def w3(a, b, c, d):
    return a + c if d else a, b + c


def w4(x):
    return x[0]


def w5():
    return array


def w6(text):
    return len(text)
