# ctypes-aux.py KERNEL KIND - A Python host: KIND is CDLL, PyDLL or cffi.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, os, sys, threading

path, kind = sys.argv[1:]
if kind == 'cffi':
    import cffi
    ffi = cffi.FFI()
    ffi.cdef('int kernel_add(int); double kernel_mean(const double *, int);'
             'int kernel_fail(void); void kernel_before(void);'
             'int kernel_differences(void); int kernel_threads(void);'
             'long kernel_parallel(int); int kernel_sleep(double);')
    lib = ffi.dlopen(path)
    def doubles(values): return ffi.new('double[]', values)
else:
    lib = getattr(ctypes, kind)(path)
    lib.kernel_mean.restype = ctypes.c_double
    lib.kernel_growth.restype = ctypes.c_long
    lib.kernel_parallel.restype = ctypes.c_long
    lib.kernel_sleep.argtypes = [ctypes.c_double]
    def doubles(values): return (ctypes.c_double * len(values))(*values)

lib.kernel_before()
assert lib.kernel_add(41) == 42
assert lib.kernel_fail() == 1
# No exception is left behind.
assert sys.exc_info() == (None, None, None)
lib.kernel_before()
for i in range(3):
    assert lib.kernel_add(i) == i + 1
    assert lib.kernel_fail() == 1
assert lib.kernel_differences() == 0

# Threads of Python, and of the kernel where the host gives up the GIL.
results = []
threads = [threading.Thread(target=lambda i: results.append(lib.kernel_add(i)),
                            args=[i]) for i in range(8)]
for t in threads: t.start()
for t in threads: t.join()
assert sorted(results) == list(range(1, 9))
if kind != 'PyDLL':
    assert lib.kernel_threads() == 1
    if kind == 'CDLL':
        assert lib.kernel_growth(1000) < 1024
    assert lib.kernel_parallel(100) == 5050
try:
    import numpy
except ImportError:
    pass
else:
    assert lib.kernel_mean(doubles([1, 2, 6]), 3) == 3

# A subinterpreter of this thread, which has run blocks.
if kind != 'cffi' and sys.version_info[:2] != (3, 12):
    try: import _xxsubinterpreters as interpreters
    except ImportError: import _interpreters as interpreters
    assert not lib.kernel_refuses()
    id = interpreters.create()
    script = f'import ctypes; lib = ctypes.{kind}({path!r})'
    interpreters.run_string(id, script + '\nassert lib.kernel_refuses()')
    interpreters.destroy(id)
    assert not lib.kernel_refuses()
    assert lib.kernel_add(1) == 2

# A frame deep, both ways.
CALL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
def deep(n): return lib.kernel_add(n - 1) if n else 0
assert deep(5) == 5

# Children.
pid = os.fork()
if pid == 0:
    os._exit(lib.kernel_add(6))
assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 7
import subprocess, multiprocessing
assert subprocess.run(['true']).returncode == 0
def child(): sys.exit(lib.kernel_add(8))
process = multiprocessing.get_context('fork').Process(target=child)
process.start()
process.join()
assert process.exitcode == 9
pid = os.posix_spawn('/bin/true', ['true'], {})
assert os.waitpid(pid, 0)[1] == 0
print('good')
