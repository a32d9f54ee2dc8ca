# peer_ctypes.py - The workloads by ctypes: CFUNCTYPE callbacks.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

from ctypes import (CFUNCTYPE, POINTER, c_bool, c_char_p, c_double, c_int32,
                    c_int64, c_void_p, cast)
import numpy
import bodies

doubles = POINTER(c_double)


def w3(a, b, c, d, y, k):
    y[0], k[0] = bodies.w3(a, b, c, d)


def w4(x, length):
    return bodies.w4(numpy.ctypeslib.as_array(x, (length,)))


def w5(x):
    numpy.ctypeslib.as_array(x, (1000,))[:] = bodies.w5()


def w6(text):
    return bodies.w6(text.decode())


callbacks = [
    CFUNCTYPE(None)(bodies.w1),
    CFUNCTYPE(c_double, c_double)(bodies.w2),
    CFUNCTYPE(None, c_double, c_int64, c_int32, c_bool, doubles,
              POINTER(c_int64))(w3),
    CFUNCTYPE(c_double, doubles, c_int64)(w4),
    CFUNCTYPE(None, doubles)(w5),
    CFUNCTYPE(c_int64, c_char_p)(w6)]
addresses = [cast(callback, c_void_p).value for callback in callbacks]
