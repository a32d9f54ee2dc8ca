/* C functions that Python text cannot call.  */
/* { dg-do compile } */
/* From GCC 15 on the standard is C23, where () is a prototype.  */
#include <objmode.h>
typedef float v4sf __attribute__ ((vector_size (16)));
struct s { int i; v4sf v; };
struct aligned { int i; } __attribute__ ((aligned (64)));
int variadic (const char *f, ...);
int old_declaration ();
int old_definition (a) int a; { return a; }
/* { dg-warning "5: old-style function definition" "" { target gcc15 } .-1 } */
int by_value (struct s x);
struct s result (int);
v4sf vector (int);
int bound (int n, int k, double a[][n / k]);
int unknown (double (*a)[*]);
int calls (int f (int, ...));
int calls_old (int f ());
int called (double (*f) (int n, double a[][n]));
int wide (__int128 *p);
int atomic (_Atomic int *p);
int aligned (struct aligned a);
int of_module (int, ...);

objmode_module {
  R"(
    def m ():
        return variadic ("x")
  )";
/* { dg-error "16: the C function 'variadic' cannot be called from Python text: it has variable arguments; call it in a function that does not" "" { target *-*-* } .-2 } */
}

int
g (int n)
{
  int y;
  int nested (int k) { return k + n; }
  auto int forward (int k);
  with_objmode (y) { R"( y = variadic ("x") )"; }
/* { dg-error "30: the C function 'variadic' cannot be called from Python text: it has variable arguments; call it in a function that does not" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = old_declaration (1) )"; }
/* { dg-error "30: the C function 'old_declaration' cannot be called from Python text: it has no prototype; declare it with the types of its parameters" "" { target ! gcc15 } .-1 } */
  with_objmode (y) { R"( y = old_definition (1) )"; }
/* { dg-error "30: the C function 'old_definition' cannot be called from Python text: it has no prototype; declare it with the types of its parameters" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = nested (1) )"; }
/* { dg-error "30: the C function 'nested' cannot be called from Python text: it is a nested function; define it at file scope" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = forward (1) )"; }
/* { dg-error "30: the C function 'forward' cannot be called from Python text: it is a nested function; define it at file scope" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = by_value (1) )"; }
/* { dg-error "30: the C function 'by_value' cannot be called from Python text: its parameter 'x' of type 'struct s' cannot be passed: its member 'v' of type 'v4sf' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = result (1) )"; }
/* { dg-error "30: the C function 'result' cannot be called from Python text: its result of type 'struct s' cannot be passed: its member 'v' of type 'v4sf' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = vector (1) )"; }
/* { dg-error "30: the C function 'vector' cannot be called from Python text: its result of type 'v4sf' is not yet supported" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = bound (1, 2, 3) )"; }
/* { dg-error "30: the C function 'bound' cannot be called from Python text: its parameter 'a' of type 'double \[^\n\]*' cannot be passed: an extent of the array that it points to is not known before the call" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = unknown (1) )"; }
/* { dg-error "30: the C function 'unknown' cannot be called from Python text: its parameter 'a' of type 'double \[^\n\]*' cannot be passed: an extent of the array that it points to is not known before the call" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = calls (1) )"; }
/* { dg-error "30: the C function 'calls' cannot be called from Python text: its parameter 'f' of type 'int \[^\n\]*' cannot be passed: the function that it points to cannot be called: it has variable arguments; call it in a function that does not" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = calls_old (1) )"; }
/* { dg-error "30: the C function 'calls_old' cannot be called from Python text: its parameter 'f' of type 'int \[^\n\]*' cannot be passed: the function that it points to cannot be called: it has no prototype; declare it with the types of its parameters" "" { target ! gcc15 } .-1 } */
  with_objmode (y) { R"( y = called (1) )"; }
/* { dg-error "30: the C function 'called' cannot be called from Python text: its parameter 'f' of type 'double \[^\n\]*' cannot be passed: the function that it points to cannot be called: its parameter 2 of type \[^\n\]* cannot be passed: an extent of the array that it points to is not known before the call" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = wide (1) )"; }
/* { dg-error "30: the C function 'wide' cannot be called from Python text: its parameter 'p' of type '__int128 .' cannot be passed: Python arrays cannot have elements of this type" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = atomic (1) )"; }
/* { dg-error "30: the C function 'atomic' cannot be called from Python text: its parameter 'p' of type '_Atomic int .' cannot be passed: it points to an atomic type" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = aligned (1) )"; }
/* { dg-error "30: the C function 'aligned' cannot be called from Python text: its parameter 'a' of type 'struct aligned' cannot be passed: its alignment is too large" "" { target *-*-* } .-1 } */
  with_objmode (y) { R"( y = of_module (1) )"; }
  int forward (int k) { return k; }
  return y;
}

objmode_module { "def of_module (x): return x"; }
