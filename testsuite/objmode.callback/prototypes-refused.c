/* A Python function that cannot be a function pointer is an error where the text
   assigns it, or gives it to a C function.  */
/* { dg-do compile } */
#include <objmode.h>
struct __attribute__ ((packed)) packed { char c; int i; };
struct bits { int a : 3; };
struct inner { union { int i; float f; }; };
struct hollow { int n; char none[0]; };
union u { int i; float f; };
typedef int (*good) (int);
typedef void (*takes_packed) (struct packed);
static void bits (int n, void (*f) (struct bits)) { (void) n, (void) f; }
static void inner (void (*f) (struct inner)) { (void) f; }
static void hollow (void (*f) (struct hollow)) { (void) f; }
static void onion (void (*f) (union u)) { (void) f; }
static void big (void (*f) (__int128)) { (void) f; }
#ifdef __FLT16_MAX__
static void half (void (*f) (_Float16)) { (void) f; }
#endif
static void text (const char *(*f) (void)) { (void) f; }
static void memory (double *(*f) (void)) { (void) f; }
static void fine (good f) { (void) f; }

void
g (takes_packed p, good ok, void (*by_pointer) (void (*) (union u)))
{
  with_objmode (p) { R"(
    p = lambda v: None
  )"; }
/* { dg-error "9: a C function of type 'void\\(struct packed\\)' cannot be a Python function: its parameter 1 of type 'struct packed' cannot be passed: libffi cannot pass packed or aligned structs" "" { target *-*-* } .-2 } */
  with_objmode (p) { "p = None" ; }
  with_objmode (ok) { "ok = lambda x: x" ; }
  with_objmode () { R"(
    def f (*a): return 1
    def other ():
        bits (1, f)
    fine (f)
    fine (lambda x: x)
    bits (1, f)
  )"; }
/* { dg-error "14: a C function of type 'void\\(struct bits\\)' cannot be a Python function: its parameter 1 of type 'struct bits' cannot be passed: libffi cannot pass structs with bit-fields" "" { target *-*-* } .-2 } */
  with_objmode () { R"(
    bits (f=lambda v: 1, n=2)
    inner (lambda v: 1)
    hollow (lambda v: 1)
    onion (lambda v: 1)
    big (lambda v: 1)
    text (lambda: 'x')
    memory (lambda: [1.])
    by_pointer (lambda v: 1)
  )"; }
/* { dg-error "13: a C function of type 'void\\(struct bits\\)'" "" { target *-*-* } .-9 } */
/* { dg-error "12: \[^\n\]*: libffi cannot pass unions" "" { target *-*-* } .-9 } */
/* { dg-error "13: \[^\n\]*: libffi cannot pass structs with an empty or flexible array" "" { target *-*-* } .-9 } */
/* { dg-error "12: \[^\n\]*: libffi cannot pass unions" "" { target *-*-* } .-9 } */
/* { dg-error "10: \[^\n\]*: its parameter 1 of type '__int128' cannot be passed: libffi does not have integers of this type" "" { target *-*-* } .-9 } */
/* { dg-error "11: \[^\n\]*: its result of type 'const char \\*' cannot be passed: the memory that it points to would have no owner" "" { target *-*-* } .-9 } */
/* { dg-error "13: \[^\n\]*: the memory that it points to would have no owner" "" { target *-*-* } .-9 } */
/* { dg-error "17: \[^\n\]*: libffi cannot pass unions" "" { target *-*-* } .-9 } */
#ifdef __FLT16_MAX__
  with_objmode () { R"( half (lambda v: 1) )"; }
/* { dg-error "31: \[^\n\]*: libffi does not have floating-point numbers of this type" "" { target gcc12 } .-1 } */
#endif
}
