/* The flags of the x87 are the same after a block that passes no array, even if
   it computes with a type that only the x87 has; and a control word that is
   not the default one is seen where MXCSR is the default.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
/* { dg-add-options python_api } */
/* { dg-additional-options "-lm" } */

#include <Python.h>
#include "check.h"
#include <fenv.h>

objmode_module {
  R"py(
    def third():
        import numpy
        return numpy.longdouble(1) / 3

    def is_default():
        import numpy
        return numpy.longdouble(1) + numpy.longdouble(2) ** -60 != 1
  )py";
}

/* What stays set, if anything.  */
static const int flags[] = { 0, FE_DIVBYZERO, FE_INEXACT };

/* Fail unless the flags are WANTED.  */
#define CHECK_FLAGS(WANTED) CHECK (fetestexcept (FE_ALL_EXCEPT) == (WANTED))

/* Set the FLAGS, and no others, in the x87 too.  */
static void
set_flags (int set)
{
  feclearexcept (FE_ALL_EXCEPT);
#if defined __x86_64__
  fenv_t env;

  fegetenv (&env);
  env.__status_word |= set;
  fesetenv (&env);
#else
  feraiseexcept (set);
#endif
  CHECK_FLAGS (set);
}

int
main (void)
{
  long double wide = 1;
  int same;

  set_flags (0);
  with_objmode () { R"py( import numpy )py"; }
  CHECK_FLAGS (0);
  for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++)
    for (int run = 0; run < 3; run++)
      {
	set_flags (flags[i]);
	with_objmode () { R"py( third() )py"; }
	CHECK_FLAGS (flags[i]);
	with_objmode (wide) { R"py( wide = wide / 3 )py"; }
	CHECK_FLAGS (flags[i]);
	with_objmode (same) { R"py( same = third() * 3 == 1 )py"; }
	CHECK_FLAGS (flags[i]);
	with_objmode ()
	  {
	    PyObject *module = PyImport_ImportModule ("numpy");
	    PyObject *one = PyObject_CallMethod (module, "longdouble", "i", 1);
	    PyObject *three = PyObject_CallMethod (module, "longdouble", "i", 3);

	    Py_XDECREF (PyNumber_TrueDivide (one, three));
	    Py_XDECREF (three);
	    Py_XDECREF (one);
	    Py_XDECREF (module);
	  }
	CHECK_FLAGS (flags[i]);
      }
#if defined __x86_64__
  unsigned short control = 0x27f, now;

  set_flags (0);
  __asm__ volatile ("fldcw %0" : : "m" (control));
  with_objmode (same) { R"py( same = is_default() )py"; }
  __asm__ volatile ("fnstcw %0" : "=m" (now));
  CHECK (same && now == control);
  CHECK_FLAGS (0);
#endif
  return 0;
}
