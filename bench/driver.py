# driver.py - Time all contenders in this interpreter.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# driver.py DIRECTORY TURN JSON: DIRECTORY has what run.sh built.  In each of
# a few rounds each contender does each workload once, in an order that is
# shuffled.  JSON is a file to be written for table.py: by workload, in the
# order of the tables, medians over the rounds by contender.  Of those who take
# long to start only TURN 1 asks anything.  With it are the version of Python
# and the names of the contenders, in their order.

import ctypes
import importlib
import json
import random
import statistics
import sys

LOOPS = ['w1', 'w2', 'w3', 'w4', 'w4long', 'w5', 'w6']
# Name, loop, how it is run, crossings at most.
WORKLOADS = [
    ('W1 nothing', 'w1', 'here', 1 << 30),
    ('W2 double in, double out', 'w2', 'here', 1 << 30),
    ('W3 four numbers in, two out', 'w3', 'here', 1 << 30),
    ('W4 view of 1000 doubles', 'w4', 'here', 1 << 30),
    ('W4 view of a million', 'w4long', 'here', 1 << 30),
    ('W5 1000 doubles out', 'w5', 'here', 1 << 30),
    ('W6 string in, length out', 'w6', 'here', 1 << 30),
    ('W7 W2 on a foreign thread', 'w2', 'foreign', 1 << 30),
    ('W7 W2 on two threads', 'w2', 'two', 1 << 30),
    ('W7 W2, a fresh thread each', 'w2', 'fresh', 200)]
SLICE = 3e6     # Nanoseconds of a measurement.
ROUNDS = 3


def expected(loop, n):
    """Return the sum of N crossings of LOOP."""
    term = {'w1': lambda i: 1,
            'w2': lambda i: i * 0.5 + 1,
            'w3': lambda i: (i * 0.5 + (i & 1023 if i & 1 else 0)
                             + i * 3 + (i & 1023)),
            'w4': lambda i: i,
            'w4long': lambda i: i,
            'w5': lambda i: i % 1000,
            'w6': lambda i: 2 if i & 1 else 14}[loop]
    return float(sum(map(term, range(n))))


def symbols(library):
    """Return the addresses of the loops of LIBRARY by name."""
    return {name: ctypes.cast(getattr(library, name), ctypes.c_void_p).value
            for name in LOOPS}


def plain(directory, name):
    """Return the loops of NAME.so, which wants to know bodies.py if it has
    `setup'."""
    path = f'{directory}/{name}.so'
    library = ctypes.CDLL(path)
    if hasattr(library, 'setup'):
        setup = ctypes.PyDLL(path).setup
        setup.argtypes = [ctypes.py_object]
        if setup(importlib.import_module('bodies')) != 0:
            raise ImportError(name)
    return symbols(library)


def by_callbacks(directory, name):
    """Return the loops of the module NAME, which has the addresses of the
    functions of a table."""
    library = ctypes.CDLL(f'{directory}/callback-{name}.so')
    module = importlib.import_module('peer_' + name)
    table = (ctypes.c_void_p * 6).in_dll(library, 'callbacks')
    table[:] = module.addresses
    return symbols(library)


def compiled(directory, name):
    """Return the loops of the module NAME, which has their addresses."""
    return dict(zip(LOOPS, importlib.import_module('peer_' + name).addresses))


def only_w5(directory, name):
    """Return the loop w5 of NAME.so."""
    return {'w5': plain(directory, name)['w5']}


CONTENDERS = [('objmode', plain, 'objmode'),
              ('held', plain, 'objmode-held'),
              ('kept', only_w5, 'objmode-kept'),
              ('C, best', plain, 'best'),
              ('C, naive', plain, 'naive'),
              ('Numba', compiled, 'numba'),
              ('Cython', by_callbacks, 'cython'),
              ('pybind11', plain, 'pybind11'),
              ('cffi', by_callbacks, 'cffi'),
              ('ctypes', by_callbacks, 'ctypes')]
SLOW = ['Numba']        # To start.


class Harness:
    """The functions of harness.c."""
    def __init__(self, directory):
        library = ctypes.CDLL(f'{directory}/harness.so')
        self.run = {}
        for how in ('here', 'foreign', 'two', 'fresh'):
            self.run[how] = getattr(library, how)
            self.run[how].restype = ctypes.c_double

    def __call__(self, how, address, n):
        """Do N crossings; return nanoseconds for each, and the sum."""
        total = ctypes.c_double()
        time = self.run[how](ctypes.c_void_p(address), ctypes.c_int64(n),
                             ctypes.byref(total))
        return time, total.value


def load(directory, first):
    """Return the loops of all contenders that are there; name those that are
    not if this is the FIRST time."""
    found = {}
    for name, loader, argument in CONTENDERS:
        if name in SLOW and not first:
            continue
        try:
            found[name] = loader(directory, argument)
        except (ImportError, OSError) as error:
            if first:
                print(f'{name} is left out: {error}')
    return found


def check(harness, found):
    """End unless each loop gives the right sum."""
    for name, loops in found.items():
        for loop, address in loops.items():
            total = harness('here', address, 2003)[1]
            if total != expected(loop, 2003):
                sys.exit(f'{name}, {loop}: {total!r} instead of '
                         f'{expected(loop, 2003)!r}')


def measure(harness, found, turn):
    """Return lists of nanoseconds by workload and contender."""
    times = {}
    crossings = {}
    for title, loop, how, most in WORKLOADS:
        for name, loops in found.items():
            if loop not in loops:
                continue
            # The first one touches memory, and fills caches.
            for _ in range(2):
                time = harness(how, loops[loop], 100)[0]
            crossings[title, name] = max(10, min(most, int(SLICE / time)))
            times[title, name] = []
    for number in range(ROUNDS):
        order = [(work, name) for work in WORKLOADS for name in found
                 if (work[0], name) in times]
        random.Random(turn * ROUNDS + number).shuffle(order)
        for (title, loop, how, most), name in order:
            n = crossings[title, name]
            time, total = harness(how, found[name][loop], n)
            # Two threads have half of it each, fresh ones begin anew.
            parts = {'two': 2, 'fresh': n}.get(how, 1)
            if total != parts * expected(loop, n // parts):
                sys.exit(f'{name}, {title}: wrong sum {total!r}')
            times[title, name].append(time)
    return times


def main(directory, turn, output):
    """Measure, and write the medians to OUTPUT."""
    sys.path.insert(0, directory)
    harness = Harness(directory)
    found = load(directory, turn == '1')
    check(harness, found)
    times = measure(harness, found, int(turn))
    result = {work: {name: statistics.median(times[work, name])
                     for name in found if (work, name) in times}
              for work, *_ in WORKLOADS}
    with open(output, 'w') as file:
        json.dump({'python': sys.version.split()[0], 'names': list(found),
                   'times': result}, file)


if __name__ == '__main__':
    main(*sys.argv[-3:])
