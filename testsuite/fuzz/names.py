# names.py GCC PLUGIN INCDIR LIBDIR COUNT SEED [planted] - Random identifiers.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# COUNT programs are made, from SEED on, whose variables, parameters, members,
# functions, enumeration constants, macros, labels and clauses have names that
# C takes and that are keywords or builtins of Python, words of objmode, of
# letters that are not ASCII and that Python may normalize, or that have a
# dollar.  The blocks use each as the text must write it, and C compares the
# values.  GCC must not say a word.  The program of a finding is kept as
# names-SEED.c.  With "planted" C changes a variable before it compares.
#
# A name of two forms that Python takes for one is a program of its own, which
# must be an error or a warning that has both.
#
# The exit status is 0 without findings, 1 with some, 2 if nothing was tested.

import builtins
import keyword
import os
import random
import subprocess
import sys
import unicodedata

C_WORDS = set("""auto break case char const continue default do double else
enum extern float for goto if inline int long register restrict return short
signed sizeof static struct switch typedef union unsigned void volatile while
asm typeof main unix linux i386 errno stdin stdout stderr NULL EOF printf puts
strcmp free memset true false bool alignas alignof constexpr nullptr
static_assert thread_local typeof_unqual""".split())
# What the blocks of the programs use themselves, and what GCC knows.
CLAUSE_WORDS = {"error", "once", "every", "interval", "deferred"}
OWN = set("""helper_list helper_text helper_good helper_fail helper_check
fuzz_out""".split())
WORDS = """error once every interval goto deferred objmode static copy str
float64 self cls super match case type value values keys items get copy
address shape data dtype object names count index pop update real imag T
co_filename f_back __main__ __file__ __name__ __doc__ __dict__ __class__
__slots__ __debug__ __builtins__ __annotations__ __spec__ __x _x x_ _ __ _0
lambda_ None_ class__ id_ numpy np sys os math""".split()
# Names that are in every module.
MODULE_NAMES = {*dir(builtins), "__file__", "__builtins__", "__annotations__",
                "__class__"}
# Letters that a C compiler takes, some of which NFKC changes.
LETTERS = ("abcxyzABCXYZ_0189"
           "\u00e9\u00e8\u00fc\u00df\u00f8\u00b5\u00aa\u00ba\u0131\u0133"
           "\u017f\u01c6\u03b1\u03b2\u03bc\u03a9\u03c2\u03d0\u0434\u0436"
           "\u05d0\u0627\u0905\u0e01\u1e9b\u1e9e\u2126\u212a\u212b\u2071"
           "\u2160\u2170\u3042\u30a2\uff71\uff21\uff41\ufb01\ufb06\u4e2d"
           "\u6587\uac00\U0001d431\U0002f800\U00020000")
DECOMPOSED = ["e\u0301", "u\u0308", "o\u0302\u0301", "\u1100\u1161"]


def form(name):
    """Return NAME as Python has it."""
    return unicodedata.normalize("NFKC", name)


def random_name(rng):
    k = rng.randrange(12)
    if k < 2:
        name = rng.choice(keyword.kwlist + keyword.softkwlist)
    elif k < 4:
        name = rng.choice([x for x in dir(builtins) if x[0] != "_"
                           or rng.randrange(4) == 0])
    elif k < 6:
        name = rng.choice(WORDS)
    elif k < 7:
        name = "".join(rng.choice("abc$_19") for _ in range(5))
    elif k < 8:
        name = rng.choice("axq") + rng.choice(DECOMPOSED) + rng.choice("bc1")
    else:
        name = "".join(rng.choice(LETTERS) for _ in range(
            rng.choice([1, 1, 2, 3, 4])))
    return rng.choice("abv_") + name if name[0] in "0123456789$" else name


class Names:
    """A supply of names, no two of which Python takes for one."""

    def __init__(self, rng, accepts):
        self.rng, self.accepts = rng, accepts
        self.seen = set(OWN)

    def new(self, dollar=False, builtin=True, word=True):
        """Return a name.  It has a dollar only if DOLLAR, is one of a
        builtin, which hides a C function, if BUILTIN, and the word of a
        clause if WORD."""
        while True:
            name = random_name(self.rng)
            if "$" in name and not dollar:
                continue
            if not word and name in CLAUSE_WORDS:
                continue
            if not builtin and form(name) in MODULE_NAMES:
                continue
            key = form(name)
            if reserved(name):
                key += "_"
            if name in C_WORDS or key in self.seen or name in OWN:
                continue
            if "$" not in name and not key.isidentifier():
                continue
            if not self.accepts(name):
                continue
            self.seen.add(key)
            return name


