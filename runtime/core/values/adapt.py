# adapt.py - The functions of adapters.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def adapter_function(names, path):
    """Return what PATH means, which objmode_adapt has.  A name without dots is
    one of NAMES, those of the unit, or of the module builtins.  Of a name with
    dots the modules are imported, and the rest are attributes."""
    import builtins
    import importlib
    if '.' not in path:
        if path in names:
            return names[path]
        if hasattr(builtins, path):
            return getattr(builtins, path)
        raise NameError(f"objmode_adapt: name '{path}' is not defined in the "
                        "module of the C file")
    parts = path.split('.')
    found = importlib.import_module(parts[0])
    for n, name in enumerate(parts[1:], 2):
        if not hasattr(found, name) and hasattr(found, '__path__'):
            module = '.'.join(parts[:n])
            try:
                importlib.import_module(module)
            except ModuleNotFoundError as error:
                if error.name != module:
                    raise
        found = getattr(found, name)
    return found
