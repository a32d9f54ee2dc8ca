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


def of_one_type(value):
    """Return whether VALUE, which is not an array of NumPy, says itself what
    type all its elements have."""
    if type(value) in (list, tuple):
        return False
    if any(hasattr(value, name) for name in
           ('__array__', '__array_interface__', '__array_struct__')):
        return True
    try:
        memoryview(value)
    except TypeError:
        return False
    return True


# The kinds of dtypes that become one of each kind.
taken = {'b': 'b', 'i': 'iub', 'u': 'iub', 'f': 'fiub', 'c': 'cfiub'}


def exactly(array, types, dtype):
    """Return whether ARRAY, which NumPy has made of elements of TYPES, has
    what DTYPE would make of each of them.  NumPy finds a type for all of them
    first, which may lose bits."""
    import numpy as np
    kind, has = array.dtype.kind, array.dtype.itemsize
    if kind not in taken[dtype.kind]:
        return False
    whole = {int, bool, np.bool_}
    broken = {float, complex, np.float16, np.float32, np.float64,
              np.complex64, np.complex128}
    for t in types - whole - broken:
        if not issubclass(t, np.integer) or issubclass(t, np.timedelta64):
            return False
    if kind in 'biu':
        # A float is not rounded twice.
        return (dtype.kind in 'biu' or has <= 4
                or dtype.itemsize >= (8 if dtype.kind == 'f' else 16))
    if types <= broken:
        return True
    return dtype.itemsize == (8 if dtype.kind == 'f' else 16)


def refuse_dtype(array, dtype, c_type):
    """Raise the TypeError that says that the elements of ARRAY cannot become
    C_TYPE, which is DTYPE."""
    import numpy as np
    text = f'has dtype {array.dtype}, not {dtype}'
    if c_type != str(dtype):
        text += f' (C {c_type})'
    if array.size:
        bad = np.zeros(array.shape, bool)
        with np.errstate(all='ignore'):
            if array.dtype.kind == 'f' and dtype.kind in 'iu':
                bad = array != np.trunc(array)
            elif array.dtype.kind == 'c':
                bad = array.imag != 0
        where = np.unravel_index(int(np.argmax(bad)), array.shape)
        text += (f'; element {"".join(f"[{i}]" for i in where)} is '
                 f'{shown(array[where].item())}')
    raise TypeError(text)


def too_large(value, array, where):
    """Raise the OverflowError that says that VALUE does not fit: the first
    element of ARRAY for which WHERE holds."""
    import numpy as np
    error = OverflowError(f'{value} does not fit')
    index = np.unravel_index(int(np.argmax(where)), array.shape)
    error._objmode_index = tuple(map(int, index))
    raise error


def as_array(value, dtype, shape, c_type):
    """Return VALUE as a new array of DTYPE and SHAPE, element by element
    what a scalar of the type, C_TYPE in C, would take.  Or return a list of
    the elements and such an array, which they have to be stored to."""
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
    typed = isinstance(value, (np.ndarray, np.generic)) or of_one_type(value)
    a = np.asarray(value)
    if a.shape != shape:
        if not typed and not a.shape and len(shape):
            name = type(value).__name__
            raise TypeError(
                'None is not an array or sequence' if value is None else
                f'{"an" if name[0] in "aeiouAEIOU" else "a"} {name} is not an '
                'array or sequence')
        raise ValueError(f'has shape {a.shape}, not {shape}')
    have = a.dtype.kind
    if a.size == 0:
        return np.empty(shape, dtype)
    if have == 'O':
        return list(a.flat), np.empty(shape, dtype)
    if not typed:
        objects = np.asarray(value, object)
        if objects.shape != shape:
            raise ValueError(f'has shape {objects.shape}, not {shape}')
        elements = list(objects.flat)
        if not exactly(a, set(map(type, elements)), dtype):
            return elements, np.empty(shape, dtype)
    if a.dtype == dtype:
        return a if not typed and a.dtype is dtype else np.array(a, dtype)
    if have not in taken[kind]:
        refuse_dtype(a, dtype, c_type)
    if kind in 'iu':
        limits = np.iinfo(dtype)
        for extreme in a.min(), a.max():
            if not int(limits.min) <= int(extreme) <= int(limits.max):
                too_large(int(extreme), a, a == extreme)
        return a.astype(dtype)
    with np.errstate(all='ignore'):
        result = a.astype(dtype)
        if kind in 'fc':
            lost = np.isinf(result) & np.isfinite(a)
            if lost.any():
                if not typed:
                    return elements, np.empty(shape, dtype)
                too_large(str(a[lost].flat[0]), a, lost)
    return result


def place_error(error, prefix, name):
    """Return ERROR, or what is to be raised instead of it, with PREFIX, which
    says where and what the variable NAME is: in front of the message or, of
    an exception of an object's own code, in a note."""
    tb = error.__traceback__
    while tb is not None and tb.tb_frame.f_globals is globals():
        tb = tb.tb_next
    error.__traceback__ = tb
    # Not that of an earlier time at which the same exception was raised.
    if error.__dict__.get('_objmode', (0, 0, 0))[2] == id(tb):
        return error
    index = error.__dict__.pop('_objmode_index', ())
    if index:
        old, name = name, name + ''.join(f'[{i}]' for i in index)
        prefix = prefix.replace(f"'{old}'", f"'{name}'", 1)
        prefix = prefix.replace(' array): ', '): ')
    if tb is None and type(error) in (TypeError, ValueError, OverflowError):
        error = type(error)(prefix + message_of(error))
    else:
        note = prefix + 'the conversion of the value raised this exception'
        if note not in getattr(error, '__notes__', ()):
            error.add_note(note)
    error._objmode = prefix, name, id(error.__traceback__)
    return error


def rename(error, where, path, new):
    """Let the message of the exception ERROR, which is about the part PATH of
    a variable, say NEW instead, behind WHERE."""
    prefix, _, tb = error._objmode
    start = where + prefix.replace(f"'{path}'", f"'{new}'", 1)
    def moved(text):
        if isinstance(text, str) and text.startswith(prefix):
            return start + text[len(prefix):]
        return text
    error.args = tuple(map(moved, error.args))
    if hasattr(error, '__notes__'):
        error.__notes__ = list(map(moved, error.__notes__))
    error._objmode = start, new, tb


def index_error(error, name, index):
    """The exception ERROR is about a part of the element INDEX of the array
    NAME: say so in what it says of the place."""
    path = error.__dict__.get('_objmode', ('', '', 0))[1]
    if path.startswith(name):
        rename(error, '', path, f'{name}[{index}]{path[len(name):]}')


def path_error(error, start, where):
    """The exception ERROR is about a member of what was reached through
    pointers, by the path START.  Say so, and WHERE, in what it says of the
    place.  The names of such members begin with a dot."""
    path = error.__dict__.get('_objmode', ('', '', 0))[1]
    if path.startswith('.'):
        rename(error, where, path, start + path)
