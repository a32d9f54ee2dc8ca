#! /usr/bin/env python3
# syntax-check.py - The rules of the tree that a program can check.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: syntax-check.py [--build DIR] [--sum FILE] [--rule NAME]... [TOP]
#
# Each rule is a function below whose name begins with `rule_'; it yields a
# line for each thing in the source tree TOP that breaks it.  Besides, each
# program check-NAME.py beside this file is the rule NAME: it is run with TOP
# as its argument, what it prints is what is wrong, and so is an exit status
# other than 0.  The rules that look at objects need the directory of the
# build, DIR, and are skipped without it.  --rule selects rules; --list prints
# their names.  --sum writes a line for each rule, "PASS: syntax-check: NAME"
# or "FAIL: ...", as DejaGnu does.  The exit status is 1 if a rule is broken.

import argparse
import functools
import keyword
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent

# How programs that take other arguments than TOP are called.
NEED_BUILD = {'headings', 'layers'}


class Tree:
    """The source tree TOP.  Files are read once."""

    def __init__(self, top, build):
        self.top = pathlib.Path(top)
        self.build = build

    @functools.lru_cache(maxsize=None)
    def text(self, path):
        """Return what the file PATH, relative to TOP, holds."""
        return (self.top / path).read_text(encoding='utf-8', errors='replace')

    def lines(self, path):
        """Return the lines of the file PATH."""
        return self.text(path).splitlines()

    @functools.lru_cache(maxsize=None)
    def below(self, *directories):
        """Return the paths of the files in DIRECTORIES, sorted, without
        what a build in the source tree makes."""
        found = []
        for directory in directories:
            for where, below, files in os.walk(self.top / directory):
                below[:] = [x for x in below if x not in (
                    '.libs', '.deps', '__pycache__', 'autom4te.cache')]
                relative = os.path.relpath(where, self.top)
                found += [os.path.join(relative, x) for x in files]
        return sorted(found)

    def sources(self, *suffixes):
        """Return the paths of the sources whose names end in SUFFIXES."""
        return [x for x in self.below('plugin', 'runtime', 'examples')
                if x.endswith(suffixes) and not x.endswith('-py.h')]


CODE = ('.c', '.cc', '.h')
PYTHON = ('.py', '.pyi')


def rule_file_length(tree):
    """Files have at most 600 lines."""
    for path in tree.sources(*CODE, *PYTHON):
        n = len(tree.lines(path))
        if n > 600:
            yield f'{path}: {n} lines, at most 600 are allowed'


def rule_function_length(tree):
    """Functions have at most 60 lines.  A function begins with a brace in
    the first column and ends with one."""
    for path in tree.sources(*CODE):
        start = 0
        for number, line in enumerate(tree.lines(path), 1):
            if line.startswith('{'):
                start = number
            elif line.startswith('}'):
                n = number - start + 1
                if start and n > 60 and ';' not in line:
                    yield (f'{path}:{start}: a function of {n} lines, at most'
                           ' 60 are allowed')
                start = 0


def rule_columns(tree):
    """Lines have at most 80 columns, tabs being 8.  The text of an #error
    must be on one line."""
    tables = [x for x in tree.below('plugin', 'runtime')
              if x.endswith('.def')]
    fuzz = [x for x in tree.below('testsuite/fuzz') if x.endswith(CODE)]
    error = re.compile(r' *# *error ')
    for path in tree.sources(*CODE, *PYTHON) + tables + fuzz:
        text = tree.text(path)
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > 80 or '\t' in line:
                n = len(line.expandtabs())
                if n > 80 and not error.match(line):
                    yield f'{path}:{number}: {n} columns, at most 80 allowed'


def rule_unfinished(tree):
    """No code is marked as unfinished or switched off."""
    marks = re.compile(r'TODO|FIXME|XXX|^# *if 0', re.M)
    for path in tree.sources(*CODE, *PYTHON):
        if marks.search(tree.text(path)):
            for number, line in enumerate(tree.lines(path), 1):
                if marks.search(line):
                    yield f'{path}:{number}: unfinished: {line.strip()}'


