# plant.py - Each rule of syntax-check sees what breaks it.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# plant.py TOP BUILD CC WORK	print "PASS: WHAT" and "FAIL: WHAT -- WHY" lines
#
# The source tree TOP is copied to the new directory WORK, with the objects
# of BUILD.  There a fault is planted for each rule: the rule is kept before,
# and after that it is broken, by the file with the fault.

import os
import pathlib
import shutil
import subprocess
import sys

TOP, BUILD, CC, WORK = sys.argv[1:]
COPY = pathlib.Path(WORK, 'tree')
MADE = pathlib.Path(WORK, 'build')
LONG_FUNCTION = 'void\nf (void)\n{\n' + '  g ();\n' * 60 + '}\n'

# Ways to write a field of the record that emit/frame.cc may only read, and a
# part of what the rule `record' is to say.
RECORD_WRITES = [
    ('tree *p = &block->region;', 'writes region'),
    ('tree &r = block->region;', 'writes region'),
    ('auto *b = block;', '"auto"'),
    ('struct objmode_block *b = block; b->region = NULL;', 'writes region'),
    ('objmode_variable &w = block->variables[0]; w.kind = 1;', 'writes kind'),
    ('tree *e = v->extents;', 'writes extents'),
    ('memset (v->extents, 0, 4);', 'writes extents'),
    ('memset (v, 0, sizeof *v);', 'writes kind'),
    ('  *v = block->variables[0];', 'writes kind'),
    ('(*block).region = NULL;', 'writes region'),
    ('(v ? block : NULL)->region = NULL;', 'writes region of an expression'),
    ('std::swap (block->region, block->bind);', 'writes region'),
    ('block->variables.safe_insert (0, *v);', 'writes variables'),
    ('block->variables.last ().kind = 1;', 'writes kind'),
    ('block->clauses[0].ts.ndim = 1;', 'writes ts'),
    ('((struct objmode_block *) v)->falls_through = 1;', 'a cast hides'),
]

# What is planted for the rules that read sources: a rule, the file that is
# changed, what is replaced in it (nothing: the end), by what, and a part of
# what the rule is to say.
PLANTS = [
    ('file-length', 'runtime/planted.c', '', '\n' * 601, '601 lines'),
    ('function-length', 'runtime/planted.c', '', LONG_FUNCTION,
     'runtime/planted.c:3: a function of 62 lines'),
    ('columns', 'runtime/planted.h', '', '\n/*' + ' ' * 77 + '*/\n',
     'runtime/planted.h:2: 81 columns'),
    ('columns', 'plugin/planted.def', '', '\t' * 10 + 'x\n',
     'plugin/planted.def:1: 81 columns'),
    ('unfinished', 'runtime/planted.c', '', '/* TO' + 'DO: more.  */\n',
     'runtime/planted.c:1'),
    ('unfinished', 'runtime/planted.c', '', '#if ' + '0\n#endif\n',
     'runtime/planted.c:1'),
    ('entry-points', 'runtime/libobjmode.map', '__objmode_skipped',
     '__objmode_planted', '__objmode_planted'),
    ('abi', 'runtime/objmode-records.def', 'OBJMODE_END (once)',
     'OBJMODE_MEMBER (once, U32, planted)\nOBJMODE_END (once)',
     'OBJMODE_ABI_HASH is'),
    ('abi', 'runtime/objmode-records.def',
     'OBJMODE_MEMBER (var, I32, in)\t', 'OBJMODE_MEMBER (var, U32, in)\t',
     'OBJMODE_ABI_HASH is'),
    ('abi', 'runtime/objmode-kinds.def', '', '\nOBJMODE_KIND (PLANTED, "")\n',
     'OBJMODE_ABI_HASH is'),
    ('abi', 'runtime/objmode-abi.h', 'OBJMODE_VAR_STATIC = 16',
     'OBJMODE_VAR_STATIC = 15', 'OBJMODE_ABI_HASH is'),
    ('abi', 'runtime/objmode-abi.h', '#define OBJMODE_ABI ',
     '#define OBJMODE_ABI 9', 'OBJMODE_ABI_HASH is'),
    ('functions-exported', 'runtime/objmode.h', '',
     '\nextern int objmode_planted (void);\n', 'objmode_planted'),
    ('functions-exported', 'runtime/objmode-random.h', '',
     '\nextern int objmode_planted (void);\n', 'objmode_planted'),
    ('stages', 'plugin/stages.def', '',
     '\nOBJMODE_STAGE (planted, UNIT, "")\n', 'planted'),
    ('listed', 'plugin/planted.cc', '', '\n', 'plugin/planted.cc'),
    ('listed', 'plugin/text/planted.c', '', '\n', 'plugin/text/planted.c'),
    ('file-names', 'doc/internals.texi', '', '@file{never-planted.cc}\n',
     'never-planted.cc'),
    ('file-names', 'HACKING', '', 'See never-planted.py.\n',
     'never-planted.py'),
    ('file-names', 'plugin/text/README', '', 'See never-planted.h.\n',
     'never-planted.h'),
    ('keywords', 'plugin/text/keywords.def', '(lambda)', '(planted)',
     'lambda'),
    ('python', 'bench/planted.py', '', 'def f(:\n', 'bench/planted.py'),
    ('paths', 'bench/planted.sh', '', 'cd /ro' + 'ot/objmode\n',
     'bench/planted.sh:1'),
    ('record', 'plugin/types/bits.cc', '',
     '\nvoid\nf (struct objmode_block *block)\n{\n  block->region = NULL;\n}\n',
     'writes region of struct objmode_block'),
    ('record', 'plugin/emit/frame.cc', '',
     '\nvoid\nf (struct objmode_block *b,\n   int i)\n{\n'
     '  g (1, &b->variables[i].kind);\n}\n',
     'writes kind of struct objmode_variable'),
    ('record', 'plugin/rewrite/jump.cc', '',
     '\nvoid\nf (struct jumps *j)\n{\n'
     '  j->block->clauses.truncate (0);\n}\n',
     'writes clauses of struct objmode_block'),
    *(('record', 'plugin/emit/frame.cc', '',
       '\nvoid\nf (struct objmode_block *block,\n'
       f'   struct objmode_variable *v)\n{{\n  {write}\n}}\n', words)
      for write, words in RECORD_WRITES),
    ('record', 'plugin/emit/function.h', '',
     '\nstatic inline void\nf (struct objmode_block *block)\n{\n'
     '  block->region = NULL;\n}\n',
     'writes region of struct objmode_block'),
    ('record', 'plugin/block.h', '/* control: the function it',
     '/* controll: the function it', 'by controll, which is not a stage'),
    ('record', 'plugin/block.h', '/* analyse */', '',
     'has no comment'),
    ('messages', 'plugin/planted.cc', '',
     'f () { error_at (loc, "planted xy%s xyxyxy"); }\n'.replace('xy%s', 'no'),
     'no test expects: planted'),
    ('kinds', 'plugin/unit/pytype.cc', '  if (row->dtype == NULL)',
     '  if (kind == OBJMODE_KIND_BYTES)', 'a kind is compared with its name'),
    ('tests', 'doc/internals.texi', '@file{fair-turns.c}',
     '@file{planted-turns.c}', 'no test planted-turns.c'),
    ('tests', 'testsuite/objmode.run/planted-1.c', '', '\n',
     'objmode.run/planted-1.c: a number'),
]


