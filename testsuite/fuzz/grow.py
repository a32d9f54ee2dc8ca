# grow.py [options] -- GCC OPTION... - The time and the memory that GCC needs
# must grow with a text, not with its square.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For each KIND below there is a function that makes a C file of N parts, each
# of which is work for a stage of the plugin.  N is doubled until the plugin
# needs a time that can be measured.  Then a file of 2 N parts must take less
# than 3 times as long.  What the same file takes without its blocks, and what
# GCC needs to start, does not count.  Memory is measured in the same way.
# GCC is called with the OPTIONs, which load the plugin.  The kind "planted" is
# not among those that are tried if none is chosen: with the plugin planted.so
# its time grows with the square.
#
# The exit status is 0 without findings, 1 with some, 2 if nothing could be
# measured.  A new kind of clause, type string or declaration needs a function
# here, which is all that it takes.

import argparse
import os
import random
import resource
import subprocess
import sys

RATIO = 3
# Seconds that a measurement takes at least, and parts that are too many.
ENOUGH = 0.25
MOST = 1 << 17
# Bytes from which on memory is compared.
ENOUGH_MEMORY = 100 << 20

KINDS = {}


def kind(function):
    """Make FUNCTION, of the number of parts, a kind."""
    KINDS[function.__name__] = function
    return function


def unit(text, clauses="", before="", inside="", module=""):
    """Return a C file: declarations BEFORE a function, declarations INSIDE
    it, a block with CLAUSES and TEXT, and the text of a MODULE block."""
    if module:
        module = f'objmode_module {{ R"py(\n{module}\n)py"; }}\n'
    return (f'#include <objmode.h>\n{before}\n{module}'
            f'int f (int n)\n{{\n{inside}\n'
            f'  with_objmode ({clauses}) {{ R"py(\n{text}\n)py"; }}\n'
            '  return n;\n}\n')


def lines(form, n):
    """Return N lines, which are FORM with the number for {}."""
    return "\n".join(form.replace("{}", str(i)) for i in range(n))


def commas(form, n):
    """Return FORM N times, each in a line, with commas between."""
    return ",\n".join(form.replace("{}", str(i)) for i in range(n))


# Texts: their names, what is wrong with them, what they contain.

@kind
def plain_lines(n):
    return unit(lines("print({}, n)", n))


@kind
def warnings_of_python(n):
    return unit(lines("if {} is {}: pass", n))


@kind
def assigned_names(n):
    return unit(lines("x{} = {}", n))


@kind
def undefined_names(n):
    return unit(lines("print(x{})", n))


@kind
def one_undefined_name(n):
    return unit(lines("print(nowhere)", n))


@kind
def names_nearly_meant(n):
    return unit(lines("print(valeu{})", n), module=lines("value{} = 0", n))


@kind
def lost_assignments(n):
    return unit(lines("x{} = 1", n), inside=lines("  int x{} = 0;", n))


@kind
def inputs(n):
    return unit(lines("print(x{})", n), inside=lines("  int x{} = 0;", n))


@kind
def uses_of_one_input(n):
    return unit(lines("print(n + {})", n))


@kind
def hidden_builtins(n):
    return unit(lines("print(sum([{}]))", n), inside="  int sum = 0;")


@kind
def functions_in_text(n):
    return unit(lines("def g{}(x): return x + n\ng{}(1)", n))


