/* denoise.c - Anisotropic diffusion of a photograph (Perona and Malik).

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   denoise [-n SIGMA] [-i ITERATIONS] [INPUT [OUTPUT.png]]
   smooths INPUT, but not across its edges, and writes before, after and
   their difference, enlarged four times, side by side.  -n first adds
   Gaussian noise of that standard deviation (of 255).

   The numerics are C; Python opens, reports and saves.

   Build: gcc -O2 -fopenmp -fplugin=objmode denoise.c -lobjmode -lm  */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <objmode.h>

#define PHOTOGRAPH "/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg"

/* The Python module of this file.  It runs once, before the first block.  */
objmode_module {
  R"py(
    import logging
    import sys
    import numpy as np
    from PIL import Image, ImageOps
    from tqdm import tqdm

    class AboveTheBar(logging.Handler):
        def emit(self, record):
            tqdm.write(self.format(record), file=sys.stderr)

    logger = logging.getLogger("denoise")
    logger.addHandler(AboveTheBar())
    logger.setLevel(logging.INFO)
  )py";
}

/* Say in one line why the last block failed; WHAT is what it was about.
   Return the exit status for it.  */
static int
report (const char *what)
{
  const objmode_error_info *e = objmode_error ();

  fprintf (stderr, "denoise: %s: %s: %.*s\n", what, e->type,
	   (int) strcspn (e->message, "\n"), e->message);
  return EXIT_FAILURE;
}

/* Open the image at PATH and store its size in *WIDTH and *HEIGHT.
   Return the image, a reference that the caller releases, or NULL.  */
static objmode_object *
open_image (const char *path, int *width, int *height)
{
  objmode_object *image = NULL;
  int rc;

  with_objmode (error (rc), image, w (*width), h (*height)) {
    R"py(
      image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
      w, h = image.size
    )py";
  }
  return rc ? NULL : image;
}

/* Copy the pixels of IMAGE, as numbers from 0 to 1, to U and add noise of
   the standard deviation SIGMA.  Return 0, or non-zero on failure.  */
static int
read_pixels (objmode_object *image, float *u, int height, int width,
	     double sigma)
{
  int rc;

  /* U is C memory; in the text it is an array that shows that memory.  */
  with_objmode (error (rc), u = "float32[height, width, 3]") {
    R"py(
      u[...] = np.asarray(image, dtype=np.float32) / 255
      if sigma > 0:
          u += np.random.default_rng(1).normal(0, sigma, u.shape)
          u.clip(0, 1, out=u)
    )py";
  }
  return rc;
}

/* Return the standard deviation of the noise in U.  Most differences of
   neighbours are noise, so edges hardly disturb their median.  */