def reserved(name):
    """Is NAME a keyword of Python, or what its compiler takes for one?"""
    return keyword.iskeyword(form(name)) or name == "__debug__"


def spelled(name, rng):
    """Return NAME as a text may write it."""
    python = form(name) if rng.randrange(2) else name
    return python + "_" if reserved(name) else python


def program(rng, names, planted):
    """Return a C program."""
    local = [names.new(k == 0) for k in range(4)]
    at_file, parameters = [names.new() for _ in "123"], [names.new()
                                                         for _ in "12"]
    functions, constants = [names.new(builtin=False) for _ in "12"], [
        names.new() for _ in "12"]
    macros, members = [names.new() for _ in "12"], [names.new(k == 0)
                                                    for k in range(4)]
    clauses = [names.new(word=False) for _ in "12"]
    outputs = [names.new() for _ in "123"]
    label, tag, argument, holder = (names.new(), names.new(True), names.new(),
                                    names.new())
    def p(name):
        return spelled(name, rng)
    def member(variable, name):
        # By item, a name that is no identifier of Python is as in C.
        if "$" in name or rng.randrange(3) == 0:
            return f'{variable}["{name if "$" in name else p(name)}"]'
        return f"{variable}.{p(name)}"

    readable = [x for x in local + at_file + parameters + constants + macros
                + clauses if "$" not in x]
    expected = {}
    for k, x in enumerate(local + at_file + parameters + constants + macros
                          + clauses):
        expected[x] = 3 + 7 * k
    tests = [f"helper_check({p(x)} == {expected[x]}, {x!r})"
             for x in readable]
    tests += [f"helper_check({member(p(holder), x)} == {50 + k}, {x!r})"
              for k, x in enumerate(members)]
    tests += [f"helper_check({p(x)}({p(argument)}={k}) == {k + 100}, {x!r})"
              for k, x in enumerate(functions)]
    tests += [f"{member(p(holder), x)} = {70 + k}"
              for k, x in enumerate(members)]
    tests += [f"{p(x)} = {90 + k}" for k, x in enumerate(outputs)]
    text = "\n".join(tests)
    declarations = "".join(f"  int {x} = {expected[x]};\n" for x in local)
    declarations += "".join(f"  int {x} = 0;\n" for x in outputs)
    compare = "".join(
        f'  if ({x} != {90 + k}) helper_fail ("{x}");\n'
        for k, x in enumerate(outputs)) + "".join(
        f'  if ({holder}.{x} != {70 + k}) helper_fail ("{x}");\n'
        for k, x in enumerate(members)) + "".join(
        f'  if ({x} != {expected[x]}) helper_fail ("{x}");\n' for x in local)
    plant = f"  {outputs[0]}++;\n" if planted else ""
    defined = "".join(f"#define {x} {expected[x]}\n" for x in macros)
    defined += "".join(f"static int {x} = {expected[x]};\n" for x in at_file)
    defined += "".join(f"static int {x} (int {argument})\n"
                       f"{{ return {argument} + 100; }}\n" for x in functions)
    initial = ", ".join(str(50 + k) for k in range(len(members)))
    clause = ", ".join(
        outputs + [f"{x} ({expected[x]})" for x in clauses])
    return f"""#include <objmode.h>
#include <stdio.h>
static int helper_bad;
static void
helper_fail (const char *x)
{{
  printf ("%s differs\\n", x);
  helper_bad = 1;
}}
objmode_module {{ R"py(
def helper_check(good, name):
    if not good:
        raise ValueError(f"{{name}} differs")
)py"; }}
enum {tag} {{ {", ".join(f"{x} = {expected[x]}" for x in constants)} }};
struct {tag}_s {{ {" ".join(f"int {x};" for x in members)} }};
{defined}
static int
helper_test ({", ".join(f"int {x}" for x in parameters)})
{{
  struct {tag}_s {holder} = {{ {initial} }};
{declarations}  with_objmode ({clause}, goto ({label})) {{ R"py(
{text}
)py"; }}
{plant}{compare}  return helper_bad;
 {label}:
  printf ("%s\\n", objmode_error ()->message);
  return 1;
}}
int
main (void)
{{
  return helper_test ({", ".join(str(expected[x]) for x in parameters)});
}}
"""


