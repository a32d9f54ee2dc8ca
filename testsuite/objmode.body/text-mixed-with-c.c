/* Text and other statements in one body, in every order.  */
/* { dg-do compile } */
#include <objmode.h>

#define MIXED(TEXT, REST) TEXT; REST
#define BLOCK with_objmode (n) { "n = 2"; }

int
f (int n, int y)
{
  with_objmode (y) { n = 3; "y = 2"; }
/* { dg-error "29: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; n = 3; }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; n = 3; "y = 3"; }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { n = 3; "y = 2"; n = 4; "y = 3"; }
/* { dg-error "29: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { int k = 3; "y = 2"; }
/* { dg-error "33: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; int k = 3; }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; { n = 3; } }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { { n = 3; } "y = 2"; }
/* { dg-error "33: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { { int k = 3; "y = 2"; } }
/* { dg-error "35: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { if (n) "y = 2"; }
/* { dg-error "29: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { if (n) n = 2; else "y = 2"; }
/* { dg-error "41: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { for (; n; n--) "y = 2"; }
/* { dg-error "37: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { while (n--) { n--; "y = 2"; } }
/* { dg-error "41: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { n = 3; do "y = 2"; while (0); }
/* { dg-error "32: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { switch (n) { case 1: "y = 2"; } }
/* { dg-error "43: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2", n = 3; }
/* { dg-error "29: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { ; "y = 2"; }
/* { dg-error "24: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2";; }
/* { dg-error "30: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { before: "y = 2"; }
/* { dg-error "30: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; behind: ; }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { n = 3; L"y = 2"; }
/* { dg-error "29: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { return y; R"(y = 2)"; }
/* { dg-error "32: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { with_objmode (n) { "n = 2"; } "y = 2"; }
/* { dg-error "52: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  /* Where the macro is, not where it is defined.  */
  with_objmode (y) { "y = 2"; with_objmode (n) { "n = 2"; } }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { "y = 2"; BLOCK }
/* { dg-error "31: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  with_objmode (y) { MIXED ("y = 2", n = 3); }
/* { dg-error "38: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  return y;
}

/* An inner block is right; the others are reported all the same.  */

int
g (int n, int y)
{
  with_objmode (y) { y = 2; with_objmode (n) { "n = 2"; } }
  with_objmode (y) { with_objmode (n) { "n = 2"; } if (y) "y = 2"; }
/* { dg-error "59: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
  return y;
}

/* Strings in expressions are C.  */

const char *
h (int n)
{
  const char *s = "";
  with_objmode () { s = n ? "a" : "b"; (void) "y = 2"; s = ({ "c"; }); s += ("d", n); }
  return s;
}
