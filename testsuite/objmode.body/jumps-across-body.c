/* Jumps that would get past the beginning or the end of a C body.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu11" } */
#include <setjmp.h>
#include <objmode.h>

static jmp_buf env;

void
into (int n)
{
  if (n)
    goto in;
/* { dg-error "5: invalid entry to 'objmode' block" "" { target *-*-* } .-1 } */
  with_objmode ()
    {
    in:
/* { dg-note "5: label 'in' is in the block" "" { target *-*-* } .-1 } */
      n++;
    }
}

int
cases (int n)
{
  switch (n)
/* { dg-note "3: switch starts here" "" { target *-*-* } .-1 } */
    {
    case 1:
      with_objmode ()
	{
	  n++;
	  if (n)
	    {
	    case 2:
/* { dg-error "13: invalid entry to 'objmode' block" "" { target *-*-* } .-1 } */
	      n = 3;
	    }
	}
    }
  return n;
}

void
clause (int n)
{
  with_objmode (goto (inside))
/* { dg-error "23: invalid entry to 'objmode' block" "" { target *-*-* } .-1 } */
    {
    inside:
/* { dg-note "5: label 'inside' is in the block" "" { target *-*-* } .-1 } */
      n++;
    }
}

void
text_clause (int n)
{
  with_objmode (goto (inside)) { "n"; }
/* { dg-error "23: invalid entry to 'objmode' block" "" { target *-*-* } .-1 } */
  with_objmode ()
    {
    inside:
/* { dg-note "5: label 'inside' is in the block" "" { target *-*-* } .-1 } */
      n++;
    }
}

int
computed_out (int n)
{
  void *p = n ? &&out : &&in;
  with_objmode ()
/* { dg-note "3: the block begins here" "" { target *-*-* } .-1 } */
    {
      goto *p;
/* { dg-error "7: invalid exit from 'objmode' block" "" { target *-*-* } .-1 } */
    in:
      n++;
    }
out:
  return n;
}

int
computed_in (int n)
{
  void *p = &&in;
  goto *p;
/* { dg-error "3: invalid entry to 'objmode' block" "" { target *-*-* } .-1 } */
  with_objmode ()
    {
    in:
/* { dg-note "5: label 'in' is in the block" "" { target *-*-* } .-1 } */
      n++;
    }
  return n;
}

int
asm_out (int n)
{
  with_objmode ()
/* { dg-note "3: the block begins here" "" { target *-*-* } .-1 } */
    {
      __asm__ goto ("" : : : : out);
/* { dg-error "7: invalid exit from 'objmode' block" "" { target *-*-* } .-1 } */
      n++;
    }
out:
  return n;
}

int
asm_in (int n)
{
  __asm__ goto ("" : : : : in);
/* { dg-error "3: invalid entry to 'objmode' block" "" { target *-*-* } .-1 } */
  with_objmode ()
    {
    in:
/* { dg-note "5: label 'in' is in the block" "" { target *-*-* } .-1 } */
      n++;
    }
  return n;
}

int
long_jumps (int n)
{
  with_objmode ()
/* { dg-note "3: the block begins here" "" { target *-*-* } .-1 } */
    {
      if (setjmp (env))
/* { dg-error "11: '_setjmp' called in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
	n++;
    }
  with_objmode ()
/* { dg-note "3: the block begins here" "" { target *-*-* } .-1 } */
    {
      if (n)
	longjmp (env, 1);
/* { dg-error "9: 'longjmp' called in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
    }
  with_objmode ()
/* { dg-note "3: the block begins here" "" { target *-*-* } .-1 } */
    {
      static void *buffer[5];
      if (__builtin_setjmp (buffer))
/* { dg-error "11: '__builtin_setjmp' called in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
	n++;
    }
  return n;
}

int
nested (int n)
{
  __label__ out;
  with_objmode ()
/* { dg-note "3: the block begins here" "" { target *-*-* } .-1 } */
    {
      __label__ fine;
      void f (void) { if (n) goto out; else goto fine; }
/* { dg-error "30: invalid exit from 'objmode' block" "" { target *-*-* } .-1 } */
      f ();
    fine:
      n++;
    }
out:
  return n;
}

int
nested_in (int n)
{
  void g (void);
  with_objmode ()
    {
      with_objmode ()
/* { dg-note "7: the block begins here" "" { target *-*-* } .-1 } */
	{
	  longjmp (env, 1);
/* { dg-error "11: 'longjmp' called in a C body of an 'objmode' block" "" { target *-*-* } .-1 } */
	}
    }
  return n;
}
