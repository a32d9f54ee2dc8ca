# debugged.py GCC PLUGIN INCDIR LIBDIR COUNT SEED [planted] - Random functions
# in the debugger.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# COUNT programs are made, from SEED on.  Their functions have variables of all
# types, which are not initialised: on the stack there is what was there before,
# pointers to nowhere, to freed memory or to former objects of Python.  A block
# calls breakpoint, and the debugger is told to print all of them.  Outputs that
# the text does not assign must keep their bits, and GCC must not say a word
# about what the text does not name.  No program may crash.  The program of a
# finding is kept as debugged-SEED.c.  With "planted" the texts name a string
# that is not there, which is an error of the program, and one is enough.
#
# The exit status is 0 without findings, 1 with some, 2 if nothing was tested.

import os
import random
import subprocess
import sys

SCALARS = ["bool", "char", "signed char", "unsigned char", "short", "int",
           "unsigned", "long", "unsigned long long", "__int128", "float",
           "double", "long double", "_Complex float", "_Complex long double",
           "enum colour", "void *", "char *", "const char *", "FILE *",
           "function", "objmode_object *", "struct plain *", "struct all *",
           "union either *", "OBJMODE_ARRAY (double, 2)", "array *",
           "struct plain", "struct all", "union either"]
# Those that can be outputs, and that C can compare bit by bit.
OUTPUTS = ["bool", "char", "short", "int", "unsigned long long", "float",
           "double", "long double", "_Complex float", "enum colour", "void *",
           "char *"]
ARRAYS = ["char", "unsigned char", "int", "double", "long double", "bool",
          "char *", "const char *", "objmode_object *", "struct plain",
          "struct all", "_Complex long double"]
QUALIFIERS = ["", "", "", "", "volatile ", "const ", "register "]

HEAD = """#include <objmode.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
enum colour { RED = 1, BLUE };
typedef int (*function) (int);
typedef OBJMODE_ARRAY (double, 2) array;
#define NUMBER 42
union either { char *s; double d; objmode_object *o; };
struct plain
{
  int i;
  char *s;
  double d[2];
  bool flag;
  unsigned bits : 3;
  struct plain *next;
  double *x;
  const char **words;
};
struct all
{
%s};
%s
static unsigned long word;

/* Leave words on the stack.  */

static void __attribute__ ((noinline))
leave (int mixed)
{
  volatile unsigned long words[2000];

  for (int i = 0; i < 2000; i++)
    words[i] = mixed && i %% 3 ? (unsigned long) &words[i] : word;
}
"""


class Program:
    """A Program is the text of one C program and what is typed into it."""

    def __init__(self, seed, planted):
        self.random = random.Random(seed)
        self.planted = planted
        self.number = 0
        self.commands = []
        members = "".join(f"  {self.declaration(f'm{i}', True)};\n"
                          for i in range(self.random.randint(1, 8)))
        files = [self.declaration(f"file_{i}", True) for i in range(4)]
        self.files = [f"file_{i}" for i in range(4)]
        statics = "".join(f"static {x} __attribute__ ((unused));\n"
                          for x in files)
        functions = [self.function(i) for i in range(6)]
        self.text = (HEAD % (members, statics) + "".join(functions)
                     + self.main(len(functions)))

    def declaration(self, name, plain=False):
        """Return the declaration of a variable NAME of a random type.  PLAIN:
        a member or a variable of the file, which has no variable extents."""
        choice = self.random.random()
        if choice < 0.65:
            types = [x for x in SCALARS if not plain or x != "struct all"]
            qualifier = "" if plain else self.random.choice(QUALIFIERS)
            kind = self.random.choice(types)
            if qualifier == "register " and not kind.endswith("*"):
                qualifier = ""
            if kind.endswith("*") and qualifier != "register ":
                return f"{kind}{qualifier}{name}"
            return f"{qualifier}{kind} {name}"
        types = [x for x in ARRAYS if not plain or x != "struct all"]
        kind = self.random.choice(types)
        extents = self.random.choice(["[3]", "[2][2]", "[1]"])
        if not plain and self.random.random() < 0.3 and "*" not in kind:
            extents = self.random.choice(["[n]", "[n][2]"])
        if "char *" in kind:
            extents = "[3]"
        return f"{kind} {name}{extents}"

    def command(self, names):
        """Append what looks at one of NAMES."""
        name = self.random.choice(names)
        self.commands.append(self.random.choice([
            f"p {name}", f"pp {name}", f"p repr ({name})", f"whatis {name}",
            f"p str ({name})", f"p [repr ({name}[k]) for k in {name}]",
            f"p {name}.tolist ()", f"p {name}.__class__", f"p {name}[0]",
            f"!{name}_ = {name}", f"p {name}.next.next.s", f"p {name}.x[0]",
            f"p {name}.next.words", f"p {name}[0].next", f"p {name} == {name}", f"p bool ({name})",
            "pp locals ()", "p sorted (vars ())", "args", "w", "l",
            "p NUMBER + BLUE", f"p {{k: repr ({name}[k]) for k in {name}}}"]))

    def function(self, number):
        """Return a function and append what is typed into its block."""
        names = [f"v{i}" for i in range(self.random.randint(2, 14))]
        lines = [f"  {self.declaration(x)};\n" for x in names]
        outputs = []
        for i in range(self.random.randint(0, 3)):
            kind = self.random.choice(OUTPUTS)
            outputs.append(f"out{i}")
            lines.append(f"  {kind} out{i};\n  unsigned char was{i}"
                         f"[sizeof out{i}];\n")
        checks = "".join(
            f"  if (memcmp (was{i}, &out{i}, width (sizeof out{i})))\n"
            f"    return {i + 1};\n" for i in range(len(outputs)))
        copies = "".join(f"  memcpy (was{i}, &out{i}, sizeof out{i});\n"
                         for i in range(len(outputs)))
        call = self.random.choice(["breakpoint ()",
                                   "import pdb; pdb.set_trace ()",
                                   "import pdb as debugger\n"
                                   "    debugger.set_trace ()"])
        text = f"\n    {call}\n    pass\n  "
        if self.planted:
            lines.append("  char *named = (char *) 1;\n")
            text = "\n    print (named)" + text
        everything = names + outputs + self.files
        for _ in range(self.random.randint(3, 12)):
            self.command(everything + ["a", "b"])
        self.commands += ["pp locals ()"]
        self.commands += [f"p {x}" for x in everything]
        self.commands.append("c")
        bits = "" if not outputs else (
            '#pragma GCC diagnostic push\n'
            '#pragma GCC diagnostic ignored "-Wuninitialized"\n'
            '#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"\n'
            f"{copies}#pragma GCC diagnostic pop\n")
        return (f"\nstatic int __attribute__ ((noinline))\n"
                f"f{number} (int n, double a[static 3], struct plain b[n])\n"
                "{\n" + "".join(lines) + bits
                + f"  with_objmode ({', '.join(outputs)}) {{ R\"py({text})py\""
                "; }\n" + checks + "  return 0;\n}\n")

    def main(self, count):
        """Return the function main, which calls COUNT functions."""
        words = self.random.sample(
            ["0", "1", "7", "~0UL", "0x4141414141414141", "0x7ffffffff000",
             "0x8000000000000000", "0x3fff", "(unsigned long) main",
             "(unsigned long) stdout", "freed", "former", "old", "4096",
             "(unsigned long) &word", "0x00000001ffffffff"], count)
        calls = "".join(f"  word = {word};\n  leave ({i % 2});\n"
                        f"  if (f{i} (3, a, b))\n    return {i + 3};\n"
                        for i, word in enumerate(words))
        return ("\nint\nmain (void)\n{\n  double a[3] = { 1, 2, 3 };\n"
                "  struct plain b[3] = { { 0 } };\n"
                "  unsigned long former, old;\n"
                "  char *memory = malloc (100);\n"
                "  unsigned long freed __attribute__ ((unused))\n"
                "    = (unsigned long) memory;\n"
                "  free (memory);\n"
                "  with_objmode (former, old) {\n"
                "    \"former = id ([object ()]); old = id ({1.5: 'x'})\";\n"
                "  }\n" + calls + "  puts (\"survived\");\n  return 0;\n}\n")


