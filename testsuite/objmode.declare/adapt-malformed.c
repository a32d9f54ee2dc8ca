/* What is wrong with objmode_adapt is reported where it is.  */
/* { dg-do compile } */
#include <objmode.h>
typedef long days_t;
typedef days_t other_t;
typedef double row_t[3];
typedef int compare_t (int, int);
typedef struct { int x; } untagged_t;
struct s { int x; };
objmode_adapt (int, to = "f"); /* { dg-error "16: 'int' is neither a struct nor the typedef name of a value" } */
objmode_adapt (days_t *, to = "f"); /* { dg-error "16: 'days_t \\*' is neither a struct nor" } */
objmode_adapt (struct s *, to = "f"); /* { dg-error "16: 'struct s \\*' is neither a struct nor" } */
objmode_adapt (row_t, to = "f"); /* { dg-error "16: 'row_t' is neither a struct nor" } */
objmode_adapt (compare_t, to = "f"); /* { dg-error "16: 'compare_t' is neither a struct nor" } */
objmode_adapt (undeclared, to = "f"); /* { dg-error "16: 'undeclared' undeclared" } */
objmode_adapt (days_t); /* { dg-error "1: expected 'NAME = \"...\"' behind the first argument" } */
objmode_adapt (days_t, to); /* { dg-error "24: expected 'NAME = \"...\"' behind the first argument" } */
objmode_adapt (days_t, from = "f"); /* { dg-error "1: 'objmode_adapt' lacks the function that makes Python objects of values of 'days_t'; write it as 'to = \"function\"'" } */
objmode_adapt (days_t, of = "f"); /* { dg-error "24: 'objmode_adapt' has 'to' and 'from', but not 'of'" } */
objmode_adapt (days_t, to = "f", to = "g"); /* { dg-error "34: 'to' is given twice" } */
objmode_adapt (days_t, to = ""); /* { dg-error "30: '' is not the name of a Python function; write a name, or names joined with dots" } */
objmode_adapt (days_t, to = "f.", from = "g"); /* { dg-error "30: 'f.' is not the name of a Python function" } */
objmode_adapt (days_t, to = "f", from = "lambda"); /* { dg-error "42: 'lambda' is not the name" } */
objmode_adapt (days_t, to = "2f"); /* { dg-error "30: '2f' is not the name" } */
objmode_adapt (days_t, to = "f (x)"); /* { dg-error "30: 'f \\(x\\)' is not the name" } */

/* These are right, and may be repeated.  */
objmode_adapt (days_t, to = "f", from = "a.b.g"); /* { dg-note "1: this is the declaration before" } */
objmode_adapt (days_t, from = "a.b.g", to = "f");
objmode_adapt (days_t, to = "f"); /* { dg-error "1: adapter of 'days_t'(| \\{aka 'long int'\\}) that contradicts the declaration before" } */
objmode_adapt (other_t, to = "one"); /* { dg-note "1: declared here" } */
objmode_adapt (untagged_t, to = "f");

void
f (days_t d, other_t o, struct s s)
{
  objmode_adapt (days_t, to = "f"); /* { dg-error "3: 'objmode_adapt' is allowed at file scope only" } */
  with_objmode (d) { "d = s"; }
  with_objmode (o) { "o = 1"; } /* { dg-error "17: 'o' cannot be assigned, since 'objmode_adapt' of 'other_t'(| \\{aka 'long int'\\}) does not say by which function; add 'from = \"function\"' to it" } */
  with_objmode () { "print (o)"; }
}

objmode_adapt (struct s, to = "f"); /* { dg-error "1: adapter of 'struct s' is declared after a block has used the type; declare it before the first such block" } */
