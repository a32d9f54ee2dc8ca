#! /usr/bin/env python3
# check-record.py - Each field of the record of a block is written by the stage
# that plugin/block.h names.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-record.py [TOP]		print what is wrong in the source tree
#
# The comment of a field in block.h begins with its writers,
#
#     tree fn;			/* control: the function it stands in */
#     unsigned flags;		/* any: ... */
#
# which are stages of stages.def, or files of plugin/, with a comma between
# them; "any" means all files.  A file belongs to the stage that it is named
# after and to those of which its head says that it is
# "Part of the stage `type'".
#
# A write is an assignment, an increment, a change of a vector, or a field
# whose address or reference is taken, as in `objmode_scalar_kind (type,
# &v->kind)', unless it is stored in a pointer to const.  An assignment to a
# whole struct, or memset of it, writes all its fields.  The structs that
# functions declare are followed by their names, so a field may have the name of
# another struct's.  What the names cannot tell is not allowed: `auto', a cast
# to a pointer to a struct of the record, except from the `void *' that a
# walk of GCC hands on, and an assignment to a field of an expression.

import pathlib
import re
import sys

CHANGES = (r'\w+_push|truncate|\w+_remove|\w+_insert|\w+_grow(?:_cleared)?'
           r'|\w+_splice|pop|release|create|reserve\w*|qsort|sort|splice'
           r'|block_remove')
NAME = r'[A-Za-z_]\w*'
# A name and what selects a part of it: `block->clauses[i].loc'.
CHAIN = (rf'(?<![\w.>])(?<!\)->)(?:\(\*{NAME}\)|{NAME})'
         rf'(?:(?:->|\.){NAME}(?:\s\(\))?|\[[^\[\]]*(?:\[[^\]]*\][^\[\]]*)*\])+')
WRITE = re.compile(rf'({CHAIN})\s*(?:=(?!=)|[-+|&^*/%]=|<<=|>>=|\+\+|--)')
BEFORE = re.compile(rf'(?:\+\+|--)\s*({CHAIN})')
CHANGE = re.compile(rf'({CHAIN})\.(?:{CHANGES}) \(')
# The address of an element is not that of the vector.
ADDRESS = re.compile(rf'(?<![\w)&])&({CHAIN})(?<!\])(?=[,;)])')
READ = re.compile(r'\bconst [\w ]*\*?\w+\s*= $')
REFERENCE = re.compile(rf'^[ \t]+(?!const\b)\w[\w ]*[ *]&{NAME}\s*= ({CHAIN})'
                       r'(?<!\]);', re.M)
# A pointer to the first element of an array.
DECAY = re.compile(rf'(?:\*+{NAME}\s*= |\bmem(?:set|cpy|move) \()({CHAIN})'
                   r'(?<!\])(?=[,;])')
SWAP = re.compile(rf'\bswap \(({CHAIN}), *({CHAIN})\)')
WHOLE = re.compile(rf'(?:^\s*\*({NAME}) = |\bmem(?:set|cpy|move) \(({NAME}),)',
                   re.M)
DECLARED = re.compile(rf'(const )?(?:struct )?\bobjmode_(\w+) [*&]*(?:const )?'
                      rf'({NAME})(?=[,;)=\s])')
AUTO = re.compile(r'(?<!__)\bauto\b')
CAST = re.compile(r'(?<!\*\) )\((?:struct )?objmode_(\w+) \*+\) (\w+)')
EXPRESSION = re.compile(rf'(?<!last \()\)(?:->|\.)({NAME})\s*(?:=(?!=)|[-+|&^*/%]='
                        r'|<<=|>>=|\+\+|--)')


def without_comments(text):
    """Return TEXT with comments and strings blanked, line by line."""
    def blank(match):
        return re.sub(r'[^\n]', ' ', match.group())
    return re.sub(r'/\*.*?\*/|"(?:[^"\\\n]|\\.)*"', blank, text, flags=re.S)


def fields(text):
    """Return what block.h, TEXT, says: { struct: { field: (type, writers)
    }}, where type is a struct that the field is, points to or holds; and a
    list of what is wrong."""
    found, faults = {}, []
    for match in re.finditer(r'^struct objmode_(\w+)\n\{\n(.*?)^\};', text,
                             re.M | re.S):
        here = found[match.group(1)] = {}
        for line in re.finditer(r'^  ([^;/]+);\s*/\*(.*?)\*/', match.group(2),
                                re.M | re.S):
            declaration, comment = line.groups()
            writers = re.match(r'\s*([\w/., -]+?)(?::|$)', comment.strip())
            inner = re.search(r'objmode_(\w+)', declaration)
            names = re.sub(r'\[[^\]]*\]', '', declaration)
            names = re.findall(rf'({NAME})(?=,|$)', names)
            for name in names:
                here[name] = (inner.group(1) if inner else None,
                              re.split(r', *', writers.group(1))
                              if writers else [])
        total = len(re.findall(r'^  [^/\s{}#][^;{]*;', match.group(2), re.M))
        if total != len(re.findall(r'^  ([^;/]+);\s*/\*', match.group(2),
                                   re.M)):
            faults.append('plugin/block.h: a field of struct objmode_'
                          f'{match.group(1)} has no comment that says what'
                          ' writes it')
    return found, faults


