#! /usr/bin/env python3
# check-layers.py - Rooms call and include downwards only.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-layers.py [-v] --build BUILD [TOP]	print what is wrong in the
#						source tree TOP, built in BUILD
#
# plugin/ and runtime/core/ are houses; a directory in a house is a room.  The
# README of a room says which rooms it uses and which use it:
#
#     Uses: ROOM ROOM ...
#     Used by: ROOM ROOM ...
#
# ("-": none).  The sources beside the rooms are the roof, which is called as
# the house in "Used by": they use any room and no room calls them.  The headers beside the rooms are for everybody
# (block.h), unless a room is said to stand alone in ALONE.
#
# What is used is found in what was built.  A call, or the use of a variable,
# is an undefined symbol of an object that another object of the house
# defines; includes are what GCC wrote into the object's .d file.  So an
# inline function of a header counts for each file that includes the header,
# even through another one.  It is wrong
# - to use a room that the README does not list, or to list one in vain;
# - if the two lists of two rooms do not agree;
# - if rooms use each other in a circle;
# - if a room calls the roof;
# - if a source has no object;
# - if libobjmode includes a header of the core.
# With -v, the circles of calls inside of rooms and the number of functions
# and variables that each header declares are printed too, as notes.

import argparse
import collections
import os
import pathlib
import re
import subprocess
import sys

ROOF = '.'
# Rooms that include no header from beside the rooms, nor one of GCC.
ALONE = {'plugin': {'text'}}
SOURCES = ('.c', '.cc')


class House:
    """The house NAME: the directory DIRECTORY of the source tree TOP, its
    objects being in the directories OBJECTS."""

    def __init__(self, name, top, directory, objects):
        self.name = name
        self.directory = (top / directory).resolve()
        self.shown = directory
        self.objects = objects
        self.faults = []
        self.rooms = sorted(x.name for x in self.directory.iterdir()
                            if (x / 'README').is_file())
        self.check_readmes()
        self.uses = self.declared('Uses')
        self.used_by = self.declared('Used by')
        self.source_of = {}             # { object: source }
        self.used = collections.defaultdict(set)  # { (from, to): reasons }
        self.calls = collections.defaultdict(set)  # { source: sources }

    def complain(self, text):
        """Note that TEXT is wrong."""
        if text not in self.faults:
            self.faults.append(text)

    def check_readmes(self):
        """Complain about directories of sources without a README, if others
        have one."""
        for directory in sorted(self.directory.iterdir()):
            if (self.rooms and directory.is_dir()
                    and directory.name not in self.rooms
                    and any(x.suffix in SOURCES
                            for x in directory.iterdir())):
                self.complain(f'{self.shown}/{directory.name}: has no README')

    def declared(self, word):
        """Return what the READMEs say about WORD: { room: set of rooms }."""
        found = {}
        for room in self.rooms:
            text = (self.directory / room / 'README').read_text()
            lines = re.findall(rf'^{word}:(.*)$', text, re.M)
            if len(lines) != 1:
                self.complain(f'{self.shown}/{room}/README: has {len(lines)}'
                              f' lines "{word}: ...", not one')
            found[room] = set(' '.join(lines).split()) - {'-'}
        return found

    def room(self, path):
        """Return the room of PATH, which is relative to the house."""
        first, slash, _ = path.partition('/')
        return first if slash else ROOF

    def inside(self, path):
        """Return the absolute PATH relative to the house, or None."""
        prefix = str(self.directory) + '/'
        path = os.path.realpath(path)
        return path[len(prefix):] if path.startswith(prefix) else None

    def note(self, source, target, how):
        """Note that the file SOURCE uses the file TARGET; HOW says how."""
        one, other = self.room(source), self.room(target)
        if one != other:
            self.used[one, other].add(f'{self.shown}/{source} {how}')

    def read_dependencies(self):
        """Read the .d files: which source an object is of, and what the
        source includes."""
        for objects in self.objects:
            for made in sorted(objects.rglob('*.d')):
                text = made.read_text().replace('\\\n', ' ')
                text = text.partition(':')[2].partition('\n')[0]
                # GCC ran in the directory above OBJECTS.
                paths = [os.path.join(objects.parent, x)
                         for x in text.split()]
                source = self.inside(paths[0])
                obj = made.with_suffix('.o')
                # What was moved since leaves an object behind.
                if (source is None or not os.path.exists(paths[0])
                        or not obj.exists()):
                    continue
                self.source_of[str(obj)] = source
                self.includes(source, paths[1:])

    def includes(self, source, paths):
        """Note that SOURCE includes PATHS."""
        alone = self.room(source) in ALONE.get(self.name, ())
        for path in paths:
            header = self.inside(path)
            if header is None:
                if alone and '/plugin/include/' in path:
                    self.complain(f'{self.shown}/{source}: includes a header'
                                  f' of GCC, {path.rsplit("/")[-1]}')
            elif self.room(header) != ROOF:
                self.note(source, header, f'includes {header}')
            elif alone:
                self.complain(f'{self.shown}/{source}: includes {header},'
                              ' which is not in its room')

    def read_objects(self):
        """Read the symbol tables of the objects: who calls whom."""
        if not self.source_of:
            return
        output = subprocess.run(
            ['nm', '-A', '-P', *self.source_of], check=True, text=True,
            stdout=subprocess.PIPE).stdout
        defined, undefined = {}, []
        for line in output.splitlines():
            obj, _, rest = line.partition(': ')
            name, kind = rest.split()[:2]
            if kind == 'U':
                undefined.append((name, self.source_of[obj]))
            elif kind in 'TDBRC':
                defined[name] = self.source_of[obj]
        names = demangled({x for x, _ in undefined if x in defined})
        for name, source in undefined:
            if name in defined:
                target = defined[name]
                self.calls[source].add(target)
                self.note(source, target, f'uses {names[name]} of {target}')

    def check_built(self):
        """Return whether each source has an object; else complain."""
        built = set(self.source_of.values())
        missing = [f'{room}/{path.name}' for room in self.rooms
                   for path in sorted((self.directory / room).iterdir())
                   if path.suffix in SOURCES and 'pysource' not in path.name
                   and f'{room}/{path.name}' not in built]
        if missing:
            self.complain(f'{self.shown}: sources without an object, build'
                          ' before the check: ' + ' '.join(missing))
        return not missing

    def check_rooms(self):
        """Compare what the rooms use with what their READMEs say."""
        for (one, other), reasons in sorted(self.used.items()):
            if one == ROOF:
                continue
            if other == ROOF or other not in self.uses.get(one, ()):
                where = 'the roof' if other == ROOF else f'room {other}'
                for reason in sorted(reasons):
                    self.complain(f'{reason}: room {one} may not use {where}')
        for room in self.rooms:
            readme = f'{self.shown}/{room}/README'
            for other in sorted(self.uses[room]):
                if other not in self.rooms:
                    self.complain(f'{readme}: there is no room {other}')
                elif (room, other) not in self.used:
                    self.complain(f'{readme}: says that it uses {other},'
                                  ' which it does not')
                elif room not in self.used_by[other]:
                    self.complain(f'{self.shown}/{other}/README: does not say'
                                  f' that it is used by {room}')
            for other in sorted(self.used_by[room]):
                used = ((ROOF, room) in self.used if other == self.name
                        else room in self.uses.get(other, ()))
                if not used:
                    self.complain(f'{readme}: says that it is used by {other},'
                                  ' which does not use it')
            if ((ROOF, room) in self.used
                    and self.name not in self.used_by[room]):
                self.complain(f'{readme}: does not say that it is used by'
                              f' {self.name}, what is beside the rooms')

    def check_circles(self):
        """Complain about rooms that use each other in a circle."""
        for circle in circles(self.uses):
            self.complain(f'{self.shown}: rooms use each other in a circle: '
                          + ' '.join(circle))

    def check(self):
        """Return a list of what is wrong."""
        self.read_dependencies()
        self.read_objects()
        if self.check_built():
            self.check_rooms()
            self.check_circles()
        return self.faults

    def describe(self):
        """Print notes about the circles in rooms and about headers."""
        for circle in circles(self.calls):
            rooms = {self.room(x) for x in circle}
            if len(rooms) == 1:
                print(f'note: {self.shown}: circle in {rooms.pop()}: '
                      + ' '.join(circle))
        for path in sorted(self.directory.rglob('*.h')):
            n = len(re.findall(r'^extern\b(?! *")', path.read_text(), re.M))
            if n:
                print(f'note: {self.shown}/{self.inside(path)}: {n} externs')


