# lowlevel.py - C functions as low-level callables of SciPy.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def make_lowlevel(name, function, data):
    """Return a scipy.LowLevelCallable of FUNCTION, a capsule of the C function
    NAME.  DATA is a capsule of the pointer that it gets, or None."""
    try:
        from scipy import LowLevelCallable
    except ImportError as error:
        # With another exception hasattr would not work.
        raise AttributeError(f'{name}.lowlevel: SciPy cannot be imported: '
                             f'{error}') from error
    return LowLevelCallable(function, data)
