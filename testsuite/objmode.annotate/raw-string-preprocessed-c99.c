/* -E says it too that the language has no raw strings.  */
/* { dg-do preprocess } */
/* { dg-options "-std=c99" } */
#include <objmode.h>

int
f (int y)
{
  with_objmode (y) {
    R"py( /* { dg-error "5: raw string literals need '-std=gnu99' or later; use ordinary string literals" } */
      y = 1
    )py";
  }
  return y;
}