@kind
def nested_functions_in_text(n):
    # CPython has a limit of 100 levels of indentation.
    depth = 60
    form = "\n".join(" " * i + f"def g{i}(): " for i in range(depth))
    return unit("\n".join([form + "\n" + " " * depth + f"return n + {k}"
                           for k in range(n // 16 + 1)]))


@kind
def branches_in_text(n):
    return unit(lines("if n > {}: y = {}", n) + "\nprint(y)")


@kind
def chain_of_elif(n):
    return unit("if n == -1: y = 0\n" + lines("elif n == {}: y = {}", n)
                + "\nelse: y = 2", clauses="n")


@kind
def loops_in_text(n):
    return unit(lines("for i{} in range(n):\n  if i{} > 1: break", n))


@kind
def tries_in_text(n):
    return unit(lines("try: a{} = n\nexcept KeyError: a{} = 1\nprint(a{})", n))


@kind
def returns_in_text(n):
    return unit(lines("if n == {}: return {}", n))


@kind
def comprehensions_in_text(n):
    return unit(lines("print([n + i for i in range({})])", n))


@kind
def classes_in_text(n):
    return unit(lines("class C{}:\n  a = n\n  def m(self): return n", n))


@kind
def globals_in_text(n):
    return unit(lines("global g{}\ng{} = 1", n),
                module=lines("g{} = 0", n))


@kind
def bytes_of_a_string(n):
    return unit('x = """' + lines("a line of {} with many letters", n)
                + '"""\nprint(x)')


@kind
def numbers_in_a_list(n):
    return unit("x = [" + commas("{}", n) + "]\nprint(x)")


@kind
def string_literals(n):
    return (f'#include <objmode.h>\nvoid f (void)\n{{ with_objmode () {{\n'
            + lines('  "print({})";', n) + '\n} }\n')


@kind
def adjacent_literals(n):
    return (f'#include <objmode.h>\nvoid f (void)\n{{ with_objmode () {{\n'
            + lines('  "print({})\\n"', n) + '\n; } }\n')


@kind
def comments_in_text(n):
    return unit(lines("# comment {} 'quote", n) + "\npass")


@kind
def letters_that_are_not_ascii(n):
    return unit(lines("print('\u00e9\u03a9', \u00e9{})", n),
                inside=lines("  int \u00e9{} = 0;", n))


# Clauses.

@kind
def outputs(n):
    return unit(lines("x{} = 1", n), commas("x{}", n),
                inside=lines("  int x{} = 0;", n))


@kind
def unused_clauses(n):
    return unit("pass", commas("x{} (n)", n))


@kind
def repeated_clauses(n):
    return unit("n = 1", commas("n", n))


@kind
def unknown_outputs(n):
    return unit("pass", commas("x{}", n))


@kind
def named_expressions(n):
    return unit(lines("print(x{})", n), commas("x{} (n + {})", n))


@kind
def assigned_expressions(n):
    return unit(lines("x{} = 1", n), commas("x{} (a[{}])", n),
                inside="  static int a[200000];")


@kind
def string_types(n):
    return unit(lines("x{} = 1.5", n), commas('x{} = "float64"', n),
                inside=lines("  double x{} = 0;", n))


@kind
def wrong_string_types(n):
    return unit(lines("x{} = 1.5", n), commas('x{} = "flaot64"', n),
                inside=lines("  double x{} = 0;", n))


@kind
def extents(n):
    return unit(lines("x{}[0] = 1", n), commas('x{} = "[n + {}]"', n),
                inside=lines("  double *x{} = 0;", n))


@kind
def long_extent(n):
    return unit("print(x[0])", 'x = "[n' + " + n" * n + ']"',
                inside="  double *x = 0;")


@kind
def nested_extent(n):
    # GCC's parser recurses.
    m = min(n, 4000)
    return unit("print(x[0])", 'x = "[' + "(" * m + "n" + ")" * m + ']"',
                inside="  double *x = 0;")


@kind
def pointers_without_extents(n):
    return unit(lines("print(x{}[0])", n), inside=lines("  int *x{} = 0;", n))


@kind
def macros_for_clauses(n):
    return unit(lines("print(x{})", n), commas("A{}", n),
                before=lines("#define A{} x{} (n)", n))


# Types and their members.

@kind
def members(n):
    return unit(lines("s.m{} = 1", n), before="struct s {\n"
                + lines("  int m{};", n) + "\n};",
                inside="  struct s s = { 0 };")


@kind
def bit_fields(n):
    return unit(lines("s.m{} = 1", n), before="struct s {\n"
                + lines("  unsigned m{} : 3;", n) + "\n};",
                inside="  struct s s = { 0 };")


@kind
def unknown_members(n):
    return unit(lines("s.k{} = 1", n), before="struct s {\n"
                + lines("  int m{};", n) + "\n};",
                inside="  struct s s = { 0 };")


@kind
def struct_types(n):
    return unit(lines("v{}.a = 1", n), before=lines(
        "struct s{} { int a; double b; };\nstatic struct s{} v{};", n))


@kind
def structs_in_structs(n):
    # GCC itself needs a time that grows with the square of the depth.
    m = min(n, 400)
    inner = "struct s0 { int m; };\n" + "\n".join(
        f"struct s{i + 1} {{ struct s{i} m; int k; }};" for i in range(m))
    return unit("print(s.m.k)", before=inner,
                inside=f"  static struct s{m} s;")


@kind
def anonymous_members(n):
    return unit(lines("s.m{} = 1", n), before="struct s {\n"
                + lines("  union { int m{}; float k{}; };", n) + "\n};",
                inside="  struct s s = { 0 };")


@kind
def structs_as_outputs(n):
    return unit(lines("v{} = (1, 2)", n), commas("v{}", n),
                before=lines("struct s{} { int a; double b; };", n),
                inside=lines("  struct s{} v{} = { 0 };", n))


@kind
def enumerators(n):
    return unit(lines("print(E{})", n),
                before="enum e {\n" + lines("  E{},", n) + "\n};")


# Names of C.

@kind
def macros(n):
    return unit(lines("print(M{})", n), before=lines("#define M{} {}", n))


@kind
def macros_of_macros(n):
    # Each is the name of the one before: as deep as the C compiler goes.
    m = min(n, 2000)
    chain = "#define M0 1\n" + "\n".join(
        f"#define M{i + 1} M{i}" for i in range(m))
    return unit(f"print(M{m})", before=chain)


@kind
def macros_that_are_not_constants(n):
    return unit(lines("print(M{})", n),
                before="extern int g;\n" + lines("#define M{} (g + {})", n))


@kind
def unused_macros(n):
    return unit("print(M7)", before=lines("#define M{} ({} + 1)", n))


@kind
def c_functions(n):
    return unit(lines("c{}(1)", n),
                before=lines("static int c{} (int x) { return x; }", n))


@kind
def one_c_function(n):
    return unit(lines("c(x={})", n),
                before="static int c (int x) { return x; }")


@kind
def parameters(n):
    # GCC allocates registers for a call in a time that grows with the square.
    m = min(n, 500)
    return unit(lines("c{}(" + commas("3", m) + ")", n // m),
                before=lines("int c{} (" + ", ".join(
                    f"int a{i}" for i in range(m)) + ");", n // m))


@kind
def declarations_of_functions(n):
    return unit("print(n)", before=lines("int c{} (int);", n))


@kind
def declarations_at_file_scope(n):
    return unit(lines("print(g{})", n),
                before=lines("static int g{} = {};", n))


@kind
def unused_declarations(n):
    return unit("print(g7)", before=lines("static int g{} = {};", n))


@kind
def local_scopes(n):
    return (f"#include <objmode.h>\nvoid f (int n)\n{{\n"
            + lines('  { int k{} = n; with_objmode () { "print(k{})"; } }', n)
            + "\n}\n")


@kind
def shadowed_locals(n):
    # GCC's parser recurses.
    m = min(n, 1000)
    return ("#include <objmode.h>\nvoid f (int n)\n{\n"
            + "  { int k = n;\n" * m + '  with_objmode () { "print(k)"; }\n'
            + "  }\n" * m + "}\n")


@kind
def labels(n):
    return ("#include <objmode.h>\nvoid f (void)\n{\n" + lines(
        '  with_objmode (goto (l{})) { "1/0"; }\n  l{}:;', n) + "\n}\n")


# Blocks.

@kind
def blocks_of_a_function(n):
    return ("#include <objmode.h>\nint f (int n)\n{\n"
            + lines('  with_objmode (n) { "n += {}"; }', n)
            + "\n  return n;\n}\n")


@kind
def functions_with_blocks(n):
    return "#include <objmode.h>\n" + lines(
        'int f{} (int n) { with_objmode (n) { "n += {}"; } return n; }', n)


@kind
def functions_without_blocks(n):
    return "#include <objmode.h>\n" + lines(
        "int f{} (int n) { return n + {}; }", n)


@kind
def nested_functions_with_blocks(n):
    return ("#include <objmode.h>\nint f (int n)\n{\n" + lines(
        '  void g{} (void) { with_objmode (n) { "n += {}"; } }\n  g{} ();', n)
        + "\n  return n;\n}\n")


@kind
def depth_of_nested_functions(n):
    m = min(n, 200)
    return ("#include <objmode.h>\nint f (int n)\n{\n" + "\n".join(
        f"  void g{i} (void) {{" for i in range(m))
        + '\n  with_objmode (n) { "n += 1"; }\n' + "\n".join(
            f"  }} g{i} ();" for i in reversed(range(m)))
        + "\n  return n;\n}\n")


@kind
def nested_statement_expressions(n):
    m = min(n, 200)
    return ("#include <objmode.h>\nint f (int n)\n{\n  n = "
            + "({ int k = n; " * m + 'with_objmode (k) { "k += 1"; } '
            + "k; })" * m + ";\n  return n;\n}\n")


@kind
def guards(n):
    return ("#include <objmode.h>\nvoid f (int n)\n{\n" + lines(
        "  with_objmode (once, every (n), interval (0.5)) "
        '{ "print({})"; }', n) + "\n}\n")


@kind
def failures(n):
    return ("#include <objmode.h>\nint f (void)\n{\n  int rc = 0;\n"
            + lines('  with_objmode (error (rc)) { "print({})"; }', n)
            + "\n  return rc;\n}\n")


@kind
def blocks_that_leave(n):
    return ("#include <objmode.h>\nint f (int n)\n{\n" + lines(
        '  for (;;) { with_objmode (n) {\n    "n = 1\\nif n > {}: break\\n"'
        '"return n"; } }', n) + "\n  return n;\n}\n")


@kind
def holds(n):
    return ("#include <objmode.h>\nvoid f (void)\n{\n" + lines(
        '  OBJMODE_HOLD { with_objmode () { "print({})"; } }', n) + "\n}\n")


@kind
def nested_holds(n):
    m = min(n, 200)
    return ("#include <objmode.h>\nvoid f (void)\n{\n  "
            + "OBJMODE_HOLD { " * m + 'with_objmode () { "pass"; } '
            + "}" * m + "\n}\n")


@kind
def macro_with_blocks(n):
    return ('#include <objmode.h>\n#define B(K) do { with_objmode (n) '
            '{ "n += " #K; } } while (0)\nint f (int n)\n{\n'
            + lines("  B ({});", n) + "\n  return n;\n}\n")


@kind
def lines_of_wrong_blocks(n):
    return ("#include <objmode.h>\nvoid f (void)\n{\n"
            + lines('  with_objmode () { "1 +"; }', n) + "\n}\n")


@kind
def module_blocks(n):
    # GCC needs a time that grows with the square of the typedefs of void at
    # file scope, and each module block has one.
    return ("#include <objmode.h>\n" + lines(
        'objmode_module { "x{} = {}"; ' + '"y{} = x{}; z{} = y{}"; ' * 8 + "}",
        n) + '\nvoid f (void) { with_objmode () { "print(x1)"; } }\n')


@kind
def lines_of_a_module_block(n):
    return unit("print(x1)", module=lines("x{} = {}", n))


@kind
def undefined_names_of_a_module(n):
    return unit("pass", module=lines("print(x{})", n))


@kind
def functions_of_a_module(n):
    return unit(lines("m{}(n)", n), module=lines("def m{}(x): return x", n))


@kind
def kept_arrays(n):
    return unit(lines("a{} = np.zeros(3)", n), commas("a{}", n),
                module="import numpy as np",
                inside=lines("  static OBJMODE_ARRAY (double, 1) a{};", n))


@kind
def names_on_demand(n):
    return unit("eval('g1')", before=lines(
        "static int g{};\n#define M{} (g{} + 1)\n#define K{} {}", n))


# Compiles the texts of a C file as CPython does.
CPYTHON = """import re, sys, textwrap
for text in re.findall(r'R"py[(](.*?)[)]py"', open(sys.argv[1]).read(), re.S):
    compile("def f(n):\\n" + textwrap.indent(text, " "), "text", "exec")
"""


def planted(n):
    return lines("int planted_pair{} (int n) { return n; }", n)


def run(command):
    """Run COMMAND.  Return user seconds, bytes of memory, status, output."""
    with open("grow.log", "wb") as log:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                 stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    with open("grow.log", "rb") as log:
        text = log.read().decode(errors="replace")
    return usage.ru_utime, usage.ru_maxrss << 10, child.returncode, text


class Kind:
    """A kind as it is measured."""

    def __init__(self, name, command):
        self.name, self.command = name, command
        self.function = KINDS.get(name, planted)

    def measure(self, n):
        """Return the seconds and the bytes of memory that N parts cost."""
        with open("grow.c", "w", encoding="utf-8") as f:
            f.write(self.function(n))
        seconds, memory, status, text = run(self.command + ["grow.c"])
        if status not in (0, 1) or "internal compiler error" in text \
           or "confused by earlier errors" in text:
            raise Finding(f"exit status {status}: " + text[-300:])
        return seconds, memory

    def compare(self):
        """Measure the kind.  Return the number of parts and the ratios of
        times and of memory, which are 0 if that was too little to compare."""
        base, base_memory = self.measure(1)
        n = 256
        while True:
            seconds, memory = self.measure(n)
            if seconds - base >= ENOUGH or n >= MOST:
                break
            # A guess that does not go too far if the time is quadratic.
            n *= 4 if seconds - base < ENOUGH / 16 else 2
        time_ratio = memory_ratio = 0.0
        for attempt in range(4):
            if attempt:
                # What else the machine does may have disturbed.
                seconds, memory = self.measure(n)
            more, more_memory = self.measure(2 * n)
            if seconds - base < ENOUGH / 2:
                break
            time_ratio = (more - base) / (seconds - base)
            if time_ratio < RATIO:
                break
        if memory - base_memory >= ENOUGH_MEMORY:
            memory_ratio = (more_memory - base_memory) \
                / (memory - base_memory)
        return n, seconds - base, time_ratio, memory_ratio


class Finding(Exception):
    pass


def parse():
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser()
    parser.add_argument("-k", dest="kinds", action="append", default=[],
                        metavar="KIND", help="only this kind")
    parser.add_argument("-n", dest="count", type=int, default=0,
                        help="only so many kinds, chosen at random")
    parser.add_argument("-s", dest="seed", type=int, default=1)
    parser.add_argument("-t", dest="seconds", type=int, default=120,
                        help="processor time of a compilation at most")
    options = parser.parse_args(sys.argv[1:split])
    options.command = sys.argv[split + 1:]
    if not options.command:
        parser.error("no compiler")
    # When GCC shows a line, it looks for the line in the file.
    options.command += ["-S", "-O0", "-o", "/dev/null",
                        "-fdiagnostics-plain-output",
                        "-fdiagnostics-column-unit=byte"]
    options.without = [x for x in options.command
                       if not x.startswith("-fplugin")]
    options.without.append("-DOBJMODE_DISABLE")
    return options


def own(name, options):
    """Does GCC alone, or CPython's compiler, need too much for kind NAME?"""
    for command in options.without, [sys.executable, "-c", CPYTHON]:
        _, _, time_ratio, _ = Kind(name, command).compare()
        if time_ratio >= RATIO:
            return True
    return False


def main():
    options = parse()
    resource.setrlimit(resource.RLIMIT_CPU,
                       (options.seconds, options.seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    names = options.kinds or sorted(KINDS)
    if options.count:
        names = random.Random(options.seed).sample(names, options.count)
    measured = findings = foreign = 0
    for name in names:
        try:
            n, seconds, time_ratio, memory_ratio = \
                Kind(name, options.command).compare()
            worst = max(time_ratio, memory_ratio)
            if worst >= RATIO and name in KINDS and own(name, options):
                foreign += 1
                continue
        except Finding as finding:
            print(f"grow: {name}: {finding}")
            findings += 1
            continue
        measured += worst > 0
        print(f"grow: {name}: {n} parts {seconds:.2f} s, twice as many take"
              f" {time_ratio:.2f} times the time and {memory_ratio:.2f} times"
              " the memory" + (": too much" if worst >= RATIO else ""),
              flush=True)
        findings += worst >= RATIO
    for name in "grow.c", "grow.log":
        if os.path.exists(name):
            os.remove(name)
    print(f"grow: {len(names)} kinds, {measured} measured,"
          f" {findings} findings, {foreign} GCC's or CPython's own")
    return 1 if findings else 0 if measured or foreign else 2


sys.exit(main())
