/* What is released must have been initialised.  */
/* { dg-do compile } */
/* { dg-additional-options "-O2 -Wall -Wextra" } */
#include <objmode.h>
#include <objmode-random.h>
typedef OBJMODE_ARRAY (double, 1) vector;
vector stored;

void
bad_array (void)
{
  vector v;
  with_objmode (v) { "v = None"; } /* { dg-warning "3: 'v' is used uninitialized" } */
  objmode_array_release (&v);
}
/* { dg-note "10: 'v' (was )?declared here" "" { target *-*-* } .-4 } */

void
bad_generator (void)
{
  objmode_rng g;
  with_objmode (g) { "g = None"; } /* { dg-warning "3: 'g' is used uninitialized" } */
  objmode_rng_release (&g);
}
/* { dg-note "15: 'g' (was )?declared here" "" { target *-*-* } .-4 } */

void
good (int n, vector w, vector *p)
{
  vector v = { 0 };
  objmode_object *o = NULL, *late;
  objmode_rng g = { 0 };
  late = objmode_retain (o);
  for (int i = 0; i < n; i++)
    with_objmode (v, o, w, stored, g) { "v = w = stored = o = g = None"; }
  with_objmode (p, late) { "p = late = None"; }
  objmode_release (o);
  objmode_release (late);
  objmode_rng_release (&g);
  objmode_array_release (&v);
}
