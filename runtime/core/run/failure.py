# failure.py - What an error record says of an exception.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1

# The strings that failure.c copies to a failure.


def as_exit(error):
    """Return the SystemExit with the status 1 if the command `quit' of Python's
    debugger has raised ERROR, else ERROR.  Python's own main program ends in
    the same way."""
    bdb = sys.modules.get('bdb')
    if bdb is None or not isinstance(error, bdb.BdbQuit):
        return error
    return SystemExit(1).with_traceback(error.__traceback__)


def column_of(tb):
    """Return the column, from 1, at which TB is, or 0."""
    for n, where in enumerate(tb.tb_frame.f_code.co_positions()):
        if n == tb.tb_lasti // 2:
            return 0 if where[2] is None else where[2] + 1
    return 0


def message_of(error):
    """Return str(ERROR), or what tracebacks have for it if that raises."""
    try:
        return str(error)
    except Exception:
        return '<exception str() failed>'


def types_of(kind):
    """Return the names of the class KIND and of what it is derived from."""
    names = [type_name(base) for base in kind.__mro__]
    if issubclass(kind, OSError):
        names += ['IOError', 'EnvironmentError']
    return ''.join(name + '\n' for name in names)


def describe(error, file, outputs, failed):
    """Return what an error record says of ERROR, raised below a block of
    FILE: type, message, traceback, line, column, which of OUTPUTS, pairs of a
    Python and a C name, was never assigned, the message without its place,
    which part of the variable FAILED did not convert, and the types.  FAILED
    is None if that is not what went wrong."""
    import linecache, traceback
    placed = getattr(error, 'place', None)
    if placed and isinstance(error, SyntaxError):
        # Of the text itself: the frames are those of this file.
        error.__traceback__ = None
    for name in known_lines:
        entry = linecache.cache.get(name, (0, None))
        # An entry without a time is one of an earlier error, since when
        # more blocks may have been compiled.
        if entry[1:2] == (None,) and not os.path.exists(name):
            lines = known_source(name).splitlines(True)
            linecache.cache[name] = len(lines), None, lines, name
    message = plain = message_of(error)
    try:
        text = ''.join(traceback.format_exception(error))
    except Exception:
        text = f'{type_name(type(error))}: {message}\n'
    line = column = 0
    tb = error.__traceback__
    depth = 0
    while tb:
        if tb.tb_frame.f_code.co_filename == file:
            line, column = tb.tb_lineno, column_of(tb)
        tb = tb.tb_next
        depth += 1
    variable = None
    if depth == 1 and isinstance(error, UnboundLocalError):
        variable = dict(outputs).get((message.split("'") + [''])[1])
    if placed and not depth:
        line, column = placed
        plain = str(error.msg) if isinstance(error, SyntaxError) else message
    prefix, path, _ = error.__dict__.get('_objmode', ('', None, 0))
    if message.startswith(prefix):
        plain = plain[len(prefix):] if prefix else plain
    elif failed is not None:
        message = prefix + message
    if failed is None:
        path = variable
    elif not path or not path.startswith(failed):
        path = failed
    return (encoded(type_name(type(error))), encoded(message), encoded(text),
            line, column, variable, encoded(plain),
            path and encoded(path), encoded(types_of(type(error))))


def note_later(first, later):
    """Add to the exception FIRST, which a C function is going to raise, a note
    that a Python function which it has called since has raised LATER.  Of many
    the note counts those behind the tenth."""
    import traceback
    notes = getattr(first, '__notes__', [])
    prefix = 'also raised, later: '
    later_notes = [x for x in notes if x.startswith(prefix)]
    if len(later_notes) < 10:
        text = ''.join(traceback.format_exception_only(later)).rstrip()
        first.add_note(prefix + text)
        return
    if len(later_notes) == 10:
        first.add_note(prefix + '1 more')
        return
    n = int(later_notes[10][len(prefix):].split()[0])
    notes[notes.index(later_notes[10])] = f'{prefix}{n + 1} more'
