# in_force.py SEED - Options and pragmas that may be in force where a block
# stands.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What they change - layout, byte order, signs, how structs are returned - they
# must change for blocks as they do for C, and nothing else.  A new one needs a
# string here.  The program prints random options in a line and then pragmas,
# each in a line of its own.  A compiler may reject some of them; who uses them
# must try them without blocks first.

import random
import sys

# Options that change the layout of types or the meaning of a declaration.
LAYOUT = """-fpack-struct -fpack-struct=1 -fpack-struct=2 -fpack-struct=4
-fpack-struct=8 -fpack-struct=16 -fshort-enums -fno-short-enums -fshort-wchar
-funsigned-char -fsigned-char -funsigned-bitfields -fsigned-bitfields
-mlong-double-64 -mlong-double-80 -mms-bitfields -mno-ms-bitfields
-fsso-struct=big-endian -fsso-struct=little-endian -malign-double
-malign-data=abi -malign-data=cacheline -freg-struct-return
-fpcc-struct-return -fms-extensions -fplan9-extensions
-fsingle-precision-constant -fcx-limited-range -fno-strict-aliasing""".split()

# Options that change how the code is made.
CODE = """-mno-sse2avx -msse4.2 -mfpmath=387 -mstackrealign -mno-red-zone
-mcmodel=medium -mcmodel=large -mforce-drap -maccumulate-outgoing-args
-fcf-protection=full -fstack-protector-all -finstrument-functions
-fpatchable-function-entry=4 -fwrapv -ftrapv -fexceptions
-fnon-call-exceptions -fasynchronous-unwind-tables -fno-jump-tables
-fno-common -fcommon -fno-plt -fPIC -fvisibility=hidden -fvisibility=internal
-ffunction-sections -fdata-sections -fkeep-inline-functions
-fkeep-static-functions -fno-builtin -fno-toplevel-reorder -fno-unit-at-a-time
-fmerge-all-constants -fno-merge-constants -fno-ident -fopenmp -fopenacc
-fgnu-tm -fgnu89-inline -fno-gnu-unique -fno-zero-initialized-in-bss
-ftrivial-auto-var-init=pattern -ftrivial-auto-var-init=zero
-fno-omit-frame-pointer -fomit-frame-pointer -fipa-pta -fwhole-program -flto
-fno-inline -fconserve-stack -fstack-clash-protection
-fno-delete-null-pointer-checks -fsanitize=signed-integer-overflow
-fprofile-arcs -pg -fharden-compares -fzero-call-used-regs=all -fchecking
-pipe -trigraphs -fextended-identifiers -fdollars-in-identifiers -g3 -gdwarf-5
-gsplit-dwarf -std=gnu99 -std=gnu11 -std=gnu2x -Wall -Wextra""".split()

LEVELS = ["-O0", "-O1", "-O2", "-O3", "-Os", "-Og", "-Ofast"]

# Pragmas that may stand between declarations.
FILE_PRAGMAS = """pack (1)
pack (2)
pack (4)
pack (8)
pack (16)
pack ()
pack (push, 1)
pack (push, 2)
pack (pop)
scalar_storage_order little-endian
scalar_storage_order default
GCC optimize ("O0")
GCC optimize ("O3")
GCC optimize ("Os", "no-inline")
GCC optimize ("short-enums")
GCC optimize ("unroll-loops,no-strict-aliasing")
GCC push_options
GCC pop_options
GCC reset_options
GCC target ("sse4.2")
GCC target ("no-sse3")
GCC target ("arch=x86-64")
GCC target ("tune=generic")
GCC visibility push (hidden)
GCC visibility push (default)
GCC visibility push (internal)
weak nowhere_defined
redefine_extname never_called always_called
GCC diagnostic push
GCC diagnostic pop
GCC diagnostic ignored "-Wall"
GCC diagnostic warning "-Wextra"
GCC poison poisoned_name
GCC unknown_to_everybody
STDC FP_CONTRACT OFF
STDC CX_LIMITED_RANGE ON
STDC FENV_ACCESS ON
push_macro ("error")
pop_macro ("error")
message "a message"
ident "a string"
once
omp declare target
omp end declare target""".splitlines()

# Pragmas that may stand between statements.
# As an option of the same name, this one draws errors.  It is rare.
BIG_ENDIAN = "scalar_storage_order big-endian"
STATEMENT_PRAGMAS = [x for x in FILE_PRAGMAS if x.split()[0] in (
    "pack", "STDC", "push_macro", "message") or "diagnostic" in x
    or "unknown" in x]


def options(rng):
    """Return a list of random options for a compilation."""
    chosen = [rng.choice(LEVELS)]
    layout = [x for x in LAYOUT
              if "big-endian" not in x or rng.randrange(4) == 0]
    chosen += rng.sample(layout, rng.choice([0, 1, 1, 2, 3]))
    chosen += rng.sample(CODE, rng.choice([0, 0, 1, 2, 3]))
    return chosen


def pragmas(rng, count=None, inside=False):
    """Return lines with COUNT random pragmas that may stand between
    declarations or, if INSIDE, between statements."""
    if count is None:
        count = rng.choice([0, 0, 1, 1, 2])
    choices = STATEMENT_PRAGMAS if inside else FILE_PRAGMAS
    if not inside and rng.randrange(20) == 0:
        choices = [*choices, *[BIG_ENDIAN] * 5]
    return [f"#pragma {rng.choice(choices)}" for _ in range(count)]


def main():
    rng = random.Random(int(sys.argv[1]))
    print(" ".join(options(rng)))
    for line in pragmas(rng, rng.choice([1, 2, 3])):
        print(line)


if __name__ == "__main__":
    main()
