# layout.py GCC PLUGIN INCDIR LIBDIR COUNT SEED [planted] - Random types under
# random options and pragmas.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# COUNT programs are made, from SEED on.  Each has types with random members
# between random pragmas, and is compiled with random options (in_force.py).
# C fills a variable of each type.  Blocks tell the value of each member,
# assign it to another variable, member by member and as a whole, in arrays
# and by functions; and C compares with what it has itself.  A program that
# GCC does not compile without blocks, or that then goes wrong, is left out.
# The program of a finding is kept as layout-SEED.c.  With "planted" each
# program changes a member behind the back of the block.
#
# The exit status is 0 without findings, 1 with some, 2 if nothing was tested.

import os
import random
import subprocess
import sys

import in_force

INTEGERS = ["char", "signed char", "unsigned char", "short",
            "unsigned short", "int", "unsigned", "long", "unsigned long",
            "long long", "unsigned long long", "wchar_t", "size_t",
            "ptrdiff_t", "char16_t", "char32_t"]
WIDE = ["__int128", "unsigned __int128"]
REALS = ["float", "double", "long double", "_Float32", "_Float64"]
COMPLEX = ["float _Complex", "double _Complex", "long double _Complex"]
# Types of bit-fields and their bits.
BITS = {"int": 32, "unsigned": 32, "signed": 32, "_Bool": 1, "long long": 64,
        "unsigned long long": 64, "short": 16, "unsigned char": 8,
        "signed char": 8, "char": 8}

HEAD = """#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>
"""

TELL = """
objmode_module { R"py(
def tell(x):
    if isinstance(x, bytes):
        x = x.decode()
    if isinstance(x, str):
        return f"<{x}>"
    if isinstance(x, complex) or "complex" in type(x).__name__:
        return f"{float(x.real):.17g},{float(x.imag):.17g}"
    if "float" in type(x).__name__ or "double" in type(x).__name__:
        return f"{float(x):.17g}"
    return str(int(x))
)py"; }
"""

# C's side of "tell", for each kind of member.
TELL_C = """
static char told[65536], *now = told;
static int failures;
static void
tell_integer (int negative, unsigned long long x)
{
  if (negative)
    now += sprintf (now, "%lld ", (long long) x);
  else
    now += sprintf (now, "%llu ", x);
}
static void
fail (const char *what, const char *where)
{
  printf ("%s: %s\\n", where, what);
  failures++;
}
static void
compare (char *text, const char *where)
{
  if (!text || strcmp (text, told))
    {
      fail ("Python tells", where);
      printf ("  Python %s\\n  C      %s\\n", text ? text : "nothing", told);
    }
  free (text);
  now = told;
  *now = 0;
}
"""


class Leaf:
    """What a path through members ends with."""

    def __init__(self, path, kind, numpy=False, bits=0):
        self.path, self.kind = path, kind
        # Whether it is in an array of structs, and what it is of one.
        self.numpy, self.bits = numpy, bits

    def python(self, variable):
        """The expression of the text."""
        if not self.numpy:
            return variable + "".join(
                f"[{x}]" if isinstance(x, int) else f".{x}"
                for x in self.path)
        # The elements of an array of structs have items.
        out, seen = variable, False
        for x in self.path:
            if isinstance(x, int):
                out += f"[{x}]"
                seen = True
            else:
                out += f'["{x}"]' if seen else f".{x}"
        return out

    def c(self, variable):
        return variable + "".join(
            f"[{x}]" if isinstance(x, int) else f".{x}" for x in self.path)

    def tell(self, variable):
        """C that adds the text of the value."""
        x = self.c(variable)
        if self.kind == "string":
            return f'now += sprintf (now, "<%s> ", {x});'
        if self.kind == "complex":
            return (f'now += sprintf (now, "%.17g,%.17g ", (double) __real__'
                    f' {x}, (double) __imag__ {x});')
        if self.kind == "real":
            return f'now += sprintf (now, "%.17g ", (double) {x});'
        if self.kind == "pointer":
            return f'tell_integer (0, (uintptr_t) {x});'
        return f"tell_integer ({x} < 0, {x});"

    def fill(self, variable, rng):
        """C that gives it a value."""
        x = self.c(variable)
        if self.kind == "string":
            text = "".join(rng.choice("abcxyz") for _ in range(
                rng.randrange(self.bits)))
            return f'strcpy ({x}, "{text}");'
        if self.kind == "complex":
            a, b = rng.randrange(-99, 99), rng.randrange(-99, 99)
            return f"{x} = __builtin_complex ({a} / 4.0, {b} / 8.0);"
        if self.kind == "real":
            return f"{x} = (double) {rng.randrange(-9999, 9999)} / 16;"
        if self.kind == "pointer":
            return f"{x} = (void *) (uintptr_t) {rng.randrange(1 << 40)}ULL;"
        least = 0 if self.kind == "wide" else -1
        return f"{x} = {rng.choice([least, 0, 1, 85, rng.getrandbits(62)])}LL;"

    def same(self, a, b):
        """A condition of C: the values in A and B are the same."""
        if self.kind == "string":
            return f"strcmp ({self.c(a)}, {self.c(b)}) == 0"
        return f"{self.c(a)} == {self.c(b)}"


