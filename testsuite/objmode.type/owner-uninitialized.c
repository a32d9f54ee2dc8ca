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

struct s { int k; objmode_object *o; };

void
bad_object (void)
{
  objmode_object *o; /* { dg-note "19: 'o' declared here; objmode releases what it holds, so write '= NULL' or '= \{ 0 \}'" } */
  struct s s; /* { dg-note "12: 's' declared here" } */
  objmode_object *a[2]; /* { dg-note "19: 'a' declared here" } */
  with_objmode (o) { "o = 1"; } /* { dg-warning "17: 'o' is used uninitialized" } */
  with_objmode (s) { "s = (1, 2)"; } /* { dg-warning "17: 's' is used uninitialized" } */
  with_objmode (v (a[1])) { "v = 1"; } /* { dg-warning "17: 'a' is used uninitialized" } */
  with_objmode (o, s) { "o = 2; s = (2, 3)"; }
  objmode_release (o);
  objmode_release (s.o);
  objmode_release (a[1]);
}

void
good_object (int n, objmode_object *parameter, void (*set) (objmode_object **))
{
  objmode_object *later, *elsewhere, *only_read;
  struct s s, part;
  static objmode_object *constant;
  later = NULL;
  set (&elsewhere);
  part.o = NULL;
  only_read = constant;
  s = part;
  for (int i = 0; i < n; i++)
    with_objmode (later, elsewhere, s, part, constant, parameter) {
      "later = elsewhere = constant = parameter = only_read; s = part = (1, 2)";
    }
  with_objmode () { "locals ()"; }
  objmode_release (later);
  objmode_release (elsewhere);
  objmode_release (s.o);
  objmode_release (part.o);
  objmode_release (parameter);
}

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
