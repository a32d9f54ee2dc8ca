/* fp.c - The floating-point environment when it is not the usual one.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The slow halves of the inline functions of fp.h.  They concern the calling
   thread alone: no lock is taken, and the GIL is not needed.  */

#include "enter/fp.h"

/* Save the environment in FP and install the default one.  */

OM_COLD void
om_default_fp (struct om_fp *fp)
{
  fegetenv (&fp->env);
  fesetenv (FE_DFL_ENV);
}

/* Give the x87 the flags that STATUS has.  */

OM_COLD void
om_restore_x87 (unsigned status)
{
#if defined __x86_64__
  fenv_t env;

  fegetenv (&env);
  env.__status_word = (env.__status_word & ~0x3f) | (status & 0x3f);
  fesetenv (&env);
#else
  (void) status;
#endif
}

/* Clear the flags of the x87.  Return what om_end_x87 takes.  */

unsigned
om_clear_x87 (void)
{
#if defined __x86_64__
  unsigned short status;

  __asm__ volatile ("fnstsw %0" : "=m" (status));
  if (status & 0x3f)
    __asm__ volatile ("fnclex");
  return status;
#else
  return 0;
#endif
}

/* Put them back as om_clear_x87, which has returned STATUS, has found them.
   Return 1 if some were raised since.  */

int
om_end_x87 (unsigned status)
{
#if defined __x86_64__
  unsigned short raised;

  __asm__ volatile ("fnstsw %0" : "=m" (raised));
  if ((status ^ raised) & 0x3f)
    om_restore_x87 (status);
  return (raised & 0x3f) != 0;
#else
  (void) status;
  return 0;
#endif
}
