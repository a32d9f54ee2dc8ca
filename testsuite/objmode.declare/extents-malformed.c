/* What is wrong with the extents of a member is reported in the string.  */
/* { dg-do compile } */
#include <objmode.h>
double *global objmode_extents ("[3]"); /* { dg-error "9: 'objmode_extents' attribute applies only to a member of a struct" } */
struct s
{
  int n;
  double *a objmode_extents (3); /* { dg-error "30: expected one string in 'objmode_extents'" } */
  double *b objmode_extents (); /* { dg-error "13: expected one string in 'objmode_extents'" } */
  double *c objmode_extents ("[n, ]"); /* { dg-error "35: empty dimension in type string" } */
  double *d objmode_extents ("float[n]"); /* { dg-error "31: unknown type in type string 'float\\\[n\\\]'" } */
  double *e objmode_extents ("[:]"); /* { dg-error "31: the extents of 'e' are unknown; write them in its type string, as in '\"\\\[n\\\]\"'" } */
  double *f objmode_extents ("static"); /* { dg-error "31: the extents of 'f' are unknown" } */
  double (*g)[3] objmode_extents ("[2, 3, 4]"); /* { dg-error "36: type string '\\\[2, 3, 4\\\]' has 3 dimensions, but 'g' has 2" } */
  void *h objmode_extents ("[3]"); /* { dg-error "29: 'h' of type 'void \\*' does not point to elements" } */
  int (*i) (void) objmode_extents ("[3]"); /* { dg-error "37: 'i' of type 'int \\(\\*\\)\\(void\\)' does not point to elements" } */
  double j objmode_extents ("[n]"); /* { dg-error "30: 'j' of type 'double' is neither a pointer nor a flexible array" } */
  double *k __attribute__ ((objmode_extents)); /* { dg-error "13: 'objmode_extents' must be alone in its attribute list" } */
  int *p9 objmode_extents ("[a[n]"); /* { dg-error "29: expected .\\\]. in type string" } */
  int *p15 objmode_extents ("[(n]"); /* { dg-error "33: unbalanced parentheses in type string" } */
  double *l __attribute__ ((objmode_extents, aligned (8))); /* { dg-error "13: 'objmode_extents' must be alone in its attribute list" } */
};
