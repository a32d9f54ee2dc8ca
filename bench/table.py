# table.py - Print what several processes have measured.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# table.py TITLE OUTPUT JSON...: each JSON is what driver.py has written in one
# process.  Printed are medians over the processes, of the nanoseconds and of
# the ratios to the best hand-written C in the same process.  OUTPUT is for
# plot.py.

import json
import statistics
import sys

BASE = 'C, best'


def read(path):
    """Return the JSON at PATH."""
    with open(path) as file:
        return json.load(file)


def cells(work, runs):
    """Return nanoseconds and ratios of WORK by contender, in RUNS."""
    ns, ratios = {}, {}
    for run in runs:
        times = run['times'][work]
        for name, time in times.items():
            ns.setdefault(name, []).append(time)
            ratios.setdefault(name, []).append(time / times[BASE])
    return ({name: statistics.median(ns[name]) for name in ns},
            {name: statistics.median(ratios[name]) for name in ns})


def main(title, output, *paths):
    """Print the table, and write it to OUTPUT."""
    runs = [read(path) for path in paths]
    names = runs[0]['names']
    print(f'\n{title}: Python {runs[0]["python"]}, {len(runs)} processes, '
          f'ns for a crossing, medians (ratio to {BASE})\n')
    print(f'{"":28}' + ''.join(f'{name:>17}' for name in names))
    rows = []
    for work in runs[0]['times']:
        ns, ratios = cells(work, runs)
        rows.append({'workload': work, 'ns': ns})
        print(f'{work:28}' + ''.join(
            f'{ns[name]:9.0f} {"(%.2f)" % ratios[name]:>7}'
            if name in ns else f'{"-":>17}' for name in names))
    with open(output, 'w') as file:
        json.dump([{'title': title, 'base': BASE, 'rows': rows}], file)


main(*sys.argv[1:])
