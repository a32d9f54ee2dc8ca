# pickled.py - How functions and classes of module blocks are pickled.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1

# pickle writes a function or class as the names of its module and of itself.
# A process that is not a fork of the program, as multiprocessing starts, has no
# module objmode.  A worker of a pool ends if it cannot read its task, and the
# pool then waits for ever.  So the name of a unit's module is pickled as an
# expression, whose value in such a process is the name of a module of stubs.
# They can be read, and raise ImportError when they are used.

# What such a process runs once.  `unit' is the name of the unit's module,
# `file' that of the C file, and `place' that of the module of stubs.
make_stubs = '''
import sys
from types import ModuleType

def stub(name):
    def refuse(*arguments, **keywords):
        raise ImportError(
            f"{unit}.{name} is defined in {file}, and this process is not a "
            "fork of the program that has this C file; use "
            "multiprocessing.get_context('fork'), or define it in a Python "
            "file that the module block imports", name=unit)

    def accept(*arguments, **keywords):
        pass

    class Stub(type):
        __call__ = refuse

        def __getattr__(cls, inner):
            if inner.startswith('__'):
                raise AttributeError(inner)
            return stub(f'{name}.{inner}')

    methods = dict.fromkeys(('__setstate__', '__setitem__', 'append',
                             'extend', 'add'), accept)
    methods.update(__new__=lambda cls, *arguments: object.__new__(cls),
                   __getattr__=refuse, __call__=refuse, __module__=unit)
    return Stub(name, (), methods)

class Stubs(ModuleType):
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return stub(name)

sys.modules[place] = Stubs(place)
'''


# The value is the name of the unit's module where there is a module objmode,
# and else that of its module of stubs.
either_name = """(
    unit if 'objmode' in __import__('sys').modules
    else (place in __import__('sys').modules or not exec(source)) and place)"""


class UnitName(str):
    """The name of the module of a unit, whose C file is `file'."""
    def __reduce_ex__(self, protocol):
        unit = str(self)
        # With a dot in its name the module would be one of a package.
        return eval, (either_name, {
            'unit': unit, 'file': str(self.file), 'source': make_stubs,
            'place': f"<{unit.replace('.', ' ')}>"})


def unit_name(name, file):
    """Return NAME, of the module of the C file FILE, so that its functions can
    be pickled."""
    named = UnitName(name)
    named.file = file
    return named
