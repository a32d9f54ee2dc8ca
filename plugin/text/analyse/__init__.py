# __init__.py - What a block's Python text says.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# pysource.c runs this package inside cc1, in a CPython that has only its
# builtin modules: nothing here may import a module of the standard library.
# embed.py compiles it into objmode-pysource.so.  The names below are what
# pysource.c calls; pysource.h says what they are for.
#
# The module `flags' has no file: embed.py makes it from pysource-flags.def and
# keywords.def.  flags.pyi declares it for type checkers and editors.

from .dump import listing
from .flow import analyse
from .names import identifier
from .source import function, module

__all__ = ['analyse', 'function', 'identifier', 'listing', 'module']
