/* nbody.c - Bodies that attract each other, kept as an array of structs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

/* nbody [DAYS [FILE]] moves the Sun and the large planets for so many days,
   and writes what they are then to FILE, as comma-separated values.  The C
   code has an array of structs; pandas gets the columns of the same memory
   by objmode.table.

   Build: gcc -O2 -fplugin=objmode nbody.c -lobjmode -lm  */

#include <math.h>
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>

enum kind { STAR, PLANET, GIANT };

struct vector { double x, y, z; };

struct body
{
  char name[12];
  enum kind kind;
  double mass;			/* Of the Sun.  */
  struct vector pos;		/* In astronomical units.  */
  struct vector vel;		/* In those per day.  */
};

/* The constant of gravitation in these units: the square of Gauss's.  */
static const double gravity = 0.01720209895 * 0.01720209895;

static struct body bodies[] = {
  { "Sun", STAR, 1, { 0, 0, 0 }, { 0, 0, 0 } },
  { "Earth", PLANET, 3.0034896e-6, { 1, 0, 0 }, { 0, 0.01720209895, 0 } },
  { "Mars", PLANET, 3.227151e-7, { 0, 1.524, 0 }, { -0.0139344, 0, 0 } },
  { "Jupiter", GIANT, 9.5479194e-4, { -5.203, 0, 0 }, { 0, -0.0075450, 0 } },
  { "Saturn", GIANT, 2.858860e-4, { 0, -9.537, 0 }, { 0.0055702, 0, 0.0001 } }
};

enum { BODIES = sizeof bodies / sizeof *bodies };

/* Change the velocities of the N bodies B by what attracts them during
   DAYS.  */

static void
attract (int n, struct body *b, double days)
{
  for (int i = 0; i < n; i++)
    for (int k = i + 1; k < n; k++)
      {
	double x = b[k].pos.x - b[i].pos.x;
	double y = b[k].pos.y - b[i].pos.y;
	double z = b[k].pos.z - b[i].pos.z;
	double square = x * x + y * y + z * z;
	double f = gravity * days / (square * sqrt (square));

	b[i].vel.x += f * b[k].mass * x;
	b[i].vel.y += f * b[k].mass * y;
	b[i].vel.z += f * b[k].mass * z;
	b[k].vel.x -= f * b[i].mass * x;
	b[k].vel.y -= f * b[i].mass * y;
	b[k].vel.z -= f * b[i].mass * z;
      }
}

/* Move the N bodies B for DAYS.  */

static void
move (int n, struct body *b, double days)
{
  for (int i = 0; i < n; i++)
    {
      b[i].pos.x += b[i].vel.x * days;
      b[i].pos.y += b[i].vel.y * days;
      b[i].pos.z += b[i].vel.z * days;
    }
}

objmode_module
{
  R"py(
    import pandas
    import objmode
  )py";
}

/* Write the N bodies B to FILE, and the mean distance of each kind from the
   first of them to the standard output.  */

static void
report (int n, const struct body *b, const char *file)
{
  with_objmode (b = "[n]")
    {
      R"py(
	kinds = {STAR: "star", PLANET: "planet", GIANT: "giant"}
	frame = pandas.DataFrame(objmode.table(b))
	frame["kind"] = frame["kind"].map(kinds)
	sun = b[0].pos
	frame["distance"] = ((frame["pos.x"] - sun.x) ** 2
			     + (frame["pos.y"] - sun.y) ** 2
			     + (frame["pos.z"] - sun.z) ** 2) ** 0.5
	frame.to_csv(file, index=False)
	for kind, distance in frame.groupby("kind")["distance"].mean().items():
	    print(f"{kind} {distance:.2f}")
      )py";
    }
}

int
main (int argc, char **argv)
{
  int days = argc > 1 ? atoi (argv[1]) : 365;
  const char *file = argc > 2 ? argv[2] : "nbody.csv";

  attract (BODIES, bodies, 0.5);
  for (int i = 0; i < days; i++)
    {
      move (BODIES, bodies, 1);
      attract (BODIES, bodies, i + 1 < days ? 1 : 0.5);
    }
  report (BODIES, bodies, file);
  return 0;
}
