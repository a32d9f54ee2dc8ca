# elements.py - Arrays of what Python gave for an output.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1

# They can be copied to C's memory as they are.


def shown(value):
    """Return the repr of VALUE as messages have it."""
    try:
        text = repr(value)
    except Exception:
        # An int of more digits than CPython likes to print.
        return type(value).__name__
    return text if len(text) <= 100 else text[:100] + '...'


def real(value, make):
    """Return VALUE, a real number, as the float that MAKE makes of it."""
    try:
        number = make(value)
    except (OverflowError, ValueError):
        if isinstance(value, int):
            raise OverflowError(f'{shown(value)} does not fit') from None
        raise
    if abs(number) != float('inf'):
        return number
    # Some types become infinite instead of raising OverflowError.
    try:
        infinite = float(number)
        finite = value < infinite if number > 0 else value > infinite
    except TypeError:
        finite = False
    if finite or isinstance(value, int):
        raise OverflowError(f'{shown(value)} does not fit')
    return number


def one(value, dtype):
    """Return VALUE, an element, as a scalar of DTYPE would take it."""
    import numpy as np
    import operator
    kind, has = dtype.kind, dir(type(value))
    if kind == 'b':
        if type(value) not in (bool, np.bool_):
            raise TypeError(f'{shown(value)} is not a bool')
        return bool(value)
    if kind not in 'fc':
        if '__index__' not in has:
            raise TypeError(f'{shown(value)} is not an integer')
        return operator.index(value)
    text = isinstance(value, (str, bytes, bytearray))
    number = '__float__' in has or '__index__' in has
    make = np.longdouble if dtype.itemsize > 16 or dtype.char == 'g' else float
    if kind == 'c':
        if text or not number and '__complex__' not in has:
            raise TypeError(f'{shown(value)} is not a complex number')
        if number and '__complex__' not in has:
            return real(value, make)
        if isinstance(value, np.generic):
            return value
        z = complex(value)
        if number and abs(z.real) == float('inf'):
            real(value, make)
        return z
    if text or not number or isinstance(value, (complex, np.complexfloating)):
        raise TypeError(f'{shown(value)} is not a real number')
    return real(value, make)


def object_array(value, shape):
    """Return VALUE, an array or a sequence nested to the depth of SHAPE, as
    a new array of objects.  What is deeper are objects."""
    import numpy as np
    a = np.empty(shape, object)
    if isinstance(value, np.ndarray):
        if value.shape != shape:
            raise ValueError(f'has shape {value.shape}, not {shape}')
        a[...] = value
        return a
    todo = [((), value)]
    while todo:
        index, part = todo.pop()
        if len(index) == len(shape):
            a[index] = part
            continue
        if isinstance(part, (str, bytes)):
            raise TypeError(f'{part!r} is not a sequence of objects')
        part = list(part)
        if len(part) != shape[len(index)]:
            raise ValueError(f'has length {len(part)} in dimension '
                             f'{len(index)}, not {shape[len(index)]}')
        todo += [(index + (i,), p) for i, p in enumerate(part)]
    return a


def is_masked(array):
    """Return whether ARRAY has a mask."""
    import numpy as np
    return isinstance(array, np.ma.MaskedArray)


def as_array(value, dtype, shape):
    """Return VALUE as a new array of DTYPE and SHAPE, element by element
    what a scalar of the type would take."""
    import numpy as np
    if is_masked(value):
        raise TypeError('a masked array does not have a value for each '
                        'element')
    if dtype.kind == 'O':
        return object_array(value, shape)
    kind = dtype.kind
    if kind in 'iu':
        # Bytes are a sequence of integers, which NumPy takes for a string.
        if isinstance(value, bytes):
            value = memoryview(value)
        elif isinstance(value, (list, tuple)) and len(shape) > 1:
            value = [memoryview(v) if isinstance(v, bytes) else v
                     for v in value]
    a = given = np.asarray(value)
    if a.shape != shape:
        raise ValueError(f'has shape {a.shape}, not {shape}')
    have = a.dtype.kind
    if a.size == 0 or a.dtype == dtype:
        return np.array(a, dtype)
    if have == 'O':
        elements = [one(v, dtype) for v in a.flat]
        a = np.empty(shape, object if kind in 'biu' else
                     np.longdouble if kind == 'f' else np.clongdouble)
        a.flat = elements
    elif have not in {'b': 'b', 'i': 'iub', 'u': 'iub', 'f': 'fiub',
                      'c': 'cfiub'}[kind]:
        raise TypeError(f'has dtype {a.dtype}, not {dtype}')
    if kind in 'iu':
        limits = np.iinfo(dtype)
        for extreme in int(a.min()), int(a.max()):
            if not int(limits.min) <= extreme <= int(limits.max):
                raise OverflowError(f'{shown(extreme)} does not fit')
        return a.astype(dtype)
    with np.errstate(all='ignore'):
        result = a.astype(dtype)
        if kind in 'fc':
            lost = np.isinf(result) & np.isfinite(a)
            if lost.any():
                value = given[lost].flat[0]
                text = shown(value) if have == 'O' else str(value)
                raise OverflowError(f'{text} does not fit')
    return result
