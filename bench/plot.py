# plot.py - Draw the tables of driver.py: plot.py SVG JSON...
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import sys


def main(output, *inputs):
    """Draw bars of the ratios to the best C, a picture for each table."""
    try:
        import matplotlib
    except ImportError:
        print(f'{output} is not drawn: no python3-matplotlib')
        return
    matplotlib.use('svg')
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(len(inputs), 1, squeeze=False,
                                   figsize=(11, 4.2 * len(inputs)),
                                   layout='constrained')
    for axis, name in zip(axes[:, 0], inputs):
        with open(name) as file:
            table = json.load(file)
        rows, base = table['rows'], table['base']
        names = list(rows[0]['ns'])
        width = 0.8 / len(names)
        for i, contender in enumerate(names):
            axis.bar([x + i * width for x in range(len(rows))],
                     [row['ns'].get(contender, 0) / row['ns'][base]
                      for row in rows],
                     width, label=contender)
        axis.axhline(1, color='black', linewidth=0.6)
        axis.set_yscale('log')
        axis.set_ylabel(f'time / time of {base}')
        axis.set_title(table['title'])
        axis.set_xticks([x + 0.4 for x in range(len(rows))],
                        [row['workload'].replace(' ', '\n', 1)
                         for row in rows], fontsize='x-small')
    axes[0, 0].legend(ncols=4, fontsize='small')
    figure.savefig(output)
    print(f'{output} is drawn')


main(*sys.argv[1:])