def check(rule):
    """Run RULE on the copy; return the exit status and what it prints."""
    result = subprocess.run(
        [sys.executable, str(COPY / 'build-aux' / 'syntax-check.py'),
         '--build', str(MADE), '--rule', rule, str(COPY)],
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout


def expect(what, rule, words):
    """RULE is to fail and to say WORDS; print the result of the test WHAT."""
    status, output = check(rule)
    if status == 1 and words in output:
        print(f'PASS: {what}')
    else:
        print(f'FAIL: {what} -- status {status}, {output!r}')


def plant(rule, name, old, new, words):
    """Plant a fault as PLANTS says, look, and take it away."""
    path = COPY / name
    before = path.read_text() if path.exists() else None
    text = before or ''
    if old not in text:
        print(f'FAIL: {rule}: {name} -- {old} is not in {name}')
        return
    path.write_text(text.replace(old, new, 1) if old else text + new)
    expect(f'{rule}: {name}', rule, words)
    if before is None:
        path.unlink()
    else:
        path.write_text(before)


def copy():
    """Make the copies of the sources and the objects."""
    ignore = shutil.ignore_patterns('*.o', '*.lo', '.libs', '__pycache__',
                                    'gcc[0-9]*', 'core-*')
    for name in ('plugin', 'runtime', 'examples', 'doc', 'build-aux',
                 'bench', 'm4', 'testsuite'):
        shutil.copytree(os.path.join(TOP, name), COPY / name, ignore=ignore,
                        symlinks=True)
    shutil.copy(os.path.join(TOP, 'HACKING'), COPY)
    for pattern in 'plugin/gcc[0-9]*', 'runtime/core-*':
        for directory in pathlib.Path(BUILD).glob(pattern):
            if directory.is_dir():
                copy_objects(directory,
                             MADE / directory.relative_to(BUILD))


    to = MADE / 'runtime' / '.libs'
    to.mkdir()
    for obj in pathlib.Path(BUILD, 'runtime', '.libs').glob('*.o'):
        shutil.copy(obj, to)


def copy_objects(directory, to):
    """Copy the objects in DIRECTORY to the directory TO.  What their .d
    files name in TOP is named in the copy."""
    shutil.copytree(directory, to)
    top = os.path.realpath(TOP) + '/'
    for made in to.rglob('*.d'):
        words = made.read_text().replace('\\\n', ' ').partition('\n')[0]
        paths = [os.path.realpath(os.path.join(directory.parent, x))
                 for x in words.split()[1:]]
        paths = [str(COPY / x[len(top):]) if x.startswith(top) else x
                 for x in paths]
        made.write_text('x.o: ' + ' '.join(paths) + '\n')


def readme(room):
    """Return the rooms that ROOM, a directory, says it uses."""
    for line in (room / 'README').read_text().splitlines():
        if line.startswith('Uses:'):
            return set(line.split()[1:]) - {'-'}
    return set()


def upward(house):
    """Return two rooms of the directory HOUSE: the second uses the first,
    and the first does not use the second."""
    rooms = sorted(x.parent for x in house.glob('*/README'))
    for room in rooms:
        for below in sorted(readme(room)):
            if room.name not in readme(house / below):
                return house / below, room
    return None


def compile_planted(room, objects, text):
    """Write TEXT as planted.c of ROOM and compile it into OBJECTS."""
    source = room / 'planted.c'
    source.write_text(text)
    made = objects / room.name / 'planted.o'
    made.parent.mkdir(exist_ok=True)
    subprocess.run([CC, '-c', '-MMD', '-iquote', str(room.parent), '-o',
                    str(made), str(source)], check=True)
    return source, made


def symbol_of(objects, room):
    """Return a function that an object of ROOM defines."""
    found = sorted(str(x) for x in (objects / room.name).glob('*.o'))
    output = subprocess.run(['nm', '-P', '-g', *found], check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    return next(x.split()[0] for x in output.splitlines() if ' T ' in x)


def plant_stub():
    """Declare a flag in flags.pyi that pysource-flags.def does not have:
    embed.py fails, and does not before."""
    stub = COPY / 'plugin/text/analyse/flags.pyi'
    command = [sys.executable, str(COPY / 'build-aux/embed.py'), '--package',
               'analyse', str(stub)]
    right = subprocess.run(command, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
    text = stub.read_text()
    stub.write_text(text + 'PLANTED: int\n')
    wrong = subprocess.run(command, text=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.PIPE)
    stub.write_text(text)
    if (right.returncode == 0 and wrong.returncode == 1
            and 'PLANTED' in wrong.stderr):
        print('PASS: embed.py: a flag that no table has')
    else:
        print('FAIL: embed.py: a flag that no table has --'
              f' {right.returncode}, {wrong.returncode}, {wrong.stderr!r}')


def plant_headings():
    """Plant headings of headers that are wrong."""
    header = COPY / 'plugin/block/query.h'
    text = header.read_text()
    for what, heading, words in (
            ('a file without the function', '/* locate.cc */',
             'plugin/block/query.h: locate.cc does not define'),
            ('no such file', '/* planted.cc */', 'there is no planted.cc')):
        header.write_text(text.replace('/* query.cc */', heading))
        expect(f'headings: {what}', 'headings', words)
    header.write_text(text)


def plant_layers(name, house, objects):
    """Plant an upward call and an upward include in the HOUSE called NAME
    whose objects are in OBJECTS."""
    rooms = upward(house)
    if not rooms:
        print(f'FAIL: layers: {name} -- it has no rooms')
        return
    low, high = rooms
    words = 'planted.c uses '
    call = ('extern void above (void) __asm__ ("%s");\n'
            'void planted (void) { above (); }\n' % symbol_of(objects, high))
    planted = compile_planted(low, objects, call)
    expect(f'layers: a call upwards in {name}', 'layers', words)
    texts = [(x / 'README', (x / 'README').read_text()) for x in rooms]
    for (path, text), word, other in zip(texts, ('Uses:', 'Used by:'),
                                         (high, low)):
        path.write_text(text.replace(word, f'{word} {other.name}', 1))
    expect(f'layers: a circle of rooms in {name}', 'layers',
           'rooms use each other in a circle: '
           + ' '.join(sorted(x.name for x in rooms)))
    for path, text in texts:
        path.write_text(text)
    for x in planted:
        x.unlink()
    header = high / 'planted.h'
    header.write_text('static inline int above (void) { return 0; }\n')
    planted = compile_planted(
        low, objects, f'#include "{high.name}/planted.h"\n'
        'int planted (void) { return above (); }\n')
    expect(f'layers: an include upwards in {name}', 'layers',
           f'planted.c includes {high.name}/planted.h')
    for x in (header, *planted, planted[1].with_suffix('.d')):
        x.unlink()
    path = low / 'README'
    text = path.read_text()
    path.write_text(text.replace('Uses:', f'Uses: {high.name}', 1))
    expect(f'layers: a README of {name} that is wrong', 'layers',
           f'{low.name}/README')
    path.write_text(text)


def git(*arguments):
    """Run git in the copy."""
    subprocess.run(['git', '-C', str(COPY), '-c', 'user.name=A', '-c',
                    'user.email=a@b', *arguments], check=True,
                   stdout=subprocess.DEVNULL)


def commit(entry, message, other=True):
    """Commit a ChangeLog that begins with ENTRY, and, if OTHER, a change of
    another file, with MESSAGE."""
    path = COPY / 'ChangeLog'
    old = path.read_text() if path.exists() else ''
    path.write_text(f'2026-01-02  The authors\n\n{entry}\n\n{old}')
    if other:
        with open(COPY / 'planted', 'a', encoding='utf-8') as stream:
            stream.write(message)
    git('add', 'ChangeLog', *(['planted'] if other else []))
    git('commit', '-q', '-m', message)


def history(what, entry, message, words, other=True):
    """The test WHAT: commit ENTRY and MESSAGE, which is wrong, as WORDS say,
    or right if they are empty."""
    commit(entry, message, other)
    output = subprocess.run(
        [sys.executable, str(COPY / 'build-aux' / 'check-changelog.py'),
         str(COPY), 'HEAD~1'], text=True, stdout=subprocess.PIPE).stdout
    if (words in output) if words else not output:
        print(f'PASS: changelog: {what}')
    else:
        print(f'FAIL: changelog: {what} -- {output!r}')


def check_abi(*arguments):
    """Run check-abi.py on the copy; return what it prints."""
    return subprocess.run(
        [sys.executable, str(COPY / 'build-aux' / 'check-abi.py'),
         *arguments, str(COPY)], text=True, stdout=subprocess.PIPE).stdout


def plant_abi_history():
    """Make a history in which the contract changes without its number, and
    then with it."""
    git('init', '-q')
    git('add', 'runtime')
    git('commit', '-q', '-m', 'First')
    table = COPY / 'runtime' / 'objmode-kinds.def'
    header = COPY / 'runtime' / 'objmode-abi.h'
    before = table.read_text(), header.read_text()
    table.write_text(before[0] + 'OBJMODE_KIND (PLANTED, "")\n')
    for what, number, words in (
            ('a hash without a number', '', 'has changed since'),
            ('a hash with a number', '9', '')):
        header.write_text(before[1].replace('#define OBJMODE_ABI ',
                                            f'#define OBJMODE_ABI {number}'))
        check_abi('--update')
        git('commit', '-q', '-a', '-m', what)
        output = check_abi()
        if (words in output) if words else not output:
            print(f'PASS: abi: {what}')
        else:
            print(f'FAIL: abi: {what} -- {output!r}')
    table.write_text(before[0])
    header.write_text(before[1])
    shutil.rmtree(COPY / '.git')


def plant_history():
    """Make a history with right and wrong commits."""
    git('init', '-q')
    commit('\tFirst.', 'First')
    history('right', '\tSecond with a\n\ttitle.\n\n\t* x (y): Z.',
            'Second with a title\n\n* x (y): Z.', '')
    history('another message', '\tThird.\n\n\t* x (y): Z.',
            'Third\n\n* x (y): Other.', 'is not its entry')
    history('only ChangeLog', '\tFourth.', 'Fourth', 'nothing but', False)
    shutil.rmtree(COPY / '.git')


def main():
    copy()
    rules = subprocess.run(
        [sys.executable, str(COPY / 'build-aux' / 'syntax-check.py'),
         '--list'], check=True, text=True,
        stdout=subprocess.PIPE).stdout.split()
    for rule in rules:
        status, output = check(rule)
        if status:
            print(f'FAIL: {rule}: is kept -- {output!r}')
        else:
            print(f'PASS: {rule}: is kept')
    if shutil.which('mypy'):
        PLANTS.append(('python', 'plugin/text/analyse/flow.py',
                       'from .syntax import Text\n', '', '"Text"'))
    for arguments in PLANTS:
        plant(*arguments)
    for name, house, pattern in (
            ('plugin', COPY / 'plugin', 'plugin/gcc[0-9]*'),
            ('the core', COPY / 'runtime/core', 'runtime/core-*')):
        plant_layers(name, house, sorted(MADE.glob(pattern))[-1])
    plant_stub()
    plant_headings()
    plant_history()
    plant_abi_history()
    planted = {x[0] for x in PLANTS} | {'headings', 'layers', 'changelog'}
    for rule in rules:
        if rule not in planted:
            print(f'FAIL: {rule}: a planted fault -- there is none')


main()
