# names.py - Names that a text finds while it runs.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def make_names(capsule, variables, functions):
    """Return the builtins of a text that sees all names: those of Python, but
    for the names of the list VARIABLES, which are read where CAPSULE says; and
    the C functions of the dictionary FUNCTIONS, which come last."""
    import builtins
    numbers = {name: number for number, name in enumerate(variables)}

    class Names(dict):
        """What a text finds that is not a name of its own or of its module."""
        def __missing__(self, name):
            if name in numbers:
                try:
                    return find_name(capsule, numbers[name])
                except KeyError:
                    pass
            if name in builtins.__dict__:
                return builtins.__dict__[name]
            return functions[name]

    return Names((name, value) for name, value in builtins.__dict__.items()
                 if name not in numbers)
