/* For a raw string that the language does not have the first error says what to
   do, also where libcpp has cut it into tokens: in the argument of a macro,
   which ends in the string then, and if R is a macro.  In the second case it is
   the only error.  */
/* { dg-do compile } */
/* { dg-options "-std=c99" } */
#include <objmode.h>
#define R 8
/* { dg-error "5: raw string literals need '-std=gnu99' or later; use ordinary string literals" "" { target *-*-* } 15 } */

int
f (int y)
{
  with_objmode (y) {
    R"py(
      y = 1
      print ("it's", { 1: 2 })
    )py";
  }
  return y + R;
}

#undef R
#define SAME(...) __VA_ARGS__
/* { dg-error "5: raw string literals need '-std=gnu99' or later; use ordinary string literals" "" { target *-*-* } 32 } */
/* { dg-prune-output "c:(37|35|34|32):\\d+: (error|warning|note): (?!raw)" } */

int
g (int y)
{
  SAME (with_objmode (y) {
    R"py(
      y = 1
    )py";
  })
  return y;
}
