# record.py - Structs as NumPy has them.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def record_dtype(record, names, formats, offsets, size):
    """Return the dtype of a struct, whose scalars are of the class RECORD:
    FORMATS are dtypes, or pairs of one and the extents of a member that is an
    array."""
    import copyreg
    import numpy as np
    dtype = np.dtype((record, {'names': names, 'formats': formats,
                               'offsets': offsets, 'itemsize': size}))
    copyreg.dispatch_table.setdefault(type(dtype), reduce_dtype)
    return dtype


def reduce_dtype(dtype):
    """Return what pickles DTYPE.  That of a struct is pickled as the plain
    one, since the process that unpickles it may not have the module
    objmode."""
    function, arguments, *state = dtype.__reduce__()
    if getattr(arguments[0], '__module__', '') == 'objmode':
        arguments = (f'V{dtype.itemsize}', *arguments[1:])
    return (function, arguments, *state)


def reduce_record(record, dtype):
    """Return what pickles RECORD, an element of an array of structs of
    DTYPE."""
    import numpy as np
    function, arguments = np.void.__reduce__(record)
    return function, (dtype, *arguments[1:])


def add_columns(table, array, layout, structs, prefix):
    """Add the columns of ARRAY, whose members are LAYOUT, to TABLE.  PREFIX
    stands before their names, and STRUCTS is the class objmode.structs."""
    from itertools import product
    for name, attribute, sort, shape, inner in layout:
        if sort == 'hidden':
            table[prefix + name] = [getattr(s, attribute)
                                    for s in structs(array)]
            continue
        member = array[name]
        for index in product(*map(range, shape)):
            key = prefix + name + ''.join(f'[{i}]' for i in index)
            column = member[(slice(None), *index)] if index else member
            if sort == 'struct':
                add_columns(table, column, inner, structs, key + '.')
            elif sort == 'chars':
                table[key] = [s.partition(b'\0')[0]
                              .decode('utf-8', 'surrogateescape')
                              for s in column.tolist()]
            elif sort == 'union':
                table[key] = [row.tobytes() for row in column]
            elif sort == 'object':
                table[key] = column.tolist()
            else:
                table[key] = column


def make_table(array, layout, structs):
    """Return a dict of the columns of ARRAY, of structs with the members
    LAYOUT.  STRUCTS is the class objmode.structs."""
    if array.ndim != 1:
        raise ValueError(f'table: the array has {array.ndim} dimensions; write '
                         'objmode.table (array.reshape (-1))')
    table = {}
    add_columns(table, array, layout, structs, '')
    return table
