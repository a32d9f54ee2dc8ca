/* ziggurat.c - The table of a function that draws by a ziggurat.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* NumPy draws normal and exponential numbers by the method of Marsaglia and
   Tsang: bits of a random word choose one of 256 layers, and other bits are a
   number, which is multiplied by the width of the layer.  If the number is less
   than a limit of the layer, which is so in 99 of 100 cases, the product is the
   result, and nothing else is drawn.  random.c does this without a call of
   NumPy if it knows widths and limits.  NumPy does not export them, and another
   version may have others, so they are learnt from NumPy's function: it is
   given words, and what it returns and how much it draws tells them.

   These functions do not need Python, and there are no locks: a table is filled
   by one thread before others see it.  */

#include <stdlib.h>
#include <string.h>
#include "libobjmode.h"

/* How many words are tried to find out whether a table is right.  */
#define TRIALS 8192

/* A generator that gives WORD first and then goes on as REAL.  */
struct replay
{
  objmode_rng rng;		/* Its functions are those below.  */
  const objmode_rng *real;
  uint64_t word;
  int words, others;		/* How often these were drawn.  */
  int late;			/* Something was drawn before WORD.  */
};

/* Return WORD of the replay STATE, or later words of the real generator.  */

static uint64_t
next_uint64 (void *state)
{
  struct replay *r = state;

  return (r->words++ == 0 ? r->word
	  : r->real->bits.next_uint64 (r->real->bits.state));
}

/* Return 32 bits of the real generator of the replay STATE.  */

static uint32_t
next_uint32 (void *state)
{
  struct replay *r = state;

  r->others++;
  r->late |= r->words == 0;
  return r->real->bits.next_uint32 (r->real->bits.state);
}

/* Return a double of the real generator of the replay STATE.  */

static double
next_double (void *state)
{
  struct replay *r = state;

  r->others++;
  r->late |= r->words == 0;
  return r->real->bits.next_double (r->real->bits.state);
}

/* Make R a generator that gives WORD and then goes on as REAL.  */

static void
begin_replay (struct replay *r, const objmode_rng *real, uint64_t word)
{
  memset (r, 0, sizeof *r);
  r->rng.bits.state = r;
  r->rng.bits.next_uint64 = r->rng.bits.next_raw = next_uint64;
  r->rng.bits.next_uint32 = next_uint32;
  r->rng.bits.next_double = next_double;
  r->real = real;
  r->word = word;
}

/* Return the number that DRAW makes of WORD, which RNG has given, and of what
   RNG gives after it.  */

double
ol_draw_after (ol_draw_fn *draw, const objmode_rng *rng, uint64_t word)
{
  struct replay r;

  begin_replay (&r, rng, word);
  return draw (&r.rng.bits);
}

/* The generator that stands behind a word that is tried.  */

static uint64_t
zero_uint64 (void *state)
{
  (void) state;
  return 0;
}

static uint32_t
zero_uint32 (void *state)
{
  (void) state;
  return 0;
}

static double
half (void *state)
{
  (void) state;
  return 0.5;
}

/* Store in *X what DRAW makes of WORD.  Return 1 if it draws nothing but that
   word, 0 if it goes on, -1 if it does not begin with a word.  */

static int
try_word (ol_draw_fn *draw, uint64_t word, double *x)
{
  static const objmode_rng behind
    = { { NULL, zero_uint64, zero_uint32, half, zero_uint64 }, NULL };
  struct replay r;

  begin_replay (&r, &behind, word);
  *x = draw (&r.rng.bits);
  return r.words == 0 || r.late ? -1 : r.words == 1 && r.others == 0;
}

/* Fill in LAYER number I of SHAPE by trying words with DRAW.  A layer without a
   number that is accepted at once keeps the limit 0.  */

static void
learn_layer (struct ol_layer *layer, unsigned i, ol_draw_fn *draw,
	     const struct ol_ziggurat_shape *shape)
{
  uint64_t base = (uint64_t) i << shape->layer_shift;
  uint64_t low = 1, high = (uint64_t) 1 << shape->number_bits;
  double x;

  if (try_word (draw, base | low << shape->number_shift, &layer->width) != 1)
    return;
  while (high - low > 1)
    {
      uint64_t middle = low + (high - low) / 2;
      if (try_word (draw, base | middle << shape->number_shift, &x) == 1)
	low = middle;
      else
	high = middle;
    }
  layer->limit = high;
}

/* Return 1 if Z gives what DRAW does for words of all kinds, DRAW begins with a
   word each time, and Z has many of the results.  */

static int
right_p (const struct ol_ziggurat *z, ol_draw_fn *draw,
	 const struct ol_ziggurat_shape *shape)
{
  uint64_t word = 1;
  int quick = 0;

  for (int i = 0; i < TRIALS; i++)
    {
      double x, y = 0;
      int verdict, known;

      /* Knuth's congruential generator; its low bits are poor.  */
      word = word * 6364136223846793005u + 1442695040888963407u;
      verdict = try_word (draw, word ^ word >> 32, &x);
      known = ol_ziggurat_quick (z, shape, word ^ word >> 32, &y);
      if (verdict < 0
	  || (known && (verdict != 1 || memcmp (&x, &y, sizeof x) != 0)))
	return 0;
      quick += known;
    }
  return quick > TRIALS / 4;
}

/* Return the table of DRAW, which draws by a ziggurat of SHAPE; NULL without
   memory, or if DRAW does something else.  It is never freed once it is in
   use.  */

struct ol_ziggurat *
ol_learn_ziggurat (ol_draw_fn *draw, const struct ol_ziggurat_shape *shape)
{
  struct ol_ziggurat *z = calloc (1, sizeof *z);

  if (!z)
    return NULL;
  z->draw = draw;
  for (unsigned i = 0; i < OL_LAYERS; i++)
    learn_layer (&z->layer[i], i, draw, shape);
  if (right_p (z, draw, shape))
    return z;
  free (z);
  return NULL;
}
