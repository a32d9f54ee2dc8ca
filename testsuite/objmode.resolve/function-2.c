/* C functions that Python text cannot call.  */
/* { dg-do compile } */
#include <objmode.h>
struct s { int i; };
int variadic (const char *f, ...);
int old_declaration ();
int old_definition (a) int a; { return a; }
int by_value (struct s x);
struct s result (int);
int unnamed (int, struct s *);
int pointers (double **p);
int rows (double a[][3]);
int calls (int f (int));
int wide (__int128 *p);
int of_module (int, ...);

objmode_module {
  R"(
    def m ():
        return variadic ("x")
  )";
/* { dg-error "16: the C function 'variadic' cannot be called from Python text: it has variable arguments" "" { target *-*-* } .-2 } */
}

int
g (int n)
{
  int y;
  int nested (int k) { return k + n; }
  auto int forward (int k);
  with_objmode (y) { R"( y = variadic ("x") )"; }
/* { dg-error "30: the C function 'variadic' cannot be called from Python text: it has variable arguments" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = old_declaration (1) )"; }
/* { dg-error "30: the C function 'old_declaration' cannot be called from Python text: it has no prototype" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = old_definition (1) )"; }
/* { dg-error "30: the C function 'old_definition' cannot be called from Python text: it has no prototype" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = nested (1) )"; }
/* { dg-error "30: the C function 'nested' cannot be called from Python text: it is a nested function" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = forward (1) )"; }
/* { dg-error "30: the C function 'forward' cannot be called from Python text: it is a nested function" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = by_value (1) )"; }
/* { dg-error "30: the C function 'by_value' cannot be called from Python text: its parameter 'x' of type 'struct s' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = result (1) )"; }
/* { dg-error "30: the C function 'result' cannot be called from Python text: its result of type 'struct s' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = unnamed (1, 2) )"; }
/* { dg-error "30: the C function 'unnamed' cannot be called from Python text: its parameter 2 of type 'struct s .' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = pointers (1) )"; }
/* { dg-error "30: the C function 'pointers' cannot be called from Python text: its parameter 'p' of type 'double ..' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = rows (1) )"; }
/* { dg-error "30: the C function 'rows' cannot be called from Python text: its parameter 'a' of type 'double \[^\n\]*' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = calls (1) )"; }
/* { dg-error "30: the C function 'calls' cannot be called from Python text: its parameter 'f' of type 'int \[^\n\]*' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = wide (1) )"; }
/* { dg-error "30: the C function 'wide' cannot be called from Python text: its parameter 'p' of type '__int128 .' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = of_module (1) )"; }
  int forward (int k) { return k; }
  return y;
}

objmode_module { "def of_module (x): return x"; }
