/* A function that only a block of a header calls.  */
extern int nowhere (int);
static inline int in_header (int x) { return 10 * x; }

static inline int
use_header (int x)
{
  int y;
  with_objmode (y) { "y = in_header (x)"; }
  return y;
}

extern int other_unit (int x);

struct shared { int n; double x[2]; struct shared *next; };
extern int take_shared (const struct shared *s, struct shared by_value);
extern struct shared *give_shared (void);
