# stdio.py - sys.stdin and sys.stdout, on C's stdin and stdout.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1

# Files of Python that are not in use but must stay open.
old_files = []


def init_output():
    """Put sys.stdout on C's stdout."""
    old = sys.stdout
    if not isinstance(old, io.TextIOWrapper):
        return
    class Stdout(io.BufferedIOBase):
        """What is below sys.stdout: the stdout of C."""
        name, mode = '<stdout>', 'wb'
        write, flush = stdout_write, stdout_flush
        fileno, isatty = stdout_fileno, stdout_isatty
        def writable(self):
            return True
    sys.stdout = sys.__stdout__ = io.TextIOWrapper(
        Stdout(), old.encoding, old.errors, '\n',
        line_buffering=old.line_buffering, write_through=True)
    sys.stdout.mode = 'w'
    if old.write_through:
        stdout_unbuffered()
    # Its file descriptor stays open.
    old_files.append(old)


def init_input():
    """Put sys.stdin on C's stdin."""
    old = sys.stdin
    if not isinstance(old, io.TextIOWrapper):
        return
    whole, line, ready = range(3)
    def count(size):
        return -1 if size is None else size
    class Stdin(io.BufferedIOBase):
        """What is below sys.stdin: the stdin of C."""
        name, mode = '<stdin>', 'rb'
        fileno, isatty, peek = stdin_fileno, stdin_isatty, stdin_peek
        seek = stdin_seek
        # How many bytes the characters have at least that are wanted, or 0.
        limit = 0
        def readable(self):
            return True
        def seekable(self):
            try:
                return stdin_seek(0, 1) >= 0
            except OSError:
                return False
        def tell(self):
            return stdin_seek(0, 1)
        def read(self, size=-1):
            return stdin_read(count(size), whole)
        def readline(self, size=-1):
            return stdin_read(count(size), line)
        def read1(self, size=-1):
            if not self.limit:
                return stdin_read(count(size), ready)
            data = stdin_read(self.limit, ready)
            self.limit = max(self.limit - len(data), 1)
            return data
    below = Stdin()
    def exactly(method):
        def read(size=-1):
            below.limit = max(count(size), 0)
            try:
                return method(size)
            finally:
                below.limit = 0
        return read
    text = io.TextIOWrapper(below, old.encoding, old.errors, '\n')
    # These take no more bytes than they need; iteration takes lines anyway.
    text.read, text.readline = exactly(text.read), exactly(text.readline)
    sys.stdin = sys.__stdin__ = text
    sys.stdin.mode = 'r'
    old_files.append(old)


def find_idle_words():
    """Return the class, the index of a word, and its value in objects that
    hold nothing back, for TextIOWrapper and BufferedWriter; and FileIO,
    which never does."""
    def find(object, *pieces):
        seen = [words(object)]
        for piece in pieces:
            object.write(piece)
            seen.append(words(object))
        object.flush()
        seen.append(words(object))
        places = [(type(object), i, now[0])
                  for i, now in enumerate(zip(*seen))
                  if now[1:3] == (1, 3) and now[0] == now[3] <= 0]
        return places[0] if len(places) == 1 else (None, 0, 0)
    return (find(io.TextIOWrapper(io.BytesIO(), 'utf-8'), 'x', 'yy'),
            find(io.BufferedWriter(io.BytesIO()), b'x', b'yy'), io.FileIO)