class Generator:
    def __init__(self, seed, planted):
        self.rng = random.Random(seed)
        self.planted = planted
        self.options = in_force.options(self.rng)
        self.structs = []          # Name, members.
        self.reals = REALS if "-mlong-double-128" not in self.options \
            else REALS[:2]

    def pragmas(self, inside=False):
        return "".join(x + "\n" for x in in_force.pragmas(
            self.rng, inside=inside))

    def scalar(self):
        """Return a C type and its kind."""
        rng = self.rng
        k = rng.randrange(14)
        if k < 6:
            return rng.choice(INTEGERS), "integer"
        if k < 7:
            return "_Bool", "integer"
        if k < 8:
            return f"enum e{rng.randrange(3)}", "integer"
        if k < 11:
            return rng.choice(self.reals), "real"
        if k < 12:
            return rng.choice(COMPLEX), "complex"
        if k < 13:
            return "void *", "pointer"
        return rng.choice(WIDE), "wide"

    def enums(self):
        text = ""
        for i in range(3):
            values = self.rng.choice(["0, 1", "-1, 5", "0, 200", "0, 70000",
                                      "-200, 3", "0, 0xffffffff"])
            constants = ", ".join(f"E{i}{k} = {v}" for k, v in enumerate(
                values.split(", ")))
            packed = self.rng.choice(["", "", "__attribute__ ((packed)) "])
            text += f"enum {packed}e{i} {{ {constants} }};\n" + self.pragmas()
        return text

    def member(self, name):
        """Return the declaration of a member NAME, and its leaves."""
        rng = self.rng
        k = rng.randrange(12)
        attribute = rng.choice([""] * 8 + [
            " __attribute__ ((packed))", " __attribute__ ((aligned (2)))",
            " __attribute__ ((aligned (16)))"])
        if k < 5:
            ctype, kind = self.scalar()
            return f"{ctype} {name}{attribute};", [Leaf([name], kind)]
        if k < 8:
            ctype = rng.choice([*BITS, "enum e0", "enum e2"])
            width = rng.randrange(1, BITS.get(ctype, 8) + 1)
            text = f"{ctype} {name} : {width};"
            if rng.randrange(6) == 0:
                text += f" {rng.choice(['int', 'char'])} : " \
                    f"{rng.choice([0, 0, 3])};"
            return text, [Leaf([name], "integer", bits=width)]
        if k < 9:
            size = rng.randrange(1, 9)
            return f"char {name}[{size}]{attribute};", [
                Leaf([name], "string", bits=size)]
        if k < 11 or not self.structs:
            ctype, kind = self.scalar()
            while kind in ("wide", "pointer") or ctype == "char":
                ctype, kind = self.scalar()
            size = rng.randrange(1, 4)
            return f"{ctype} {name}[{size}]{attribute};", [
                Leaf([name, i], kind) for i in range(size)]
        inner, leaves = rng.choice(self.structs)
        if rng.randrange(2):
            return f"struct {inner} {name}{attribute};", [
                Leaf([name] + x.path, x.kind, x.numpy, x.bits)
                for x in leaves]
        # Arrays have neither bit-fields nor integers of 128 bits.
        return f"struct {inner} {name}[2]{attribute};", [
            Leaf([name, i] + x.path, x.kind, True, x.bits)
            for i in range(2) for x in leaves
            if x.kind != "wide" and not (x.bits and x.kind == "integer")]

    def struct(self, number):
        """Return a definition of a struct."""
        rng = self.rng
        name = f"s{number}"
        body, leaves = "", []
        for i in range(rng.randrange(1, 7)):
            text, more = self.member(f"m{i}")
            body += f"  {text}\n"
            leaves += more
        attribute = rng.choice([""] * 9 + [
            " __attribute__ ((packed))", " __attribute__ ((packed))",
            " __attribute__ ((aligned (16)))",
            " __attribute__ ((aligned (32)))",
            " __attribute__ ((ms_struct))", " __attribute__ ((gcc_struct))",
            ' __attribute__ ((scalar_storage_order ("big-endian")))',
            ' __attribute__ ((scalar_storage_order ("little-endian")))'])
        self.structs.append((name, leaves))
        return f"struct {name}\n{{\n{body}}}{attribute};\n"

    def blocks(self, text, clauses=""):
        return (f"#ifndef ORACLE\n  with_objmode ({clauses}) {{ R\"py(\n"
                f"{text}\n)py\"; }}\n#endif\n")

    def checks(self, name, leaves):
        """Return functions that test the struct NAME."""
        rng = self.rng
        fill = "".join(f"  {x.fill('(*v)', rng)}\n" for x in leaves)
        tell = "".join(f"  {x.tell('v')}\n" for x in leaves)
        told = " + ".join(f'tell({x.python("v")}) + " "' for x in leaves)
        alone = "\n".join(f"{x.python('w')} = {x.python('v')}"
                          for x in leaves)
        whole = rng.choice(["x = v", "x = dict(v)", "x = v.copy()",
                            "x = [v[k] for k in v]",
                            "import types\n"
                            "x = types.SimpleNamespace(**dict(v))"])
        def compare(a, b, where):
            return "".join(
                f"  if (!({x.same(a, b)}))\n"
                f'    fail ("{x.c("")} differs", "{where} {name}");\n'
                for x in leaves)
        # What an array of structs does not have keeps its value.
        seen = [x for x in leaves if x.kind not in ("wide", "pointer")
                and not (x.bits and x.kind == "integer")]
        elements = "\n".join(
            Leaf([1] + x.path, x.kind, numpy=True).python("aw") + " = "
            + Leaf([1] + x.path, x.kind, numpy=True).python("av")
            for x in seen) or "pass"
        array = "".join(
            f"  if (!({x.same('aw[1]', 'v')}))\n"
            f'    fail ("{x.c("")} differs", "array of {name}");\n'
            for x in seen)
        plant = f"  memset (&w, 0x55, sizeof w);\n" if self.planted else ""
        text = f"""
static void
fill_{name} (struct {name} *v)
{{
  memset (v, 0, sizeof *v);
{fill}}}
static struct {name}
give_{name} (int k)
{{
  struct {name} v;
  fill_{name} (&v);
  return v;
}}
static int
take_{name} (int k, struct {name} w, double d)
{{
  struct {name} v;
  fill_{name} (&v);
{compare("v", "w", "argument")}  return k == 3 && d == 0.5;
}}
static void
test_{name} (void)
{{
  struct {name} v, w, x, y, av[2], aw[2];
  char *text = 0;
  int good = 1;
  fill_{name} (&v);
  fill_{name} (&av[0]);
  fill_{name} (&av[1]);
  memset (&w, 0, sizeof w);
  memset (&x, 0, sizeof x);
  memset (&y, 0, sizeof y);
  memset (aw, 0, sizeof aw);
{self.pragmas(True)}{tell}{self.blocks(f'text = {told}', 'text')}
#ifdef ORACLE
  w = x = y = v;
  aw[1] = v;
  text = strdup (told);
#endif
  compare (text, "members of {name}");
{self.blocks(alone)}{plant}{compare("v", "w", "members of")}
{self.blocks(whole, "x")}{compare("v", "x", "the whole")}
{self.blocks(f"y = give_{name}(1)", "y")}{compare("v", "y", "result")}
{self.blocks(f"good = take_{name}(3, v, 0.5)", "good")}  if (!good)
    fail ("other arguments", "argument {name}");
{self.blocks(elements)}{array}}}
"""
        return text

    def locals(self):
        """Return a function that tests variables and arrays."""
        rng = self.rng
        inside, tell, told, copies, outputs, same = "", "", [], [], [], ""
        for i in range(8):
            ctype, kind = self.scalar()
            if rng.randrange(3) == 0 and kind in ("integer", "real"):
                leaf = Leaf([1], kind)
                inside += f"  {ctype} v{i}[2] = {{ 0 }};\n" \
                    f"  {ctype} w{i}[2] = {{ 0 }};\n"
                # An array of characters is a string.
                if ctype == "char":
                    leaf = Leaf([], "string", bits=2)
            else:
                leaf = Leaf([], kind)
                inside += f"  {ctype} v{i} = 0;\n  {ctype} w{i} = 0;\n"
            inside += f"  {leaf.fill(f'v{i}', rng)}\n"
            tell += f"  {leaf.tell(f'v{i}')}\n"
            told.append(f"tell({leaf.python(f'v{i}')}) + ' '")
            copies.append(f"w{i} = v{i}")
            outputs.append(f"w{i}")
            same += (f"  if (!({leaf.same(f'v{i}', f'w{i}')}))\n"
                     f'    fail ("v{i} differs", "{ctype}");\n')
        copy = self.blocks("\n".join(copies), ", ".join(outputs))
        oracle = "".join(f"  memcpy (&w{i}, &v{i}, sizeof v{i});\n"
                         for i in range(8))
        return f"""
static void
test_locals (void)
{{
{inside}  char *text = 0;
{tell}{self.blocks("text = " + " + ".join(told), "text")}#ifdef ORACLE
  text = strdup (told);
{oracle}#endif
  compare (text, "variables");
{self.pragmas(True)}{copy}{same}}}
"""

    def program(self):
        text = self.pragmas() if self.rng.randrange(4) == 0 else ""
        text += HEAD + "#ifndef ORACLE\n#include <objmode.h>\n#endif\n"
        text += TELL_C + f"#ifndef ORACLE\n{TELL}#endif\n"
        text += self.pragmas() + self.enums()
        count = self.rng.randrange(1, 4)
        for i in range(count):
            text += self.struct(i) + self.pragmas()
        calls = ""
        for name, leaves in self.structs:
            text += self.checks(name, leaves) + self.pragmas()
            calls += f"  test_{name} ();\n"
        text += self.locals() + self.pragmas()
        return (text + "int\nmain (void)\n{\n" + calls
                + "  test_locals ();\n  puts (failures ? \"bad\" : \"good\");"
                "\n  return failures != 0;\n}\n")


