# flags.pyi - What is in the module `flags', which embed.py makes.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# embed.py fails if the names here are not those that it makes.

# Of names: OBJMODE_NAME_FLAG of pysource-flags.def.
READ: int
ASSIGNED: int
GLOBAL: int
INPUT: int
PLAIN: int
CALLED: int
BUILTIN: int
EARLY: int
ATTRIBUTE: int
UFUNC: int
AUGMENTED_ONLY: int
NONLOCAL: int
GLOBAL_BELOW: int

# Of texts: OBJMODE_TEXT_FLAG of pysource-flags.def.
ALL_NAMES: int
RETURN: int
BREAK: int
CONTINUE: int
STAR: int
NO_END: int

# The words of keywords.def.
KEYWORDS: frozenset[str]
