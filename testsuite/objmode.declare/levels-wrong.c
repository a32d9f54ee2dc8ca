/* Type strings with several pairs of brackets that do not fit.  */
/* { dg-do compile } */
#include <objmode.h>
struct s { int n; };

void
f (double **a, double *b, struct s **c, double ****d, int n, int **e, double *g[3], void **h)
{
  with_objmode (b = "[n][n]") { "b"; } /* { dg-error "22: type string '\\\[n\\\]\\\[n\\\]' has 2 pairs of brackets, but 'b' of type 'double \\*' does not have as many pointers" } */
  with_objmode (a = "[n][n][n]") { "a"; } /* { dg-error "22: type string '\\\[n\\\]\\\[n\\\]\\\[n\\\]' has 3 pairs of brackets, but 'a' of type 'double \\*\\*' does not have as many pointers" } */
  with_objmode (d = "[n][n][n]") { "d"; } /* { dg-error "22: type string .* has 3 pairs of brackets, but 'd'" } */
  with_objmode (a = "[n, n][n]") { "a"; } /* { dg-error "22: brackets in front of others have one extent in type string" } */
  with_objmode (a = "[n : 2][n]") { "a"; } /* { dg-error "22: brackets in front of others have one extent in type string" } */
  with_objmode (a = "[:][n]") { "a"; } /* { dg-error "22: the extents of 'a' are unknown" } */
  with_objmode (a = "float32[n][n]") { "a"; } /* { dg-error "22: type string 'float32\\\[n\\\]\\\[n\\\]' contradicts the type 'double'" } */
  with_objmode (a = "[n][n]") { "a = 3"; } /* { dg-error "17: 'a' is a tuple of what its pointers point to, which cannot be an output; assign elements, as in 'a\\\[0\\\]\\\[...\\\] = '" } */
  with_objmode (a = "[n][n]", c = "[n]", e = "[n][n]", g = "[:][n]") { "a, c, e, g"; }
}
struct t
{
  int n;
  double **a objmode_extents ("[n][n][n]"); /* { dg-error "32: type string .* has 3 pairs of brackets, but 'a' of type 'double \\*\\*' does not have as many pointers" } */
  double **b objmode_extents ("[n][:]"); /* { dg-error "32: the extents of 'b' are unknown" } */
  double **c objmode_extents ("int32[n][n]"); /* { dg-error "32: type string 'int32\\\[n\\\]\\\[n\\\]' contradicts the type 'double \\*\\*' of 'c'" } */
  double *d[3] objmode_extents ("[n]"); /* { dg-error "34: 'd' of type 'double \\*\\\[3\\\]' is neither a pointer nor a flexible array" } */
};