def compare(one, one_name, other, other_name):
    """Yield a line for each member of the sets ONE and OTHER that is not in
    both."""
    for name in sorted(one - other):
        yield f'{name} is in {one_name} and not in {other_name}'
    for name in sorted(other - one):
        yield f'{name} is in {other_name} and not in {one_name}'


def rule_entry_points(tree):
    """The symbol map exports the entry points of the ABI."""
    entries = {'__objmode_' + name for name in re.findall(
        r'^OBJMODE_ENTRY\d \((\w+),', tree.text('runtime/objmode-abi.def'),
        re.M)}
    exported = set(re.findall(r'__objmode_\w+',
                              tree.text('runtime/libobjmode.map')))
    # Object files of 0.1 refer to this one.
    entries.add('__objmode_register')
    yield from compare(entries, 'objmode-abi.def', exported, 'libobjmode.map')


def rule_functions_exported(tree):
    """The symbol map exports the functions of objmode.h and
    objmode-random.h."""
    declared = set(re.findall(r'^(?:extern .*[ *])?(objmode_[a-z_]+) \(',
                              tree.text('runtime/objmode.h'), re.M))
    declared |= set(re.findall(r'^extern .*[ *](objmode_[a-z_]+) \(',
                               tree.text('runtime/objmode-random.h'), re.M))
    exported = set(re.findall(r'(?<![_a-z])objmode_[a-z_]+',
                              tree.text('runtime/libobjmode.map')))
    yield from compare(declared, 'the headers', exported, 'libobjmode.map')


def rule_stages(tree):
    """Each stage of the pipeline has a directory of tests."""
    for stage in re.findall(r'^OBJMODE_STAGE \(([a-z]+),',
                            tree.text('plugin/stages.def'), re.M):
        directory = tree.top / 'testsuite' / f'objmode.{stage}'
        if not any(directory.glob('*.c')):
            yield (f'plugin/stages.def: the stage {stage} has no tests in'
                   f' testsuite/objmode.{stage}')


def rule_kinds(tree):
    """No file compares a kind of values with its name: it asks the row."""
    named = re.compile(r'(?:[=!]= *|case )OBJMODE_KIND_[A-Z]')
    for path in tree.sources(*CODE):
        if named.search(tree.text(path)):
            for number, line in enumerate(tree.lines(path), 1):
                if named.search(line):
                    yield (f'{path}:{number}: a kind is compared with its'
                           ' name; ask its row')


def rule_listed(tree):
    """Each source is built: an undefined symbol shows only when GCC loads
    the plugin."""
    for directory in 'plugin', 'runtime':
        made = tree.text(f'{directory}/Makefile.am')
        words = set(re.findall(r'[\w/.+-]+', made))
        for path in tree.below(directory):
            if (not path.endswith(('.c', '.cc'))
                    or path.startswith('runtime/core/')):
                continue
            if os.path.relpath(path, directory) not in words:
                yield f'{path} is not listed in {directory}/Makefile.am'


# Files that HACKING names and that a build or its commands make.
HACKING_EXAMPLES = {'hello.py', 'site.exp', 'check-NAME.py'}


def rule_file_names(tree):
    """The files that the internals manual, HACKING and READMEs name exist."""
    names = {x.rsplit('/')[-1] for x in tree.below(
        'plugin', 'runtime', 'build-aux', 'doc', 'bench', 'testsuite',
        'examples')}
    for manual in 'doc/internals.texi', 'doc/recipes.texi':
        for number, line in enumerate(tree.lines(manual), 1):
            for name in re.findall(r'@file\{([^}@]+)\}', line):
                last = name.rstrip('/').rsplit('/')[-1]
                if (re.search(r'\w\.(?:cc?|h|py|def|map|exp)$', last)
                        and not last.endswith('-py.h')
                        and last not in names):
                    yield f'{manual}:{number}: there is no file {name}'
    readmes = [x for x in tree.below('plugin', 'runtime')
               if x.endswith('/README')]
    for path in ['HACKING', *readmes]:
        for number, line in enumerate(tree.lines(path), 1):
            for name in re.findall(r'[\w./-]*\w\.(?:cc?|h|py|def|exp)\b(?!\()',
                                   line):
                last = name.rsplit('/')[-1]
                if last not in names and last not in HACKING_EXAMPLES:
                    yield f'{path}:{number}: there is no file {name}'


