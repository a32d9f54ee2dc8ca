# plot.py - Draw the tables of the other scripts: plot.py SVG JSON...
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A JSON file is a list of tables: their title; their base, the column to
# which the others are ratios, or null, and then nanoseconds are drawn; and
# their rows, with numbers by column.

import json
import sys


def draw(axis, table):
    """Draw TABLE as bars on AXIS."""
    rows, base = table['rows'], table['base']
    names = list(dict.fromkeys(name for row in rows for name in row['ns']))
    width = 0.8 / len(names)
    for i, name in enumerate(names):
        heights = [row['ns'].get(name, 0) / (row['ns'][base] if base else 1)
                   for row in rows]
        axis.bar([x + i * width for x in range(len(rows))], heights, width,
                 label=name)
    if base:
        axis.axhline(1, color='black', linewidth=0.6)
        axis.set_yscale('log')
    axis.set_ylabel(f'ratio to {base}' if base else 'ns')
    axis.set_title(table['title'])
    axis.set_xticks([x + 0.4 for x in range(len(rows))],
                    [row['workload'].replace(' ', '\n', 1) for row in rows],
                    fontsize='x-small')
    axis.legend(ncols=4, fontsize='small')


def main(output, *inputs):
    """Draw a picture for each table."""
    try:
        import matplotlib
    except ImportError:
        print(f'{output} is not drawn: no python3-matplotlib')
        return
    matplotlib.use('svg')
    from matplotlib import pyplot
    tables = []
    for name in inputs:
        with open(name) as file:
            tables += json.load(file)
    figure, axes = pyplot.subplots(len(tables), 1, squeeze=False,
                                   figsize=(12, 4.2 * len(tables)),
                                   layout='constrained')
    for axis, table in zip(axes[:, 0], tables):
        draw(axis, table)
    figure.savefig(output)
    print(f'{output} is drawn')


main(*sys.argv[1:])
