/* denoise.c - Anisotropic diffusion of a photograph (Perona and Malik).

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   denoise [-n SIGMA] [-i ITERATIONS] [INPUT [OUTPUT.png]]
   smooths INPUT, but not across its edges, and writes the result to
   OUTPUT.png.  It writes before, after and their difference, enlarged four
   times, side by side to OUTPUT-view.png.  -n first adds Gaussian noise of
   that standard deviation (of 255).  The alpha channel of INPUT is copied to
   OUTPUT.png.

   The numerics are C; Python opens, reports and saves.

   Build: gcc -O2 -fopenmp -fplugin=objmode denoise.c -lobjmode -lm  */

#include <getopt.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <objmode.h>

#define PHOTOGRAPH "/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg"

/* The Python module of this file.  It runs once, before the first block.  */
objmode_module {
  R"py(
    import io
    import logging
    import os
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

    def has_alpha(image):
        return "A" in image.getbands() or "transparency" in image.info

    def view_path(path):
        root, suffix = os.path.splitext(path)
        return f"{root}-view{suffix}"

    def check_writable(path, mode):
        """Raise an exception if an image of this mode cannot be saved."""
        suffix = os.path.splitext(path)[1].lower()
        format = Image.registered_extensions().get(suffix)
        if format not in Image.SAVE:
            raise ValueError(f"Pillow writes no format with suffix '{suffix}'")
        Image.new(mode, (1, 1)).save(io.BytesIO(), format)
        exists = os.path.exists(path)
        open(path, "ab").close()
        if not exists:
            os.remove(path)
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
      image = ImageOps.exif_transpose(Image.open(path))
      image = image.convert("RGBA" if has_alpha(image) else "RGB")
      w, h = image.size
    )py";
  }
  return rc ? NULL : image;
}

/* Look whether IMAGE can be saved to PATH, and the view beside it, before the
   work begins.  Return 0, or non-zero if it cannot.  */
static int
check_output (const char *path, objmode_object *image)
{
  int rc;

  with_objmode (error (rc)) {
    R"py(
      check_writable(path, image.mode)
      check_writable(view_path(path), "RGB")
    )py";
  }
  return rc;
}

/* Copy the colours of IMAGE, as numbers from 0 to 1, to CLEAN, and to U with
   noise of the standard deviation SIGMA.  Return 0, or non-zero on
   failure.  */
static int
read_pixels (objmode_object *image, float *clean, float *u, int height,
	     int width, double sigma)
{
  int rc;

  /* U is C memory; in the text it is an array that shows that memory.  */
  with_objmode (error (rc), clean = "float32[height, width, 3]",
		u = "float32[height, width, 3]") {
    R"py(
      clean[...] = np.asarray(image.convert("RGB"), dtype=np.float32) / 255
      u[...] = clean
      if sigma > 0:
          u += np.random.default_rng(1).normal(0, sigma, u.shape)
          u.clip(0, 1, out=u)
    )py";
  }
  return rc;
}

/* Return the peak signal-to-noise ratio of the SIZE numbers U, which are
   from 0 to 1, against CLEAN, in decibels.  */
static double
psnr (const float *u, const float *clean, size_t size)
{
  double sum = 0;

#pragma omp parallel for reduction (+: sum)
  for (size_t i = 0; i < size; i++)
    sum += (u[i] - clean[i]) * (u[i] - clean[i]);
  return -10 * log10 (sum / size);
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

/* Write AFTER, with the alpha channel of IMAGE, to PATH.  Write BEFORE, AFTER
   and their difference side by side to the view of PATH.  Return 0, or
   non-zero on failure.  */
static int
save (const char *path, objmode_object *image, const float *before,
      const float *after, int height, int width)
{
  int rc;

  with_objmode (error (rc), before = "[height, width, 3]",
		after = "[height, width, 3]") {
    R"py(
      difference = 0.5 + 4 * (after - before)    # Grey: no change.
      strip = np.concatenate((before, after, difference), axis=1)
      strip = (255 * strip.clip(0, 1) + 0.5).astype(np.uint8)
      result = Image.fromarray(strip[:, width:2 * width])
      if image.mode == "RGBA":
          result.putalpha(image.getchannel("A"))
      result.save(path)
      Image.fromarray(strip).save(view_path(path))
      print(f"{path}: the result")
      print(f"{view_path(path)}: before, after, difference")
    )py";
  }
  return rc;
}

static const char usage[] =
  "Usage: denoise [-n SIGMA] [-i ITERATIONS] [INPUT [OUTPUT.png]]\n"
  "Smooth the picture INPUT, but not across its edges, write the result to\n"
  "OUTPUT.png (default: denoise.png), and write before, after and their\n"
  "difference side by side to OUTPUT-view.png.\n"
  "\n"
  "  -n SIGMA       first add Gaussian noise of this standard deviation,\n"
  "                 from 0 to 255 (default: 0)\n"
  "  -i ITERATIONS  number of steps (default: 40)\n"
  "  -h, --help     print this\n";

/* Store the number that TEXT is in *VALUE.  Return 1, or 0 after a message if
   TEXT is not a number from 0 to MAX.  WHAT is the option.  */
static int
parse_number (const char *what, const char *text, double max, double *value)
{
  char *end;

  *value = strtod (text, &end);
  if (end != text && !*end && *value >= 0 && *value <= max)
    return 1;
  fprintf (stderr, "denoise: %s %s: it is not a number from 0 to %.0f\n",
	   what, text, max);
  return 0;
}

int
main (int argc, char **argv)
{
  static const struct option options[] = { { "help", 0, NULL, 'h' }, { 0 } };
  int option, width, height, status = EXIT_SUCCESS;
  double sigma = 0, iterations = 40;

  while ((option = getopt_long (argc, argv, "hn:i:", options, NULL)) != -1)
    if (option == 'h')
      return fputs (usage, stdout) < 0;
    else if (option == '?'
	     || (option == 'n' && !parse_number ("-n", optarg, 255, &sigma))
	     || (option == 'i'
		 && !parse_number ("-i", optarg, INT_MAX, &iterations)))
      return EXIT_FAILURE;
  if (iterations != floor (iterations) || argc - optind > 2)
    {
      fprintf (stderr, "denoise: %s\n", argc - optind > 2
	       ? "there are more than two file names"
	       : "the number of iterations is not an integer");
      return EXIT_FAILURE;
    }
  sigma /= 255;
  const char *input = optind < argc ? argv[optind] : PHOTOGRAPH;
  const char *output = optind + 1 < argc ? argv[optind + 1] : "denoise.png";

  objmode_object *image = open_image (input, &width, &height);
  if (!image)
    return report (input);
  if (check_output (output, image))
    {
      status = report (output);
      objmode_release (image);
      return status;
    }

  /* Only now is the size known.  */
  size_t n = 3 * (size_t) height * width, size = n * sizeof (float);
  float *clean = malloc (size), *before = malloc (size);
  float *u = malloc (size), *v = malloc (size);

  if (!clean || !before || !u || !v)
    status = (perror ("denoise"), EXIT_FAILURE);
  else if (read_pixels (image, clean, before, height, width, sigma))
    status = report (input);
  else
    {
      memcpy (u, before, size);
      float *after = denoise (u, v, height, width, iterations);
      if (save (output, image, before, after, height, width))
	status = report (output);
      else if (sigma > 0)
	printf ("PSNR before %.1f dB, after %.1f dB\n",
		psnr (before, clean, n), psnr (after, clean, n));
    }
  free (clean);
  free (before);
  free (u);
  free (v);
  objmode_release (image);
  return status;
}