def with_width(text):
    """Return TEXT with the function that it compares outputs by: of a long
    double only the value bits count."""
    width = ("\n/* Return how many of SIZE bytes are a value.  */\n\n"
             "static unsigned long __attribute__ ((unused))\n"
             "width (unsigned long size)\n{\n"
             "  return size == sizeof (long double) ? 10 : size;\n}\n")
    at = text.index("static unsigned long word;")
    return text[:at] + width.lstrip("\n") + "\n" + text[at:]


def try_program(seed, arguments, planted):
    """Make program number SEED and run it.  Return what is wrong, or None."""
    gcc, plugin, incdir, libdir = arguments
    program = Program(seed, planted)
    name = f"debugged-{seed}.c"
    with open(name, "w") as file:
        file.write(with_width(program.text))
    level = program.random.choice(["-O0", "-O1", "-O2", "-O3"])
    options = ["-w"] if planted else ["-Wunused", "-Wuninitialized",
                                      "-Wmaybe-uninitialized", "-Werror"]
    done = subprocess.run(
        [gcc, *level.split(), "-g", *options, f"-fplugin={plugin}",
         f"-I{incdir}", name, "-o", "./debugged", f"-L{libdir}", "-lobjmode",
         f"-Wl,-rpath,{libdir}"], text=True, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT)
    if done.returncode:
        return f"{level}: does not compile\n{done.stdout}"
    environment = dict(os.environ, HOME="/nonexistent")
    environment.pop("PYTHONBREAKPOINT", None)
    try:
        done = subprocess.run(
            ["./debugged"], input="\n".join(program.commands) + "\n",
            text=True, errors="replace", stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=60, env=environment)
    except subprocess.TimeoutExpired:
        return f"{level}: timeout"
    if done.returncode or "survived" not in done.stdout:
        return (f"{level}: status {done.returncode}\n"
                + "\n".join(done.stdout.splitlines()[-15:]))
    os.remove(name)
    return None


def main():
    """Try the programs and print the findings."""
    arguments, count, seed = sys.argv[1:5], int(sys.argv[5]), int(sys.argv[6])
    planted = sys.argv[7:] == ["planted"]
    findings = 0
    for number in range(seed, seed + count):
        wrong = try_program(number, arguments, planted)
        if wrong:
            findings += 1
            print(f"finding: debugged-{number}.c, {wrong}")
            if planted:
                break
    if os.path.exists("debugged"):
        os.remove("debugged")
    print(f"debugged: {count} programs, {findings} findings")
    return 2 if not count else 1 if findings else 0


sys.exit(main())
