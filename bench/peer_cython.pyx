# cython: language_level=3, boundscheck=False
# peer_cython.pyx - The workloads by Cython.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

from libc.stdint cimport int32_t, int64_t, intptr_t
from libc.string cimport memcpy
cimport numpy
import bodies

numpy.import_array()

cdef object f1 = bodies.w1, f2 = bodies.w2, f3 = bodies.w3
cdef object f4 = bodies.w4, f5 = bodies.w5, f6 = bodies.w6


cdef void w1() with gil:
    f1()


cdef double w2(double x) with gil:
    return f2(x)


cdef void w3(double a, int64_t b, int32_t c, bint d, double *y,
             int64_t *k) with gil:
    y[0], k[0] = f3(a, b, c, d)


cdef double w4(double *x, int64_t length) with gil:
    cdef numpy.npy_intp dimension = length
    return f4(numpy.PyArray_SimpleNewFromData(1, &dimension,
                                              numpy.NPY_DOUBLE, x))


cdef void w5(double *x) with gil:
    cdef double[::1] result = f5()
    memcpy(x, &result[0], 1000 * sizeof(double))


cdef int64_t w6(const char *text) with gil:
    return f6(text.decode())


addresses = [<intptr_t> &w1, <intptr_t> &w2, <intptr_t> &w3,
             <intptr_t> &w4, <intptr_t> &w5, <intptr_t> &w6]
