# typos.py GCC PLUGIN INCDIR COUNT SEED [OPTION...] - A misspelt clause or name
# is never silent.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Random programs with blocks are made, from SEED on, of which GCC does not say
# a word.  Then a word of a clause, of a type string or of a text is changed by
# one edit: a letter is dropped, doubled, replaced, or changes places with the
# next.  If the program knows the new word, nothing is said of it.  Else the
# clause or the name has lost its effect, and there must be a warning or an
# error in its line, or in a line that named the word.  COUNT edits are tried.
# Those that are silent are kept as typos-SEED-NUMBER.c.  OPTIONs are given to
# GCC: -fplugin-arg-objmode-no-warn-unused makes faults that must be found.
#
# A new clause or form of a type string needs a line in CLAUSES, TYPES or
# BLOCKS here.
#
# The exit status is 0 without findings, 1 with some, 2 if nothing was tested.

import builtins
import keyword
import os
import random
import re
import subprocess
import sys

# Each program has these; a word in braces of a block below is edited.
HEAD = """#include <objmode.h>
#include <stdint.h>
#define LIMIT 12
enum colour { RED = 4, GREEN };
struct point { int count; double weight; struct { int inner; } nested; };
extern int helper (int amount);
extern double scale (double factor, double offset);
objmode_module { R"py(
import math as maths
table = {}
def module_function(argument):
    return argument + 1
)py"; }
"""

# Clauses that any block may have: their text, a line of the block's text that
# uses them, or "" if none has to.
CLAUSES = [
    ("{total}", "{total} = {number} + 1"),
    ("{total}, {number}", "{total} = {number} = 1"),
    ('{ratio} = "{float64}"', "{ratio} = {number} * 1.5"),
    ('{label_text} = "{str}"', "{label_text} = str({ratio})"),
    ("{alias} ({number})", "print({alias})"),
    ("{alias} ({number} + {total})", "print({alias} + 1)"),
    ("{alias} ({point}.{count})", "{alias} = 7"),
    ("{alias} ({values}[{number}])", "{alias} += 2.5"),
    ('{pointer} = "[{number}]"', "{pointer}[0] = 1.5"),
    ('{pointer} = "{float64}[{number}, 2]"', "{pointer}[0, 1] = 1.5"),
    ('{pointer} = "[{number} : {total}]"', "print({pointer}.sum())"),
    ('{pointer} = "{copy} {float64}[{number}]"', "print({pointer}[0])"),
    ('{alias} ({pointer} + 1) = "[{number}]"', "{alias}[0] = 2"),
    ('{grid} = "{static} [2, 3]"', "table['g'] = {grid}"),
    ("{once}", ""), ("{every} (10)", ""), ("{every} ({number})", ""),
    ("{interval} (0.5)", ""), ("{interval} ({ratio})", ""),
    ("{error} ({status})", "{module_function}(1)"),
    ("{goto} ({failed})", "{module_function}(2)"),
    ("{__error__} ({status})", ""), ("{__once__}", ""),
    ("{__every__} (3)", ""),
]

# Lines of text that need no clause.  A keyword that is not there raises an
# exception.
LINES = [
    "print({number}, {LIMIT}, {RED})", "print({point}.{count})",
    "{point}.{weight} = 2.5", "print({helper}({number}))",
    "print({scale}(factor=1.5, offset=2))",
    "print({module_function}(3))", "{table}['k'] = {maths}.pi",
    "for k in {range}(3): {print}(k)", "print({values}.sum())",
    "{point}.{nested}.{inner} = 3",
]

# What Python knows besides, and words that the lexer gives a meaning.
OTHERS = """k g sum pi f R py objmode error once every interval goto __error__
__once__ __every__ __interval__ __goto__ static copy boolean int8 int16 int32
int64 uint8 uint16 uint32 uint64 intp uintp intc uintc float32 float64
longdouble complex64 complex128 str unicode_type bytes object types""".split()


