# bootstrap.py - The part of the core that is Python.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1

# What is seldom done and easier said in Python.  It is compiled when objmode
# is built, see bootstrap.c, which runs it once in a namespace of its own,
# together with the other .py files here; the core's C functions are found
# there too.  Its frames never show in a traceback: see error.c and module.c.
# Every start of Python runs what is outside of functions, so there is little
# of it, and what is not in the interpreter itself is imported at its first
# use.

import sys, io, os

# The lines of C files that are known, for when a file is not there:
# { file: { line: bytes } }.
known_lines = {}


def place(table, line, column):
    """Return where (LINE, COLUMN) of the text is in the C file.  TABLE is in
    the order of the text."""
    low, high = 0, len(table)
    while high - low > 1:
        middle = (low + high) // 2
        if table[middle][:2] > (line, column):
            high = middle
        else:
            low = middle
    at, start, c_line, c_column = table[low]
    if line == at:
        column += c_column - start
    return max(c_line + line - at, 1), max(column, 0)


def place_of_end(table, line, column):
    """Return where a node that ends before (LINE, COLUMN) of the text ends
    in the C file."""
    end = place(table, line, column)
    if column:
        c_line, c_column = place(table, line, column - 1)
        # The node ends where its literal does, not where the next begins;
        # but behind the second character of an escape sequence.
        if c_line != end[0] or end[1] - c_column > 2:
            return c_line, c_column + 1
    return end


def move(tree, table):
    """Move all nodes of TREE to where they are in the C file."""
    todo = [tree]
    while todo:
        node = todo.pop()
        if hasattr(node, 'lineno'):
            start = place(table, node.lineno, node.col_offset)
            end = place_of_end(table, node.end_lineno, node.end_col_offset)
            node.lineno, node.col_offset = start
            node.end_lineno, node.end_col_offset = max(start, end)
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list):
                todo.extend(v for v in value if hasattr(v, '_fields'))
            elif hasattr(value, '_fields'):
                todo.append(value)


def remember(source, table, file):
    """Note the lines of SOURCE at their places in FILE."""
    lines = known_lines.setdefault(file, {})
    starts = {}
    for number, start, *_ in table:
        if start > 0:
            starts.setdefault(number, []).append(start)
    for number, line in enumerate(source.split('\n'), 1):
        line = line.encode()
        cuts = [0, *starts.get(number, ())]
        for start, end in zip(cuts, cuts[1:] + [len(line)]):
            piece = line[start:end]
            if piece.strip():
                at, column = place(table, number, start)
                old = lines.get(at, b'')
                if len(old) <= column:
                    lines[at] = old.ljust(column) + piece


def known_source(file):
    """Return the text of FILE as far as it is known, or None."""
    lines = known_lines.get(file)
    if not lines:
        return None
    return ''.join(lines.get(n, b'').decode(errors='replace') + '\n'
                   for n in range(1, max(lines) + 1))


def locate(error, source, table, moved):
    """Change ERROR, of SOURCE whose places TABLE gives, to where it is in the C
    file.  MOVED: it is there, in bytes; else where the parser found it, in
    characters of SOURCE.  The text of its line is the one of SOURCE."""
    text = ''
    if not moved:
        # CPython counts in the line of the C file that has this number.
        from _ast import PyCF_ONLY_AST
        try:
            compile(source, '<objmode>', 'exec', PyCF_ONLY_AST, True)
        except SyntaxError as again:
            error.offset = again.offset
    line, column = error.lineno, (error.offset or 1) - 1
    if not moved:
        text = ''.join(source.split('\n')[line - 1:line])
        before = text[:column]
        line, column = place(table, line, len(before.encode()))
    error.lineno, error.place = line, (line, column + 1)
    error.offset = len(before) + 1 if text else None
    error.text = text or None
    error.end_lineno, error.end_offset = error.lineno, None


def compile_tree(source, table, file, leaves):
    """Do what compile_text does by way of the syntax tree."""
    from _ast import PyCF_ONLY_AST
    moved = False
    try:
        tree = compile(source, file, 'exec', PyCF_ONLY_AST, True)
        move(tree, table)
        moved = True
        if leaves:
            may_leave(tree)
        return compile(tree, file, 'exec', 0, True)
    except SyntaxError as error:
        if error.lineno and error.filename == file:
            locate(error, source, table, moved)
        raise


