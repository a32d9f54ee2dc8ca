# address.py - Pointers as numbers, and the memory at them.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def make_address():
    """Return the class objmode.address, the ints of pointers to what Python
    cannot see.  _why of an instance, if it has one, raises the exception that
    says what is missing."""
    class address(int):
        """The address in a C pointer.  It is an int and not an array, because
        the extents of what it points to are not known."""

        def _refuse(self, *ignored):
            if '_why' in self.__dict__:
                self._why()
            raise TypeError(f'address {self:#x}: has no extents; '
                            'objmode.carray (address, shape, dtype) is an '
                            'array of what is there')

        __getitem__ = __setitem__ = __len__ = __iter__ = _refuse

        def __reduce__(self):
            return int, (int(self),)

    address.__module__, address.__qualname__ = 'objmode', 'address'
    return address


def array_layout(shape, dtype):
    """Return SHAPE, an int or a sequence of ints, as a tuple, and DTYPE as a
    dtype of NumPy."""
    import numpy as np
    from operator import index
    try:
        shape = index(shape),
    except TypeError:
        shape = tuple(map(index, shape))
    for extent in shape:
        if extent < 0:
            raise ValueError(f'carray: extent {extent} is negative')
    return shape, np.dtype(dtype)