# Letters and what NFKC makes of them.
PAIRS = [("\u00b5", "\u03bc"), ("\u2126", "\u03a9"), ("\u212b", "\u00c5"),
         ("\ufb01", "fi"), ("\u017f", "s"), ("\uff41", "a"),
         ("e\u0301", "\u00e9"), ("\u2170", "i"), ("\u00aa", "a")]


def pair_program(rng):
    """Return a program in which Python takes two names for one, and the
    names."""
    one, other = rng.choice(PAIRS)
    prefix, suffix = rng.choice(["", "q_", "v"]), rng.choice(["", "1", "_z"])
    a, b = prefix + one + suffix, prefix + other + suffix
    if b in C_WORDS or keyword.iskeyword(b):
        a, b = "w" + a, "w" + b
    if rng.randrange(2):
        inside, text, clause = f"int {a} = 1, {b} = 2;", f"n = {a}", "n"
    else:
        inside = f"struct {{ int {a}, {b}; }} s = {{ 1, 2 }};"
        text, clause = f"n = s.{b}", "n"
    return f"""#include <objmode.h>
int f (void)
{{
  int n = 0;
  {inside}
  with_objmode ({clause}) {{ R"py( {text} )py"; }}
  return n;
}}
""", a, b


class Run:
    def __init__(self, gcc, plugin, incdir, libdir):
        self.compiler = [gcc, "-Wall", "-Wextra", "-Wno-unused",
                         "-Wno-normalized", "-O1"]
        self.options = [f"-fplugin={plugin}", f"-I{incdir}", f"-L{libdir}",
                        f"-Wl,-rpath,{libdir}"]
        self.known = {}

    def call(self, command, text=None):
        done = subprocess.run(
            command, input=text, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=120, check=False,
            env=dict(os.environ, LC_ALL="C.UTF-8"))
        return done.returncode, done.stdout.decode(errors="replace")

    def accepts(self, name):
        """Does GCC accept NAME for a variable, a member, a function, a macro,
        whatever its headers have?"""
        if name not in self.known:
            text = (f"#include <stdio.h>\n#include <stddef.h>\n"
                    f"#include <stdint.h>\n#if defined {name}\n#error x\n"
                    f"#endif\nstatic int {name};\n"
                    f"int *p (void) {{ return &{name}; }}\n"

                    f"#define {name} 1\n#undef {name}\n")
            # As a function it may be one that GCC knows.
            function = f"int {name} (int x) {{ return x; }}\n"
            self.known[name] = all(self.call(
                self.compiler + ["-Werror", "-fsyntax-only", "-x", "c", "-"],
                x.encode())[0] == 0 for x in (text, function))
        return self.known[name]

    def program(self):
        """Compile and run names.c.  Return what is wrong, or None."""
        status, said = self.call(self.compiler + self.options + [
            "names.c", "-o", "names.exe", "-lobjmode"])
        if status or said.strip():
            return said
        status, said = self.call(["./names.exe"])
        return said or f"status {status}" if status else None

    def pair(self, a, b):
        status, said = self.call(self.compiler + self.options + [
            "-fsyntax-only", "names.c"])
        if a in said and b in said and "internal" not in said:
            return None
        return f"{a} and {b}: {said or 'not a word'}"


def main():
    count, seed = int(sys.argv[5]), int(sys.argv[6])
    planted = len(sys.argv) > 7
    run = Run(*sys.argv[1:5])
    tested = findings = pairs = 0
    for k in range(seed, seed + count):
        rng = random.Random(k)
        pair = None if planted or rng.randrange(8) else pair_program(rng)
        with open("names.c", "w", encoding="utf-8") as f:
            f.write(pair[0] if pair else program(
                rng, Names(rng, run.accepts), planted))
        said = run.pair(*pair[1:]) if pair else run.program()
        tested += 1
        pairs += pair is not None
        if said is not None:
            findings += 1
            os.rename("names.c", f"names-{k}.c")
            print(f"names: names-{k}.c: {said.strip()[:700]}", flush=True)
    for name in "names.c", "names.exe":
        if os.path.exists(name):
            os.remove(name)
    print(f"names: {tested} programs, {pairs} with two names for one,"
          f" {findings} findings")
    return 1 if findings else 0 if tested > pairs else 2


sys.exit(main())