def compile_text(source, table, file, leaves=False):
    """Return the code of SOURCE, whose places TABLE gives.  LEAVES: it is a
    function that may leave its block."""
    (line, column, c_line, c_column), *others = table
    # Most texts only lie further down in the C file.  To move them there is
    # quick; to make the types of a syntax tree, which Python's own compile
    # does always, takes a fifth of the time in which Python starts.
    only_down = (not others and line == 1 and column == c_column
                 and 1 <= c_line <= 10000)
    code = None
    if only_down and not leaves:
        try:
            code = compile_source('\n' * (c_line - 1) + source, file)
        except SyntaxError:
            # What follows says where it is.
            pass
    try:
        code = code or compile_tree(source, table, file, leaves)
    except SyntaxError as error:
        raise error.with_traceback(None)
    remember(source, table, file)
    return code


def begin_with_gil(code):
    """Return CODE, which then does not give the GIL away where it begins:
    RESUME does so only if its argument is less than 2."""
    resume = (lambda: 0).__code__.co_code[0]
    text = bytearray(code.co_code)
    text[2 * text[::2].index(resume) + 1] = 2
    return code.replace(co_code=bytes(text))


def make_function(source, table, file, name, namespace, leaves, critical):
    """Return the function that SOURCE, a def statement, defines; it gets
    the NAME of the C function and the globals NAMESPACE.  LEAVES: as in
    may_leave.  CRITICAL: it stores what other threads may see."""
    local = {}
    exec(compile_text(source, table, file, leaves), namespace, local)
    function, = local.values()
    function.__code__ = function.__code__.replace(co_name=name,
                                                  co_qualname=name)
    if critical:
        function.__code__ = begin_with_gil(function.__code__)
    function.__name__ = function.__qualname__ = name
    return function


ModuleType = type(sys)
ModuleSpec = type(sys.__spec__)


class Loader:
    """Runs module blocks for `import objmode.NAME'."""
    def __init__(self, file):
        self.file = file

    def create_module(self, spec):
        return find_unit(spec.name)

    def exec_module(self, module):
        run_unit(module)

    def get_source(self, name):
        return known_source(self.file)

    def is_package(self, name):
        return False


class Finder:
    """Finds the modules of the units."""
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.startswith('objmode.'):
            module = find_unit(name)
            if module is not None:
                return module.__spec__
        return None


def find_offer(name):
    """Return objmode.NAME, which is made now.  It is the __getattr__ of the
    package."""
    value = make_offer(name)
    if value is None:
        raise AttributeError(f"module 'objmode' has no attribute {name!r}")
    # Another thread may have made it meanwhile.
    return sys.modules['objmode'].__dict__.setdefault(name, value)


def list_package():
    """Return the names of the package, with those that are not made yet.  It
    is the __dir__ of the package."""
    return sorted({*sys.modules['objmode'].__dict__, *list_offers()})


def init_modules():
    """Make the package objmode unless there is one, and its finder."""
    if 'objmode' not in sys.modules:
        package = ModuleType('objmode', 'The units of C that run Python.')
        package.__path__ = []
        package.__spec__ = ModuleSpec('objmode', None, is_package=True)
        sys.modules['objmode'] = package
    names = sys.modules['objmode'].__dict__
    names.setdefault('__getattr__', find_offer)
    names.setdefault('__dir__', list_package)
    sys.meta_path.append(Finder)


def make_module(name, file):
    """Return a new module NAME of the C file FILE."""
    module = ModuleType(unit_name(name, file))
    module.__file__ = file
    module.__package__ = 'objmode'
    module.__loader__ = Loader(file)
    module.__spec__ = ModuleSpec(name, module.__loader__, origin=file)
    module.__spec__.has_location = True
    module.__builtins__ = __builtins__
    return module


def publish(module):
    """Make MODULE importable under its name."""
    name = module.__name__
    sys.modules[name] = module
    setattr(sys.modules['objmode'], name.partition('.')[2], module)