class Program:
    def __init__(self, rng):
        clauses, lines, heads = [], [], set()
        used = set()
        for clause, line in rng.sample(CLAUSES, rng.randrange(1, 6)):
            words = re.findall(r"\{(\w+)\}", clause)
            # One clause of a kind, and no two outputs that are one object.
            key = words[0].strip("_")
            objects = set(words) & {"total", "number", "point", "values",
                                    "pointer", "ratio"}
            if key in heads or objects & used:
                continue
            heads.add(key)
            used |= objects
            clauses.append(clause)
            if line:
                lines.append(line)
        lines += rng.sample(LINES, rng.randrange(1, 4))
        rng.shuffle(lines)
        text = "\n".join(lines)
        body = ", ".join(clauses)
        self.text = f"""{HEAD}
int
{rng.choice("fgh")} (int number, double *pointer)
{{
  int total = 3, status = 0;
  double ratio = 0.5, values[4] = {{ 1, 2, 3, 4 }};
  double grid[2][3] = {{ {{ 0 }} }};
  char *label_text = 0;
  struct point point = {{ 1, 2, {{ 3 }} }};
  (void) label_text;
  (void) point;
  (void) pointer;
  (void) grid;
  (void) ratio;
  (void) status;
  with_objmode (@{body}@)
    {{ R"py(
@{text}@
)py"; }}
  if (status)
    goto failed;
  return total + number + (int) (ratio + values[0]) + point.count;
 failed:
  return -1;
}}
"""

    def write(self, rng=None, known=()):
        """Return the C file, in which one word that is not KNOWN afterwards
        is misspelt if there is a RNG, the word and what it became."""
        head, body, between, text, tail = self.text.split("@")
        words = list(re.finditer(r"\{(\w+)\}", body)) \
            + list(re.finditer(r"\{(\w+)\}", text))
        before = after = None
        if rng:
            for _ in range(50):
                at = rng.randrange(len(words))
                match = words[at]
                before = match.group(1)
                after = edit(rng, before)
                if after not in known and valid(after):
                    break
            else:
                return None, None, None
            in_body = at < len(list(re.finditer(r"\{(\w+)\}", body)))
            piece = body if in_body else text
            piece = piece[:match.start()] + after + piece[match.end():]
            body, text = (piece, text) if in_body else (body, piece)
        body, text = (re.sub(r"\{(\w+)\}", r"\1", x) for x in (body, text))
        return head + body + between + text + tail, before, after

    def known(self):
        """Return the words that mean something in the program."""
        words = set(re.findall(r"\w+", self.text))
        return words | set(OTHERS) | set(dir(builtins)) | set(keyword.kwlist)


def valid(word):
    return word and re.fullmatch(r"[A-Za-z_]\w*", word)


def edit(rng, word):
    """Return WORD with one edit."""
    at, kind = rng.randrange(len(word)), rng.randrange(4)
    letter = rng.choice("abcdefghijklmnopqrstuvwxyz_")
    if kind == 0:
        return word[:at] + word[at + 1:]
    if kind == 1:
        return word[:at] + rng.choice([letter, word[at]]) + word[at:]
    if kind == 2:
        return word[:at] + letter + word[at + 1:]
    return word[:at] + word[at + 1:at + 2] + word[at] + word[at + 2:]


def compile_text(command, text):
    with open("typos.c", "w", encoding="utf-8") as f:
        f.write(text)
    done = subprocess.run(command + ["typos.c"], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120, check=False,
                          env=dict(os.environ, LC_ALL="C"))
    return done.stdout.decode(errors="replace")


def main():
    gcc, plugin, incdir = sys.argv[1:4]
    count, seed = int(sys.argv[4]), int(sys.argv[5])
    command = [gcc, "-S", "-o", "/dev/null", "-Wall", "-Wextra", "-O1",
               f"-fplugin={plugin}", f"-I{incdir}", *sys.argv[6:]]
    rng = random.Random(seed)
    edits = findings = programs = 0
    while edits < count and findings < 20:
        program = Program(rng)
        text, _, _ = program.write()
        said = compile_text(command, text)
        programs += 1
        if said:
            findings += 1
            name = f"typos-{seed}-p{programs}.c"
            os.rename("typos.c", name)
            print(f"typos: {name}: a correct program draws: {said[:400]}",
                  flush=True)
            continue
        known = program.known()
        for _ in range(min(12, count - edits)):
            text, before, after = program.write(rng, known)
            if not text:
                break
            said = compile_text(command, text)
            edits += 1
            # A message of another place does not count.
            if ("warning:" in said or "error:" in said) \
               and "internal compiler" not in said and (
                    after in said or before in said):
                continue
            findings += 1
            name = f"typos-{seed}-{edits}.c"
            os.rename("typos.c", name)
            print(f"typos: {name}: {before} became {after}: "
                  f"{said[:400] or 'not a word'}", flush=True)
    if os.path.exists("typos.c"):
        os.remove("typos.c")
    print(f"typos: {edits} edits of {programs} programs, {findings} findings")
    return 1 if findings else 0 if edits else 2


sys.exit(main())
