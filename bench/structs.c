/* structs.c - What arrays of structs cost:
   structs ROUNDS

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A line for each row of the table: its name, and the nanoseconds by NumPy
   alone and by objmode.  Reading a member of an element is compared with an
   item of a numpy.void, and objmode.table of 10^6 structs of 8 numeric members
   with the same dict written by hand.  Medians over the rounds, in which the
   ways take turns.  */

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>

struct row { double a, b, c, d; long e; int f, g; double h; };

enum { ROWS = 1000000 };

int
main (int argc, char **argv)
{
  int rounds = argc > 1 ? atoi (argv[1]) : 0, rows = ROWS;
  struct row *data = calloc (ROWS, sizeof *data);

  if (rounds < 1 || !data)
    return 1;
  with_objmode (data = "[rows]")
    {
      R"py(
	from statistics import median
	from timeit import Timer
	import numpy
	import objmode

	plain = data.view(numpy.dtype(data.dtype.descr))
	names = plain.dtype.names
	assert type(plain[0]) is numpy.void and len(names) == 8
	space = {'plain': plain, 'data': data, 'names': names,
		 'objmode': objmode}
	for name, number, hand, ours in (
	    ('f[0].a', 20000, 'plain[0]["a"]', 'data[0].a'),
	    ('objmode.table', 1000, '{n: plain[n] for n in names}',
	     'objmode.table(data)')):
	    timers = [Timer(way, globals=space) for way in (hand, ours)]
	    times = [[t.timeit(number) * 1e9 / number for t in timers]
		     for _ in range(rounds)]
	    print(name, *map(median, zip(*times)), sep='\t')
	del space, timers, plain
      )py";
    }
  free (data);
  return 0;
}