def make_signature(names, types, result):
    """Return the signature of a C function with the parameters NAMES of the
    C types TYPES; RESULT is the type of its result."""
    from inspect import Parameter, Signature
    return Signature([Parameter(name, Parameter.POSITIONAL_OR_KEYWORD,
                                annotation=kind)
                      for name, kind in zip(names, types)],
                     return_annotation=result)


def names_of(names):
    """Return NAMES as CPython's messages list them."""
    names = [repr(name) for name in names]
    if len(names) < 3:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def as_memory(value):
    """Return an array of the memory of VALUE, a buffer."""
    import numpy as np
    return np.asarray(memoryview(value))


def union_bytes(value):
    """Return the bytes VALUE of a union as an array of its own."""
    import numpy as np
    return np.frombuffer(bytearray(value), np.uint8)


def type_name(kind):
    """Return the name of the class KIND as tracebacks print it."""
    if kind.__module__ in ('builtins', '__main__'):
        return kind.__qualname__
    return f'{kind.__module__}.{kind.__qualname__}'


def encoded(text):
    """Return TEXT in UTF-8.  Bytes that os.fsdecode has made surrogates of
    are bytes again; other surrogates, and U+0000, which would end it in C,
    are written as in a literal."""
    text = text.replace('\0', '\\x00')
    try:
        return text.encode()
    except UnicodeEncodeError:
        kept = ''.join(c if not '\ud800' <= c <= '\udfff'
                       or '\udc80' <= c <= '\udcff' else ascii(c)[1:-1]
                       for c in text)
        return kept.encode('utf-8', 'surrogateescape')


def clear_frames(error):
    """Let the frames of ERROR's traceback forget their variables."""
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        tb = error.__traceback__
        while tb:
            clear_frame(tb.tb_frame)
            tb = tb.tb_next
        error = error.__context__


def clear_frame(frame):
    """Let FRAME forget its variables, unless it still runs."""
    try:
        frame.clear()
        if sys.version_info < (3, 13) and frame.f_code.co_flags & 2:
            frame.f_locals.clear()
    except RuntimeError:
        pass


def clear_shells(things):
    """Let the shells of IPython among THINGS, which have ended, forget the
    variables that they have shown and the results."""
    for name, kind in (('interactiveshell', 'InteractiveShell'),
                       ('completer', 'Completer')):
        module = sys.modules.get('IPython.core.' + name)
        for thing in instances(things, getattr(module, kind, ())):
            attempt(clear_shell, thing)


def clear_shell(thing):
    """Let THING, a shell of IPython or what completes its names, forget what it
    has seen."""
    history = getattr(thing, 'history_manager', None)
    if history is None:
        thing.namespace = thing.global_namespace = {}
        return
    history.output_hist.clear()
    for namespace in thing.user_ns, thing.user_ns_hidden:
        for name in list(namespace):
            if not name.strip('_0123456789'):
                del namespace[name]
    hook = thing.displayhook
    hook._ = hook.__ = hook.___ = ''
    hook.exec_result = thing.last_execution_result = None


def let_go(code, generation):
    """Forget what only frames of CODE, or garbage, still hold.  GENERATION, as
    the garbage collector counts them, and the younger ones are searched.  2 is
    everything, which takes time in proportion to all that the process has."""
    import gc
    things = (gc.get_objects() if generation == 2
              else gc.get_objects(generation))
    for frame in instances(things, type(sys._getframe())):
        if frame.f_code is code:
            clear_frame(frame)
    if 'IPython' in sys.modules:
        clear_shells(things)
    things = frame = None
    gc.collect(generation)


def reaches(error, box):
    """Return whether the exception ERROR holds the view in the list BOX.  Only
    the thousand objects that are nearest to ERROR are looked at."""
    import gc
    view, = box
    todo, seen = [error], {id(error)}
    for thing in todo:
        held = gc.get_referents(thing)
        # The collector does not see what arrays hold.
        if not held and type(thing).__module__ == 'numpy':
            held = getattr(thing, 'base', None),
        for other in held:
            if other is view:
                return True
            if (id(other) not in seen and len(todo) < 1000
                    and not isinstance(other, (type, ModuleType))):
                seen.add(id(other))
                todo.append(other)
    return False