static float
estimate_noise (const float *u, int height, int width)
{
  enum { BINS = 4096 };
  size_t count[BINS] = { 0 }, seen = 0;
  int bin = 0;

#pragma omp parallel for reduction (+: count)
  for (int y = 0; y < height; y++)
    for (int x = 1; x < width; x++)
      {
	const float *p = u + 3 * ((size_t) y * width + x);
	float d[3] = { p[0] - p[-3], p[1] - p[-2], p[2] - p[-1] };
	float square = (d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / 3;

	count[(int) (sqrtf (square) * (BINS - 1))]++;
      }
  while (bin < BINS - 1
	 && (seen += count[bin]) * 2 < (size_t) height * (width - 1))
    bin++;
  /* For Gaussian noise the median of the root mean square of three
     differences is 1.256 times the standard deviation.  */
  return (bin + 0.5f) / BINS / 1.256f;
}

/* One explicit step of the diffusion from U to V with the conduction
   exp (-(|gradient| / K)^2), which the three channels share, lest edges
   get coloured seams.  Return the root mean square change.  */
static double
diffuse (const float *u, float *v, int height, int width, float k)
{
  const float rate = 0.2f;	/* Above 1/4 the scheme is unstable.  */
  const ptrdiff_t row = 3 * (ptrdiff_t) width;
  double sum = 0;

#pragma omp parallel for reduction (+: sum)
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
	const float *p = u + y * row + 3 * x;
	float change[3] = { 0, 0, 0 };
	/* At the border a pixel is its own neighbour: nothing flows.  */
	const ptrdiff_t neighbour[4]
	  = { y > 0 ? -row : 0, y < height - 1 ? row : 0,
	      x > 0 ? -3 : 0, x < width - 1 ? 3 : 0 };

	for (int i = 0; i < 4; i++)
	  {
	    const float *n = p + neighbour[i];
	    float d[3] = { n[0] - p[0], n[1] - p[1], n[2] - p[2] };
	    float square = (d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / 3;
	    float conduction = expf (-square / (k * k));

	    for (int c = 0; c < 3; c++)
	      change[c] += rate * conduction * d[c];
	  }
	for (int c = 0; c < 3; c++)
	  {
	    v[y * row + 3 * x + c] = p[c] + change[c];
	    sum += change[c] * change[c];
	  }
      }
  return sqrt (sum / (3.0 * height * width));
}

/* Diffuse U, with V as the other buffer, for ITERATIONS steps.  Return the
   buffer that has the result.  */
static float *
denoise (float *u, float *v, int height, int width, int iterations)
{
  objmode_object *bar = NULL;

  with_objmode (bar) { R"py( bar = tqdm(total=iterations, unit="step") )py"; }
  for (int i = 1; i <= iterations; i++)
    {
      /* Differences of neighbours have 1.4 times the deviation of the
	 noise; twice as much is not yet an edge.  */
      float k = 2.8f * estimate_noise (u, height, width);
      double residual = diffuse (u, v, height, width, k);
      float *swap = u;

      u = v;
      v = swap;
      /* The guards say how often Python runs; a skip costs nothing.  */
      with_objmode (interval (0.1)) { R"py( bar.update(i - bar.n) )py"; }
      with_objmode (every (10)) {
	R"py( logger.info(f"step {i}: residual {255 * residual:.4f}") )py";
      }
    }
  with_objmode () { R"py( bar.update(iterations - bar.n); bar.close() )py"; }
  objmode_release (bar);
  return u;
}

/* Write BEFORE, AFTER and their difference side by side to PATH.  Return
   0, or non-zero on failure.  */
static int
save (const char *path, const float *before, const float *after,
      int height, int width)
{
  int rc;

  with_objmode (error (rc), before = "[height, width, 3]",
		after = "[height, width, 3]") {
    R"py(
      difference = 0.5 + 4 * (after - before)    # Grey: no change.
      strip = np.concatenate((before, after, difference), axis=1)
      strip = (255 * strip.clip(0, 1) + 0.5).astype(np.uint8)
      Image.fromarray(strip).save(path)
    )py";
  }
  return rc;
}

int
main (int argc, char **argv)
{
  int option, width, height, iterations = 40, status = EXIT_SUCCESS;
  double sigma = 0;
  while ((option = getopt (argc, argv, "n:i:")) != -1)
    if (option == 'n')
      sigma = atof (optarg) / 255;
    else if (option == 'i')
      iterations = atoi (optarg);
    else
      return EXIT_FAILURE;
  const char *input = optind < argc ? argv[optind] : PHOTOGRAPH;
  const char *output = optind + 1 < argc ? argv[optind + 1] : "denoise.png";

  objmode_object *image = open_image (input, &width, &height);
  if (!image)
    return report (input);

  /* Only now is the size known.  */
  size_t size = sizeof (float) * 3 * height * width;
  float *before = malloc (size), *u = malloc (size), *v = malloc (size);

  if (!before || !u || !v)
    status = (perror ("denoise"), EXIT_FAILURE);
  else if (read_pixels (image, before, height, width, sigma))
    status = report (input);
  else
    {
      memcpy (u, before, size);
      float *after = denoise (u, v, height, width, iterations);
      if (save (output, before, after, height, width))
	status = report (output);
      else
	printf ("%s: before, after, difference\n", output);
    }
  free (before);
  free (u);
  free (v);
  objmode_release (image);
  return status;
}
