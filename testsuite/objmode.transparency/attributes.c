/* Attributes in all the places that are not ours.  */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct packed { char c; int i; } __attribute__ ((packed, aligned (2)));
struct __attribute__ ((__packed__)) other { char c; long l; };
typedef int vector __attribute__ ((vector_size (16)));
enum e { A __attribute__ ((deprecated)), B };

static int helper (int) __attribute__ ((noinline, const));
static int helper (int x) { return x * 3; }

#define ATTRIBUTE(...) __attribute__ ((__VA_ARGS__))
#define UNUSED __attribute__ ((unused))
#define ID(X) X

ID (static int twice (int x UNUSED) ATTRIBUTE (noclone);)
static int twice (int x) { return 2 * x; }

static void
printer (const char *format, ...) __attribute__ ((
#ifdef __GNUC__
  format (printf, 1, 2)
#else
  unused
#endif
  ));

static void
printer (const char *format, ...)
{
  __attribute__ ((unused)) int objmode = 1;
  if (format == NULL)
    abort ();
}

static int
fall (int n)
{
  switch (n)
    {
    case 1:
      n++;
      __attribute__ ((fallthrough));
    case 2:
      n++;
    default:
      break;
    }
 label: __attribute__ ((unused));
  return n;
}

int
main (void)
{
  int with_objmode = fall (1), objmode_module = 0;
  vector v = { 1, 2, 3, 4 };

  for (int i = 0; i < 4; i++)
    objmode_module += v[i] + helper (i) + twice (i);
  printer ("%d", objmode_module);
  return !(with_objmode == 3 && objmode_module == 40
	   && sizeof (struct packed) == 6 && sizeof (struct other) == 9);
}