def rule_keywords(tree):
    """The plugin's table of keywords is that of Python."""
    path = 'plugin/text/keywords.def'
    known = set(re.findall(r'^OBJMODE_KEYWORD \((\w+)\)', tree.text(path),
                           re.M))
    yield from compare(known, path, set(keyword.kwlist), "Python's list")


def rule_paths(tree):
    """No file names a directory of somebody's machine."""
    path = re.compile(r'(?:^|[^a-zA-Z])/(?:root|home)/[a-z]', re.M)
    names = tree.below('plugin', 'runtime', 'testsuite', 'doc', 'examples',
                       'build-aux', 'm4', 'bench', '.ci')
    for name in names:
        # Binaries and what configure makes are there after a build in the
        # source tree only.
        if (path.search(tree.text(name)) and '\0' not in tree.text(name)
                and f'{name}.in' not in names):
            for number, line in enumerate(tree.lines(name), 1):
                if path.search(line):
                    yield f'{name}:{number}: {line.strip()}'


def programs():
    """Return the rules that are programs: { name: path }."""
    return {x.stem[len('check-'):]: x for x in sorted(HERE.glob('check-*.py'))}


def start(name, program, tree):
    """Start the PROGRAM of the rule NAME on TREE.  Return the process."""
    command = [sys.executable, str(program)]
    if name in NEED_BUILD:
        command += ['--build', tree.build]
    return subprocess.Popen(command + [str(tree.top)], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def finish(process):
    """Print the notes of PROCESS; return the lines that say what is wrong."""
    output = process.communicate()[0].splitlines()
    for line in output:
        if line.startswith('note: '):
            print(f'syntax-check: {line}')
    output = [x for x in output if not x.startswith('note: ')]
    if process.returncode and not output:
        output = [f'the check failed with status {process.returncode}']
    return output


def function_rules():
    """Return the rules that are functions: { name: function }."""
    return {name[len('rule_'):].replace('_', '-'): function
            for name, function in globals().items()
            if name.startswith('rule_')}


def parse_arguments():
    """Return the arguments of the command line."""
    parser = argparse.ArgumentParser(description='Check the source tree.')
    parser.add_argument('--build', help='the directory of the build')
    parser.add_argument('--sum', help='write results to this file')
    parser.add_argument('--rule', action='append', help='check only this')
    parser.add_argument('--list', action='store_true',
                        help='print the names of the rules')
    parser.add_argument('top', nargs='?', default=str(HERE.parent))
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    rules, checks = function_rules(), programs()
    if arguments.list:
        print('\n'.join([*rules, *checks]))
        return 0
    wanted = arguments.rule or [*rules, *checks]
    unknown = [x for x in wanted if x not in rules and x not in checks]
    if unknown:
        sys.exit(f'syntax-check: there is no rule {unknown[0]}')
    tree = Tree(arguments.top, arguments.build)
    skipped = [x for x in wanted if x in NEED_BUILD and not tree.build]
    running = {x: start(x, checks[x], tree) for x in wanted
               if x in checks and x not in skipped}
    results = {x: list(rules[x](tree)) for x in wanted if x in rules}
    results.update((x, finish(process)) for x, process in running.items())
    for name, found in results.items():
        if found:
            print(f'syntax-check: {name}:', file=sys.stderr)
            print(''.join(f'  {x}\n' for x in found), end='', file=sys.stderr)
    for name in skipped:
        print(f'syntax-check: {name}: skipped, it needs a build')
    if arguments.sum:
        with open(arguments.sum, 'w', encoding='utf-8') as stream:
            for name, found in results.items():
                print(f'{"FAIL" if found else "PASS"}: syntax-check: {name}',
                      file=stream)
            for name in skipped:
                print(f'UNTESTED: syntax-check: {name}', file=stream)
    if any(results.values()):
        return 1
    print(f'syntax-check: {len(results)} rules are kept')
    return 0


sys.exit(main())