def check_library(build):
    """Yield what is wrong with the includes of libobjmode."""
    for made in sorted((build / 'runtime' / '.deps').glob('*.Plo')):
        for path in made.read_text().replace('\\\n', ' ').split():
            if '/runtime/core/' in path and not path.endswith(':'):
                yield f'runtime/{made.stem}.c: includes {path} of the core'


def demangled(names):
    """Return { name: name as it is in C++ } for NAMES."""
    names = sorted(names)
    result = subprocess.run(['c++filt', '-p'], input='\n'.join(names),
                            check=True, text=True, stdout=subprocess.PIPE)
    return dict(zip(names, result.stdout.split('\n')))


def circles(graph):
    """Return the circles of GRAPH, { node: nodes }: the sets of at least
    two nodes that reach each other, sorted."""
    reach = {}
    for node in graph:
        reach[node], todo = set(), [node]
        while todo:
            for x in graph.get(todo.pop(), ()):
                if x not in reach[node]:
                    reach[node].add(x)
                    todo.append(x)
    found = {tuple(sorted({x for x in reach[node]
                           if node in reach.get(x, ())} | {node}))
             for node in graph}
    return sorted(x for x in found if len(x) > 1)


def houses(top, build):
    """Return the houses of TOP, built in BUILD.  The plugin for one GCC and
    the core for one Python stand for all."""
    def newest(pattern):
        found = [x for x in sorted(build.glob(pattern)) if x.is_dir()]
        return found[-1:]
    return [House('plugin', top, 'plugin', newest('plugin/gcc[0-9]*')),
            House('core', top, 'runtime/core', newest('runtime/core-*'))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('-v', action='store_true', help='print notes too')
    parser.add_argument('--build', required=True)
    parser.add_argument('top', nargs='?', default='.')
    arguments = parser.parse_args()
    build = pathlib.Path(arguments.build)
    found = list(check_library(build))
    for house in houses(pathlib.Path(arguments.top), build):
        found += house.check()
        if not house.rooms:
            found.append(f'{house.shown}: has no rooms')
        if arguments.v:
            house.describe()
    print(''.join(f'{x}\n' for x in found), end='')
    return bool(found)


sys.exit(main())
