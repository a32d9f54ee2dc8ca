/* Structs that are too large, of no constant size, atomic inside; too many
   dimensions.  */
/* { dg-do compile } */
#include <objmode.h>
#define D16(X) X[1][1][1][1][1][1][1][1][1][1][1][1][1][1][1][1]

struct big { char a[1UL << 31]; };
struct at { int a; _Atomic struct { int x; } b; };

void
g (struct big *b, struct at *a, int n)
{
  struct vla { int a[n]; } v;
  union u { int a; char c[4]; } m D16 (D16 ());
  with_objmode () { "print (b)"; }
/* { dg-error "29: 'b' of type 'struct big \\*' cannot be passed to Python: it is too large" "" { target *-*-* } .-1 } */
  with_objmode () { "print (a.a)"; }
/* { dg-error "29: 'a' of type 'struct at \\*' cannot be passed to Python: its member 'b' is atomic" "" { target *-*-* } .-1 } */
  with_objmode () { "print (v)"; }
/* { dg-error "29: 'v' of type 'struct vla' cannot be passed to Python: its size is not constant" "" { target *-*-* } .-1 } */
  with_objmode () { "print (m)"; }
/* { dg-error "29: 'm' of type \[^\n\]* cannot be passed to Python: it has too many dimensions" "" { target *-*-* } .-1 } */
}
