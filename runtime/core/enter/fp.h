/* fp.h - The floating-point environment of C and that of Python.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* C code may have any environment; Python gets the default one.  Everything
   here concerns the calling thread alone: GIL not needed.  */

#ifndef OBJMODE_FP_H
#define OBJMODE_FP_H 1

#include "base/base.h"
#include <errno.h>
#include <fenv.h>

#pragma GCC visibility push (hidden)

/* The floating-point environment at the entry.  */
struct om_fp
{
#if defined __x86_64__
  unsigned mxcsr;
  unsigned short control, status;	/* Of the x87.  */
#endif
  fenv_t env;
};

/* What an entry found that om_leave has to heed: most find nothing.  */
enum om_undo
{
  OM_UNDO_CANCEL = 1,		/* Cancellation was enabled.  */
  OM_UNDO_SIGPIPE = 2,		/* SIGPIPE is guarded.  */
  OM_UNDO_BLOCK = 4,		/* OUTER_BLOCK was what ran.  */
  OM_UNDO_EXCEPTION = 8,	/* TYPE, VALUE, TRACEBACK were set.  */
  OM_UNDO_FP = 16,		/* FP.ENV is to be put back.  */
  OM_X87 = 32,			/* FP.STATUS was read.  */
  OM_NESTED = 64,		/* The thread held the GIL already.  */
  OM_UNDO_ORDER = 128,		/* Another entry was made inside.  */
  OM_IN_BODY = 256,		/* It is in the frame of a C body.  */
  OM_UNDO_SELDOM = 31 | OM_UNDO_ORDER
};

/* fp.c */
extern void om_default_fp (struct om_fp *);
extern void om_restore_x87 (unsigned);
extern unsigned om_clear_x87 (void);
extern int om_end_x87 (unsigned);

/* Save the floating-point environment in FP and install the default one
   if another one is there.  Return what om_leave_fp has to know, of enum
   om_undo.  To read MXCSR or the status of the x87, which is its flags, takes
   a few nanoseconds each, so the latter is read only if X87: CPython does not
   use it, NumPy may.  */

static inline unsigned
om_enter_fp (struct om_fp *fp, int x87)
{
#if defined __x86_64__
  /* Not the builtins, which have it in memory twice.  */
  __asm__ volatile ("stmxcsr %0" : "=m" (fp->mxcsr));
  __asm__ volatile ("fnstcw %0" : "=m" (fp->control));
  if (x87)
    __asm__ volatile ("fnstsw %0" : "=m" (fp->status));
  if (OM_UNLIKELY ((fp->mxcsr & ~0x3fu) != 0x1f80
		   || fp->control != 0x37f))
    {
      om_default_fp (fp);
      return OM_UNDO_FP;
    }
  return x87 ? OM_X87 : 0;
#else
  (void) x87;
  om_default_fp (fp);
  return OM_UNDO_FP;
#endif
}

/* Put back what om_enter_fp, which has returned UNDO among other bits, saved
   in FP, the flags included.  */

static inline void
om_leave_fp (struct om_fp *fp, unsigned undo)
{
  if (OM_UNLIKELY (undo & OM_UNDO_FP))
    {
      fesetenv (&fp->env);
      return;
    }
#if defined __x86_64__
  /* Writing is cheaper than looking whether it is needed.  */
  __asm__ volatile ("ldmxcsr %0" : : "m" (fp->mxcsr));
  if (undo & OM_X87)
    {
      unsigned short status;
      __asm__ volatile ("fnstsw %0" : "=m" (status));
      if (OM_UNLIKELY ((status ^ fp->status) & 0x3f))
	om_restore_x87 (fp->status);
    }
#endif
}

/* How the thread rounds and what traps, but no flags: those that a C function
   raises are nothing to Python.  */
struct om_control
{
#if defined __x86_64__
  unsigned mxcsr;
  unsigned short x87;
#else
  fenv_t env;
#endif
};

/* Save what a C function may change in CONTROL.  */

static inline void
om_save_control (struct om_control *control)
{
#if defined __x86_64__
  control->mxcsr = __builtin_ia32_stmxcsr ();
  __asm__ volatile ("fnstcw %0" : "=m" (control->x87));
#else
  fegetenv (&control->env);
#endif
}

/* Put back CONTROL.  */

static inline void
om_restore_control (const struct om_control *control)
{
#if defined __x86_64__
  unsigned short x87;

  if (OM_UNLIKELY ((__builtin_ia32_stmxcsr () ^ control->mxcsr) & ~0x3fu))
    __builtin_ia32_ldmxcsr (control->mxcsr);
  __asm__ volatile ("fnstcw %0" : "=m" (x87));
  if (OM_UNLIKELY (x87 != control->x87))
    __asm__ volatile ("fldcw %0" : : "m" (control->x87));
#else
  fesetenv (&control->env);
#endif
}

#pragma GCC visibility pop

#endif /* OBJMODE_FP_H */
