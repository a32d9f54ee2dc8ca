/* slab.c - Particles that are shot into a slab, a Monte-Carlo simulation.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   slab BATCHES [CHECKPOINT]
   simulates BATCHES batches of particles and prints, after each, which part
   was let through, thrown back or absorbed.  CHECKPOINT is a file in which the
   program writes, after each batch, the counts and the generators of random
   numbers.  If the file is there when the program starts, the program goes on
   from it.

   The particles are in chunks, each with a generator of its own, so the result
   does not depend on OMP_NUM_THREADS.  It does not depend on how often the
   program was stopped and started again either.

   The numerics are C; Python reports, writes the checkpoint and reads it.

   Build: gcc -O2 -fopenmp -fplugin=objmode slab.c -lobjmode  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <objmode.h>
#include <objmode-random.h>

#define CHUNKS 64
#define PARTICLES 2000		/* Of each chunk, in a batch.  */
#define THICKNESS 2.0		/* In mean free paths.  */
#define ABSORBED 0.2		/* The part of collisions that absorb.  */

/* What became of the particles, and the length of all their paths.  */
struct tally
{
  long through, back, absorbed;
  double path;
};

/* The Python module of this file.  It runs once, before the first block.  */
objmode_module {
  R"py(
    import json
    import os
    import numpy as np

    class Checkpoint:
        """What a checkpoint has: BATCH, TALLY and STATES, a list."""

        def __init__(self, path):
            self.path = path
            self.batch, self.tally, self.states = 0, None, []
            if os.path.exists(path):
                with open(path) as file:
                    vars(self).update(json.load(file), path=path)

        def save(self):
            """Write the file, so that there always is a whole one."""
            with open(self.path + ".new", "w") as file:
                json.dump({key: value for key, value in vars(self).items()
                           if key != "path"}, file)
            os.replace(self.path + ".new", self.path)
  )py";
}

/* Follow one particle, which draws from RNG, through the slab.  Add what
   becomes of it to T.  */
static void
follow (objmode_rng *rng, struct tally *t)
{
  double x = 0, direction = 1;

  for (;;)
    {
      double step = objmode_rng_exponential (rng);

      x += direction * step;
      t->path += step;
      if (x < 0)
	{
	  t->back++;
	  return;
	}
      if (x > THICKNESS)
	{
	  t->through++;
	  return;
	}
      if (objmode_rng_double (rng) < ABSORBED)
	{
	  t->absorbed++;
	  return;
	}
      direction = 2 * objmode_rng_double (rng) - 1;
    }
}

/* Simulate a batch with the generators STREAM, and add what becomes of its
   particles to T.  The chunks are added in their order, since a sum of floating
   numbers depends on it.  */
static void
simulate (objmode_rng *stream, struct tally *t)
{
  struct tally part[CHUNKS];

  memset (part, 0, sizeof part);
#pragma omp parallel for schedule (dynamic)
  for (int i = 0; i < CHUNKS; i++)
    for (int k = 0; k < PARTICLES; k++)
      follow (&stream[i], &part[i]);
  for (int i = 0; i < CHUNKS; i++)
    {
      t->through += part[i].through;
      t->back += part[i].back;
      t->absorbed += part[i].absorbed;
      t->path += part[i].path;
    }
}

/* Seed the generators STREAM.  Return 0, or -1 on failure.  */
static int
seed (objmode_rng *stream)
{
  objmode_rng parent = { 0 };
  const uint64_t number = 2026;
  int rc = objmode_rng_seed (&parent, &number, 1);

  if (rc == 0)
    rc = objmode_rng_spawn (&parent, CHUNKS, stream);
  objmode_rng_release (&parent);
  return rc;
}

/* If the checkpoint PATH is there, let the generators STREAM, *BATCH and T be
   what it says.  Return the checkpoint, a reference that the caller releases,
   or NULL on failure.  */
static objmode_object *
restore (const char *path, objmode_rng *stream, int *batch, struct tally *t)
{
  objmode_object *checkpoint = NULL;
  int rc;

  with_objmode (error (rc), checkpoint, batch (*batch)) {
    R"py(
      checkpoint = Checkpoint(path)
      batch = checkpoint.batch
      for name, value in (checkpoint.tally or {}).items():
          t[name] = value
    )py";
  }
  for (int i = 0; i < CHUNKS && rc == 0; i++)
    with_objmode (error (rc), rng (stream[i])) {
      R"py(
        if checkpoint.states:
            rng.bit_generator.state = checkpoint.states[i]
      )py";
    }
  if (rc == 0)
    return checkpoint;
  objmode_release (checkpoint);
  return NULL;
}

/* Write the generators STREAM, BATCH and T to CHECKPOINT.  Return 0, or
   non-zero on failure.  */
static int
save (objmode_object *checkpoint, objmode_rng *stream, int batch,
      struct tally *t)
{
  int rc = 0;

  with_objmode (error (rc)) { R"py( checkpoint.states.clear() )py"; }
  for (int i = 0; i < CHUNKS && rc == 0; i++)
    with_objmode (error (rc), rng (stream[i])) {
      R"py( checkpoint.states.append(rng.bit_generator.state) )py";
    }
  if (rc == 0)
    with_objmode (error (rc)) {
      R"py(
        checkpoint.batch = batch
        checkpoint.tally = dict(t)
        checkpoint.save()
      )py";
    }
  return rc;
}

/* Say in one line why the last block failed.  Return the exit status for
   it.  */
static int
report (void)
{
  const objmode_error_info *e = objmode_error ();

  fprintf (stderr, "slab: %s: %s\n", e->type, e->message);
  return EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  objmode_rng stream[CHUNKS] = { 0 };
  objmode_object *checkpoint = NULL;
  struct tally t = { 0 };
  int batches = argc > 1 ? atoi (argv[1]) : 0, batch = 0, rc;

  if (argc > 3 || batches <= 0)
    {
      fputs ("Usage: slab BATCHES [CHECKPOINT]\n", stderr);
      return EXIT_FAILURE;
    }
  rc = seed (stream);
  if (rc == 0 && argc > 2)
    {
      checkpoint = restore (argv[2], stream, &batch, &t);
      rc = checkpoint ? 0 : -1;
    }
  while (rc == 0 && batch < batches)
    {
      simulate (stream, &t);
      batch++;
      with_objmode () {
	R"py(
	  n = t.through + t.back + t.absorbed
	  print(f"{n} particles: {t.through / n:.5f} through, "
		f"{t.back / n:.5f} back, {t.absorbed / n:.5f} absorbed, "
		f"mean path {t.path / n!r}")
	)py";
      }
      if (checkpoint)
	rc = save (checkpoint, stream, batch, &t);
    }
  for (int i = 0; i < CHUNKS; i++)
    objmode_rng_release (&stream[i]);
  objmode_release (checkpoint);
  return rc ? report () : EXIT_SUCCESS;
}
