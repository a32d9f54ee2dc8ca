# body-aux.py DIRECTORY - Use the kernel with C bodies.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, os, sys, threading

sys.path.insert(0, sys.argv[1])
path = os.path.join(sys.argv[1], 'body.so')
CALL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)

def use(lib):
    lib.body_error.restype = ctypes.c_char_p
    assert [lib.body_twice(n) for n in (3, 0, -1)] == [6, -2, -1]
    assert lib.body_error() == b'-1'
    assert sys.exc_info() == (None, None, None)
    # A frame deep, both ways.
    def deep(n): return lib.body_call(CALL(deep), n - 1) if n else 0
    assert deep(5) == 5
    large = 2 ** 31 - 1
    assert lib.body_call(CALL(lambda n: large), 0) == -1
    assert b'does not fit' in lib.body_error()

for kind in ctypes.CDLL, ctypes.PyDLL:
    lib = kind(path)
    use(lib)
    results = []
    def work(i): results.extend(lib.body_twice(n) for n in range(i, 900, 8))
    threads = [threading.Thread(target=work, args=[i]) for i in range(1, 9)]
    for t in threads: t.start()
    for t in threads: t.join()
    assert sorted(results) == [2 * n for n in range(1, 900)]

import body
before = sys.getrefcount(None)
for i in range(1000): assert body.twice(i + 101) == 2 * (i + 101)
assert abs(sys.getrefcount(None) - before) < 100
for n, error, text in ((-1, RuntimeError, '-1'), (-2, RuntimeError, '-2'),
                       (100, LookupError, 'before')):
    try: body.twice(n)
    except error as e: assert str(e) == text, e
    else: assert False
print('good')
