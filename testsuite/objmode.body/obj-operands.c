/* What OBJ can be of.  */
/* { dg-do compile } */
/* { dg-add-options python_api } */
/* { dg-options "-std=gnu11" } */
#include <Python.h>
#include <objmode.h>

struct s { int m; };
int function (int);
enum { ENUMERATOR };

int
f (int n, struct s *p)
{
  int y = 0, z = 0;
  OBJ (n) = NULL;
/* { dg-error "8: 'OBJ' is not in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
  with_objmode (y)
    {
      OBJ (y) = OBJ (missing);
/* { dg-error "22: 'missing' undeclared in 'OBJ'" "" { target *-*-* } .-1 } */
    }
  with_objmode (y)
    {
      OBJ (y) = OBJ (p->m);
/* { dg-error "22: operand of 'OBJ' is not the name of a variable; write a clause 'NAME \\(EXPR\\)' and 'OBJ \\(NAME\\)'" "" { target *-*-* } .-1 } */
    }
  with_objmode (y)
    {
      OBJ (y) = OBJ (OBJ (n));
/* { dg-error "22: operand of 'OBJ' is not the name of a variable; write a clause 'NAME \\(EXPR\\)' and 'OBJ \\(NAME\\)'" "" { target *-*-* } .-1 } */
    }
  with_objmode (y)
    {
      OBJ (y) = OBJ (function);
/* { dg-error "22: 'function' in 'OBJ' is not a variable; write a clause 'NAME \\(EXPR\\)' and 'OBJ \\(NAME\\)'" "" { target *-*-* } .-1 } */
    }
  with_objmode (y)
    {
      int inner = 2;
/* { dg-note "11: declared here" "" { target *-*-* } .-1 } */
      OBJ (y) = OBJ (inner);
/* { dg-error "22: 'inner' in 'OBJ' is declared in the body of the block; use a variable of type 'PyObject \\*'" "" { target *-*-* } .-1 } */
    }
  with_objmode (y)
    {
      int y = 2;
/* { dg-note "11: declared here" "" { target *-*-* } .-1 } */
      OBJ (y) = NULL;
/* { dg-error "12: 'y' in 'OBJ' is declared in the body of the block; use a variable of type 'PyObject \\*'" "" { target *-*-* } .-1 } */
    }
  with_objmode (y, m (p->m))
/* { dg-error "20: 'm' is not used in the C body; write 'OBJ \\(m\\)' there" "" { target *-*-* } .-1 } */
    {
      y = p->m;
    }
  with_objmode (y)
    {
      OBJ (y) = NULL;
      OBJ (z) = NULL;
/* { dg-warning "12: value assigned to 'OBJ \\(z\\)' is lost, since 'z' is not an output of the block" "" { target *-*-* } .-1 } */
    }
  with_objmode (y = "float64")
/* { dg-error "22: type string 'float64' contradicts the type 'int' of 'y'" "" { target *-*-* } .-1 } */
    {
      y = 2;
    }
  with_objmode (missing)
/* { dg-error "17: 'missing' undeclared in 'objmode' clause" "" { target *-*-* } .-1 } */
    {
      y = 2;
    }
  with_objmode (function)
/* { dg-error "17: 'function' in 'objmode' clause is not a variable; write 'NAME \\(EXPR\\)' for an expression" "" { target *-*-* } .-1 } */
    {
      y = 2;
    }
  with_objmode (y)
    {
      y = 3;
      "y = 2";
/* { dg-error "7: body of 'objmode' block mixes Python text with other statements" "" { target *-*-* } .-1 } */
    }
  with_objmode () { "text"; }
/* { dg-warning "22: 'text' is undefined: not a C variable in scope, a name of a module block, or a Python builtin" "" { target *-*-* } .-1 } */
  int i = ({ with_objmode () { y = 1; } OBJ (y); 2; });
/* { dg-error "46: 'OBJ' is not in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
  return y + z + i;
}

struct s *
g (struct s *p, const int c, struct s *(*q)[2], int (*fp) (int, ...))
{
  with_objmode (c)
/* { dg-error "17: output 'c' is read-only" "" { target *-*-* } .-1 } */
    {
      (void) p;
    }
  with_objmode ()
    {
      PyObject *o = OBJ (q); (void) o;
/* { dg-error "26: 'q' of type 'struct s \\* \\(\\*\\)\\\[2]' cannot be passed to Python: its extents are unknown; give them in a clause" "" { target *-*-* } .-1 } */
    }
  with_objmode (n (p->m + 1))
/* { dg-error "17: the block assigns 'n', whose expression is not an lvalue" "" { target *-*-* } .-1 } */
    {
      OBJ (n) = NULL;
    }
  with_objmode (fp)
/* { dg-error "17: 'fp' of type 'int \\(\\*\\)\\(int, \\.\\.\\.\\)' cannot be passed to Python: it has variable arguments" "" { target *-*-* } .-1 } */
    {
      OBJ (fp) = NULL;
    }
  return p;
}

int OBJ (global);
/* { dg-error "5: 'OBJ' is not in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