def stages_of(path, text, stages):
    """Return the stages that the file PATH with TEXT belongs to."""
    head = text[:text.find('*/')]
    part = re.search(r"Part of the\s+stages?((?:\s+(?:and\s+)?`\w+',?)+)", head)
    found = set(re.findall(r'`(\w+)', part.group(1))) if part else set()
    return (found | {path.stem}) & stages


def functions(text):
    """Yield (offset, text) for each function of TEXT, its head included."""
    for match in re.finditer(r'^[^\s#}/{].*\n(?:.+\n)*?\{\n(?:.*\n)*?\}\n', text,
                             re.M):
        yield match.start(), match.group()


def target(chain, names, record):
    """Return (struct, field) that CHAIN is of the RECORD, or None; NAMES are
    the variables that are known: { name: struct }."""
    parts = re.findall(NAME + r'(?![^\[]*\])', chain)
    struct = names.get(parts[0])
    result = None
    for part in parts[1:]:
        if struct in record and part in record[struct]:
            result = struct, part
            struct = record[struct][part][0]
        elif part == 'last' and result:
            continue
        elif result and '.' + part in chain.replace(' ', ''):
            # A member of what the field itself holds.
            continue
        else:
            # Other structs have a pointer to the block.
            result = None
            struct = 'block' if part == 'block' else None
    return result


def check(path, shown, record, stages):
    """Yield what is wrong in the file PATH, which is called SHOWN."""
    text = path.read_text()
    mine = stages_of(path, text, stages) | {'any', shown}
    text = without_comments(text)
    every = {x for its in record.values() for x in its}
    for offset, body in functions(text):
        names = {}
        for const, struct, name in DECLARED.findall(body):
            names[name] = None if const else struct
        for at, found in writes(body, names, record):
            struct, field = found
            if mine & set(record[struct][field][1]):
                continue
            line = text[:offset + at].count('\n') + 1
            yield (f'plugin/{shown}:{line}: writes {field} of struct'
                   f' objmode_{struct}, which block.h leaves to '
                   + ', '.join(record[struct][field][1]))
        for at, what in hidden(body, record, every):
            line = text[:offset + at].count('\n') + 1
            yield f'plugin/{shown}:{line}: {what}'


def writes(body, names, record):
    """Yield (offset, (struct, field)) for each write to RECORD in the function
    BODY, which has the variables NAMES."""
    for pattern in (WRITE, BEFORE, CHANGE, ADDRESS, REFERENCE, DECAY, SWAP):
        for match in pattern.finditer(body):
            if pattern is ADDRESS and READ.search(body[:match.start()]):
                continue
            for chain in match.groups():
                found = target(chain.replace('(*', '').replace(')', ''),
                               names, record)
                if found:
                    yield match.start(1), found
    for match in WHOLE.finditer(body):
        struct = names.get(match.group(1) or match.group(2))
        for field in record.get(struct, ()):
            yield match.start(), (struct, field)


def hidden(body, record, every):
    """Yield (offset, text) for what hides a write in the function BODY; EVERY
    is the set of the names of fields of RECORD."""
    for match in AUTO.finditer(body):
        yield match.start(), '"auto" hides whether the record is written'
    for match in CAST.finditer(body):
        if match.group(1) in record and match.group(2) != 'data':
            yield match.start(), ('a cast hides whether the record is written'
                                  f' through struct objmode_{match.group(1)}')
    for match in EXPRESSION.finditer(body):
        if match.group(1) in every:
            yield match.start(), (f'writes {match.group(1)} of an expression:'
                                  ' give it a name')


def main():
    top = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else '.')
    plugin = top / 'plugin'
    stages = set(re.findall(r'^OBJMODE_STAGE \((\w+)',
                            (plugin / 'stages.def').read_text(), re.M))
    record, found = fields((plugin / 'block.h').read_text())
    for struct, its in record.items():
        for field, (_, writers) in its.items():
            for writer in writers or ['nobody']:
                if (writer not in stages | {'any'}
                        and not (plugin / writer).is_file()):
                    found.append(f'plugin/block.h: {field} of struct'
                                 f' objmode_{struct} is written by {writer},'
                                 ' which is not a stage')
    for path in sorted(x for x in plugin.rglob('*')
                       if x.suffix in ('.c', '.cc', '.h')):
        shown = str(path.relative_to(plugin))
        found += check(path, shown, record, stages)
    print(''.join(f'{x}\n' for x in found), end='')
    return bool(found)


sys.exit(main())
