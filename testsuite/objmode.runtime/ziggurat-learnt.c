/* The table of a function that draws by a ziggurat is learnt from the function,
   and one that does something else is refused.  */
/* { dg-do run } */
#include "ziggurat.c"
#include <assert.h>

typedef struct { void *state; uint64_t (*next) (void *); uint32_t (*half) (void *); double (*real) (void *); } bits_t;
static const struct ol_ziggurat_shape shape = { 0, 9, 52, 8 };

/* The layer I accepts numbers less than this.  */
static uint64_t
limit (unsigned i)
{
  return i == 1 ? 0 : ((uint64_t) 1 << 51) + i * 12345678901u;
}

/* Return what a word gives with the width of its layer.  */
static double
product (uint64_t word, double factor)
{
  double x = (double) (int64_t) (word >> 9 & 0xfffffffffffff)
	     * (1.0 / (1 + (word & 255))) * factor;
  return word & 256 ? -x : x;
}

static int
accepted_p (uint64_t word)
{
  return (word >> 9 & 0xfffffffffffff) < limit (word & 255);
}

/* A ziggurat of the shape.  */
static double
good (void *p)
{
  bits_t *b = p;
  for (;;)
    {
      uint64_t word = b->next (b->state);
      if (accepted_p (word))
	return product (word, 1);
      if (b->real (b->state) < 0.7)
	return 1e9 + b->half (b->state);
    }
}

/* One that draws another number first.  */
static double
begins_otherwise (void *p)
{
  bits_t *b = p;
  double x = b->real (b->state);
  return x + good (p);
}

/* One that does not draw a word.  */
static double
no_word (void *p)
{
  bits_t *b = p;
  return b->real (b->state);
}

/* One whose product is not that of the width, for numbers that are odd.  */
static double
rounds (void *p)
{
  bits_t *b = p;
  uint64_t word = b->next (b->state);
  if (!accepted_p (word))
    return b->real (b->state);
  return product (word, word & 1 << 10 ? 1 + 0x1p-52 : 1);
}

/* One with holes in what it accepts.  */
static double
holes (void *p)
{
  bits_t *b = p;
  uint64_t word = b->next (b->state);
  if (!accepted_p (word) || (word >> 20 & 15) == 3)
    return b->real (b->state);
  return product (word, 1);
}

static uint64_t state;

static uint64_t
word (void *s)
{
  uint64_t *x = s;
  *x = *x * 6364136223846793005u + 1442695040888963407u;
  return *x ^ *x >> 29;
}

static uint32_t
low_half (void *s)
{
  return word (s);
}

static double
fraction (void *s)
{
  return (word (s) >> 11) * 0x1p-53;
}

int
main (void)
{
  objmode_rng own = { { &state, word, low_half, fraction, word }, NULL };
  struct ol_ziggurat *z = ol_learn_ziggurat (good, &shape);
  int quick = 0;

  assert (z && z->draw == good);
  for (unsigned i = 0; i < OL_LAYERS; i++)
    {
      assert (z->layer[i].limit == limit (i));
      assert (i == 1 || z->layer[i].width == 1.0 / (1 + i));
    }
  /* As random.c draws, and as the function itself does.  */
  for (int i = 0; i < 100000; i++)
    {
      uint64_t before = state, after, w;
      double x, y = good (&own.bits);
      after = state;
      state = before;
      w = word (&state);
      if (ol_ziggurat_quick (z, &shape, w, &x))
	quick++;
      else
	x = ol_draw_after (z->draw, &own, w);
      assert (memcmp (&x, &y, sizeof x) == 0 && state == after);
    }
  assert (quick > 45000 && quick < 60000);
  free (z);
  assert (!ol_learn_ziggurat (begins_otherwise, &shape));
  assert (!ol_learn_ziggurat (no_word, &shape));
  assert (!ol_learn_ziggurat (rounds, &shape));
  assert (!ol_learn_ziggurat (holes, &shape));
  return 0;
}