class Run:
    def __init__(self, gcc, plugin, incdir, libdir):
        self.gcc, self.plugin = gcc, plugin
        self.incdir, self.libdir = incdir, libdir

    def compile(self, options, name, blocks):
        """Compile layout.c.  Return what is said, or None."""
        command = [self.gcc, "-w", *options, "layout.c", "-o", name]
        if blocks:
            command += [f"-fplugin={self.plugin}", f"-I{self.incdir}",
                        f"-L{self.libdir}", f"-Wl,-rpath,{self.libdir}",
                        "-lobjmode"]
        else:
            command.append("-DORACLE")
        return self.call(command, 120)

    def call(self, command, seconds):
        """Run COMMAND.  Return what it says if it fails, else None."""
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, timeout=seconds, check=False,
                env=dict(os.environ, PYTHONHASHSEED="0"))
        except subprocess.TimeoutExpired:
            return "timeout"
        text = done.stdout.decode(errors="replace")
        return None if done.returncode == 0 else \
            f"status {done.returncode}: {text}"


# What is not passed: a message, and what a program has that draws it.
REFUSALS = [("reverse byte order", "big-endian"),
            ("alignment is too large", "aligned (32)")]


def refused(said, program, options):
    """Return whether SAID is nothing but errors about what PROGRAM, or
    OPTIONS, have and what is not passed."""
    errors = [line for line in said.splitlines() if " error: " in line]
    allowed = [message for message, reason in REFUSALS
               if reason in program or "-fsso-struct=" + reason in options]
    return errors and all(any(message in line for message in allowed)
                          for line in errors)


