# merge-results.py - Merge the results of the shards of one GCC.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# merge-results.py DIRECTORY SHARD...
#
# A shard is one process of runtest, which ran in DIRECTORY/shards/SHARD and
# has left objmode.sum, objmode.log and status there, the exit status of
# runtest.  The program writes DIRECTORY/objmode.sum and DIRECTORY/objmode.log
# and prints what failed, then the counts.  A shard that was not run to its
# end, that has no result, or whose results are also those of another shard of
# the same driver is an ERROR.  The exit status is 1 if anything failed.
"""Merge the results of the shards of one GCC."""

import collections
import pathlib
import re
import sys

COUNTED = {'PASS': 'expected passes', 'FAIL': 'unexpected failures',
           'XPASS': 'unexpected successes', 'XFAIL': 'expected failures',
           'KPASS': 'unknown successes', 'KFAIL': 'known failures',
           'UNTESTED': 'untested testcases',
           'UNRESOLVED': 'unresolved testcases',
           'UNSUPPORTED': 'unsupported tests'}
BAD = {'FAIL', 'XPASS', 'KPASS', 'UNRESOLVED', 'ERROR'}
RESULT = re.compile(r'^([A-Z]+): ')


def kind(line: str) -> str:
    """Return the kind of the result LINE, or '' if it is not a result."""
    match = RESULT.match(line)
    return match[1] if match and match[1] in {*COUNTED, *BAD} else ''


def text(path: pathlib.Path) -> str:
    """Return the text of the file PATH, '' if there is no such file."""
    return path.read_text(errors='replace') if path.exists() else ''


def problems(directory: pathlib.Path, lines: list[str]) -> list[str]:
    """Return what is wrong with the shard in DIRECTORY, whose sum file has
    LINES, apart from the results that it has."""
    status = text(directory / 'status').strip()
    counts = collections.Counter(kind(line) for line in lines)
    summary = {}
    for line in lines:
        match = re.match(r'# of ([a-z ]+\S)\s+(\d+)$', line)
        if match:
            summary[match[1]] = int(match[2])
    if not status:
        return ['was not run to its end']
    if not any('=== objmode Summary ===' in line for line in lines):
        return ['has no summary']
    found = [f'has {counts[k]} results {k}, {summary.get(words, 0)} in its '
             'summary' for k, words in COUNTED.items()
             if counts[k] != summary.get(words, 0)]
    if not any(counts[k] for k in COUNTED):
        found.append('has no results')
    if status != '0' and not any(counts[k] for k in BAD):
        found.append(f'ended with status {status} and no failure')
    return found


def merge(directory: pathlib.Path, shards: list[str]) -> list[str]:
    """Write the log and the sum file of DIRECTORY from those of SHARDS.
    Return the results and what is wrong with shards."""
    results: list[str] = []
    owner: dict[tuple[str, str], str] = {}
    with open(directory / 'objmode.log', 'w', encoding='utf-8') as log:
        for shard in shards:
            where = directory / 'shards' / shard
            lines = text(where / 'objmode.sum').splitlines()
            wrong = problems(where, lines)
            mine = [line for line in lines if kind(line)]
            driver = shard.partition('.')[0]
            for line in mine:
                if owner.setdefault((driver, line), shard) != shard:
                    wrong.append(f'repeats "{line}"')
            mine += [f'ERROR: shard {shard} {x}' for x in wrong]
            results += mine
            log.write(f'=== shard {shard}\n{text(where / "objmode.log")}\n')
            log.write(''.join(f'ERROR: shard {shard} {x}\n' for x in wrong))
    if not shards:
        results.append('ERROR: there are no shards')
    return results


def main() -> int:
    """Merge as the arguments say.  Return the exit status."""
    directory = pathlib.Path(sys.argv[1])
    results = merge(directory, sys.argv[2:])
    counts = collections.Counter(kind(line) for line in results)
    summary = ['', '\t\t=== objmode Summary ===', ''] + [
        f'# of {words}\t\t{counts[k]}' for k, words in COUNTED.items()
        if counts[k]]
    (directory / 'objmode.sum').write_text('\n'.join(results + summary) + '\n')
    print(f'=== {directory.name}')
    print('\n'.join([x for x in results if kind(x) in BAD] + summary[1:]))
    return 1 if any(counts[k] for k in BAD) else 0


if __name__ == '__main__':
    sys.exit(main())
