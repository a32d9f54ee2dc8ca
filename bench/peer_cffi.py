# peer_cffi.py - The workloads by cffi: extern "Python" functions.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# peer_cffi.py DIRECTORY builds the C module there; `import peer_cffi' uses
# it.

import sys

NAMES = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6']
DECLARATIONS = '''
  extern "Python" void p_w1 (void);
  extern "Python" double p_w2 (double);
  extern "Python" void p_w3 (double, int64_t, int32_t, _Bool, double *,
                             int64_t *);
  extern "Python" double p_w4 (double *, int64_t);
  extern "Python" void p_w5 (double *);
  extern "Python" int64_t p_w6 (const char *);
'''


def build(directory):
    """Compile the module bench_cffi into DIRECTORY."""
    import cffi
    ffi = cffi.FFI()
    ffi.cdef(DECLARATIONS)
    ffi.set_source('bench_cffi', '', extra_compile_args=['-O2'])
    ffi.compile(tmpdir=directory)


if __name__ == '__main__':
    build(sys.argv[1])
else:
    import numpy
    import bodies
    from bench_cffi import ffi, lib

    @ffi.def_extern()
    def p_w1():
        bodies.w1()

    @ffi.def_extern()
    def p_w2(x):
        return bodies.w2(x)

    @ffi.def_extern()
    def p_w3(a, b, c, d, y, k):
        y[0], k[0] = bodies.w3(a, b, c, d)

    @ffi.def_extern()
    def p_w4(x, length):
        return bodies.w4(numpy.frombuffer(ffi.buffer(x, 8 * length)))

    @ffi.def_extern()
    def p_w5(x):
        ffi.memmove(x, bodies.w5(), 8000)

    @ffi.def_extern()
    def p_w6(text):
        return bodies.w6(ffi.string(text).decode())

    addresses = [int(ffi.cast('intptr_t', ffi.addressof(lib, 'p_' + name)))
                 for name in NAMES]
