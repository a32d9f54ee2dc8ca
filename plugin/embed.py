# embed.py - Write analyse-py.h: the Python text FILES for pysource.c.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: python embed.py FILE...
#
# The files, one behind the other, are one program.  The header has it as
# a string and also compiled by the Python that runs this, which saves cc1
# most of the time of the start; pysource.c takes the string where its
# libpython is not of that version.

import marshal
import sys


def main(files):
    source = ''
    for name in files:
        with open(name, encoding='utf-8') as file:
            source += file.read()
    code = compile(source, 'analyse.py', 'exec', 0, True, 2)
    print('/* Made by embed.py.  */\n')
    print('static const char analyse_py[] =')
    for line in source.splitlines():
        line = line.replace('\\', '\\\\').replace('"', '\\"')
        print('  "%s\\n"' % line)
    print(';\n')
    print('#define ANALYSE_VERSION 0x%x\n' % (sys.hexversion >> 16))
    print('static const unsigned char analyse_code[] = {')
    data = marshal.dumps(code)
    for at in range(0, len(data), 16):
        print('  ' + ', '.join(str(x) for x in data[at:at + 16]) + ',')
    print('};')


main(sys.argv[1:])