def main():
    gcc, plugin, incdir, libdir, count, seed = sys.argv[1:7]
    planted = len(sys.argv) > 7
    run = Run(gcc, plugin, incdir, libdir)
    tested = left_out = refusals = findings = 0
    for k in range(int(seed), int(seed) + int(count)):
        generator = Generator(k, planted)
        program = generator.program()
        options = generator.options
        with open("layout.c", "w", encoding="utf-8") as f:
            f.write(f"/* {' '.join(options)} */\n{program}")
        if run.compile(options, "layout.exe", False) \
           or (not planted and run.call(["./layout.exe"], 60)):
            left_out += 1
            continue
        said = run.compile(options, "layout.exe", True)
        if said is None:
            said = run.call(["./layout.exe"], 60)
        elif refused(said, program, options):
            refusals += 1
            continue
        tested += 1
        if said is not None:
            findings += 1
            os.rename("layout.c", f"layout-{k}.c")
            print(f"layout: layout-{k}.c, {' '.join(options)}: "
                  + said.strip()[:600], flush=True)
    for name in "layout.c", "layout.exe":
        if os.path.exists(name):
            os.remove(name)
    print(f"layout: {tested} programs, {refusals} that are refused,"
          f" {left_out} left out, {findings} findings")
    return 1 if findings else 0 if tested else 2


sys.exit(main())