def referrers(box):
    """Return what refers to the object in the list BOX."""
    import gc
    return gc.get_referrers(*box)


def holders(box):
    """Return the types of what still holds the view in the list BOX."""
    import gc
    view, = box
    mine = box, sys._getframe()
    found = [type_name(type(h)) for h in gc.get_referrers(view)
             if not any(h is m for m in mine)]
    if not found:
        # The collector does not see arrays and buffers.
        found = ['numpy.ndarray or buffer']
    return ', '.join(sorted(set(found)))


def identifier(name):
    """Return what Python makes of NAME, a name of C, in its source."""
    import unicodedata
    return unicodedata.normalize('NFKC', name) if name.isidentifier() else name


def init_breakpoint():
    """Let breakpoint() be deaf to files that whoever runs the program can
    write: at all if the program has more rights than its user or is isolated,
    else to .pdbrc of the working directory."""
    def breakpointhook(*args, **keywords):
        if sys.flags.isolated:
            raise RuntimeError('breakpoint() is not available in a set-user-ID '
                               'program or an isolated Python')
        import pdb
        return debug(pdb, sys._getframe(1), *args, **keywords)
    chosen = os.environ.get('PYTHONBREAKPOINT')
    if sys.flags.isolated or chosen in (None, '', 'pdb.set_trace'):
        sys.breakpointhook = breakpointhook


def debug(pdb, frame, *, header=None):
    """Do what pdb.set_trace in FRAME does, but for .pdbrc."""
    debugger = pdb.Pdb(readrc=False)
    try:
        with open(os.path.expanduser('~/.pdbrc'), encoding='utf-8') as file:
            debugger.rcLines.extend(file)
    except OSError:
        pass
    if header is not None:
        debugger.message(header)
    debugger.set_trace(frame)


def set_main_thread(ident, native_id):
    """Make the thread IDENT, NATIVE_ID to the system, threading's main one
    instead of this one."""
    import _thread, threading
    main = threading.main_thread()
    del threading._active[main._ident]
    main._ident, main._native_id = ident, native_id
    threading._active[ident] = main
    if hasattr(main, '_handle'):
        main._handle = _thread._make_thread_handle(ident)
    old = getattr(main, '_tstate_lock', None)
    if old is not None:
        # It would be released when this thread ends.
        main._tstate_lock = _thread.allocate_lock()
        main._tstate_lock.acquire()
        threading._shutdown_locks.discard(old)
        threading._shutdown_locks.add(main._tstate_lock)


def init_exit():
    """Tell the core when atexit functions are run."""
    import atexit
    atexit.register(atexit_runs)


def finish(limit):
    """What the end of a Python process does, without ending Python: join
    threads for LIMIT seconds, run atexit functions, flush files."""
    import atexit, gc, time
    threading = sys.modules.get('threading')
    if threading is not None:
        for call in reversed(getattr(threading, '_threading_atexits', ())):
            attempt(call)
        end = time.monotonic() + limit
        for thread in threading.enumerate():
            if not (thread.daemon or thread is threading.current_thread()
                    or thread is threading.main_thread()):
                thread.join(max(end - time.monotonic(), 0))
                if thread.is_alive():
                    print(f'libobjmode: thread {thread.name!r} is still '
                          'running', file=sys.stderr)
    atexit._run_exitfuncs()
    # io.IOBase itself, an abstract class, takes long to say of an object that
    # it is none.
    for file in instances(gc.get_objects(), io.IOBase.__base__):
        attempt(flush_file, file)
    for thing in sys.stdout, sys.stderr:
        attempt(flush_file, thing)


def flush_file(file):
    """Write what FILE has not written."""
    if file is not None and not file.closed and file.writable():
        file.flush()


def attempt(function, *arguments):
    """Call FUNCTION; its exception is nobody's."""
    try:
        function(*arguments)
    except Exception:
        pass


def init_fork():
    """Tell the core when os.fork does what a fork needs by itself."""
    os.register_at_fork(before=lambda: fork_by_python(True),
                        after_in_parent=lambda: fork_by_python(False),
                        after_in_child=lambda: fork_by_python(False))
