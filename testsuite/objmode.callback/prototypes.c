/* What libffi cannot pass, and results without an owner, are refused when the
   program runs if the text does not say it before.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"
struct __attribute__ ((packed)) packed { char c; int i; };
struct aligned { char c; int i __attribute__ ((aligned (16))); };
struct bits { int a : 3; };
struct inner { union { int i; float f; }; };
struct hollow { int n; char none[0]; };
union u { int i; float f; };
typedef __int128 i128;
struct good { char c; double d; struct { short s; short t; }; float f[3]; };
#define TAKES(T, NAME) static void NAME (void (*f) (T)) { (void) f; }
#define GIVES(T, NAME) static void NAME (T (*f) (void)) { (void) f; }
TAKES (struct packed, packed)
TAKES (struct aligned, aligned)
TAKES (struct bits, bits)
TAKES (struct inner, inner)
TAKES (struct hollow, hollow)
TAKES (union u, union_)
TAKES (i128, big)
GIVES (i128, big_result)
GIVES (struct packed, packed_result)
GIVES (const char *, text_result)
GIVES (char *, chars_result)
GIVES (double *, memory_result)
GIVES (void *, pointer_result)
GIVES (struct good *, struct_result)
#ifdef __FLT16_MAX__
TAKES (_Float16, half)
#else
TAKES (i128, half)
#endif
static double total (double (*f) (struct good), struct good g) { return f (g); }

int
main (void)
{
  struct good g = { 1, 2, { 3, 4 }, { 5, 6, 7 } };
  int y = 0;
  double x = 0;
  with_objmode (y) { R"(
    def fails (f, message):
        global tried
        g = lambda *a: None
        try: f (g)
        except TypeError as e: assert f"cannot be a Python function: its {message}" in str (e), (message, e)
        else: assert False, message
        f (None)
    one = "parameter 1 of type '%s' cannot be passed: libffi cannot pass "
    fails (packed, one % 'struct packed' + 'packed or aligned structs')
    fails (aligned, one % 'struct aligned' + 'packed or aligned structs')
    fails (bits, one % 'struct bits' + 'structs with bit-fields')
    fails (inner, one % 'struct inner' + 'unions')
    fails (union_, one % 'union u' + 'unions')
    fails (hollow, one % 'struct hollow' + 'structs with an empty or flexible array')
    fails (big, "parameter 1 of type 'i128' cannot be passed: libffi does not have integers of this type")
    fails (half, "parameter 1 of type '")
    fails (big_result, "result of type 'i128' cannot be passed: libffi does not have integers")
    fails (packed_result, "result of type 'struct packed' cannot be passed: libffi cannot pass packed")
    for f in text_result, chars_result, memory_result:
        try: f (lambda: None)
        except TypeError as e: assert 'cannot be passed: the memory that it points to would have no owner' in str (e), e
        else: assert False
    pointer_result (lambda: None)
    struct_result (lambda: None)
    y = 1
  )"; }
  CHECK_NUM (y, 1);
  with_objmode (x) { "x = total (lambda g: g.c + g.d + g.s + g.t + float (g.f.sum ()), g)"; }
  CHECK_NUM (x, 28);
  return 0;
}
/* { dg-prune-output "is undefined" } */
