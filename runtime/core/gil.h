/* gil.h - Entering and leaving Python.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#ifndef OBJMODE_GIL_H
#define OBJMODE_GIL_H 1

#include "internal.h"
#include <errno.h>
#include <fenv.h>

#pragma GCC visibility push (hidden)

/* The floating-point environment at the entry.  */
struct om_fp
{
#if defined __x86_64__
  unsigned mxcsr;
  int x87;			/* CONTROL and STATUS were read.  */
  unsigned short control, status;
#endif
  int changed;			/* ENV is to be put back.  */
  fenv_t env;
};

/* An entry, from om_enter to om_leave.  */
struct om_entry
{
  PyThreadState *state;
  int nested;			/* The thread held the GIL already.  */
  int saved_errno;
  int has_exception;		/* TYPE, VALUE, TRACEBACK were set.  */
  PyObject *type, *value, *traceback;
  struct om_fp fp;
};

/* This thread's own thread state, NULL if it has none or the host's.  */
extern _Thread_local PyThreadState *om_own_state
  __attribute__ ((tls_model ("initial-exec")));

/* References to drop and thread states of ended threads.  */
extern void *om_leftovers;

/* Python may have been finalized: it is the host's, or its atexit functions
   have run.  */
extern int om_may_have_ended;

/* A child of fork that can have no Python.  */
extern int om_child_without_python;

extern int om_gil_init (void);
extern int om_keep_state (PyThreadState *);
extern PyThreadState *om_attach (void);
extern int om_gil_available_p (int seconds);
extern void om_forget_threads (void);
extern void om_collect_leftovers (void);
extern void om_save_exception (struct om_entry *);
extern void om_restore_exception (struct om_entry *);
extern void om_default_fp (struct om_fp *);
extern void om_restore_x87 (struct om_fp *);
extern void om_retain (objmode_object *);
extern void om_release (objmode_object *);
extern void om_release_later (objmode_object *);
extern void *om_pause (void);
extern void om_resume (void *);

/* Save the floating-point environment in FP and install the default one
   if another one is there.  Reading a status costs as much as all else that
   is ours, so the x87 is looked at only if X87: CPython has no use for it,
   NumPy does.  Whoever changes it by <fenv.h> changes MXCSR too, which
   is always seen.  */

static inline void
om_enter_fp (struct om_fp *fp, int x87)
{
  fp->changed = 0;
#if defined __x86_64__
  fp->mxcsr = __builtin_ia32_stmxcsr ();
  fp->x87 = x87;
  if (x87)
    {
      __asm__ volatile ("fnstcw %0" : "=m" (fp->control));
      __asm__ volatile ("fnstsw %0" : "=m" (fp->status));
    }
  if (OM_UNLIKELY ((fp->mxcsr & ~0x3fu) != 0x1f80
		   || (x87 && fp->control != 0x37f)))
    om_default_fp (fp);
#else
  (void) x87;
  om_default_fp (fp);
#endif
}

/* Put back what om_enter_fp saved in FP, the flags included.  */

static inline void
om_leave_fp (struct om_fp *fp)
{
  if (OM_UNLIKELY (fp->changed))
    {
      fesetenv (&fp->env);
      return;
    }
#if defined __x86_64__
  /* Writing is cheaper than looking whether it is needed.  */
  __builtin_ia32_ldmxcsr (fp->mxcsr);
  if (fp->x87)
    {
      unsigned short status;
      __asm__ volatile ("fnstsw %0" : "=m" (status));
      if (OM_UNLIKELY ((status ^ fp->status) & 0x3f))
	om_restore_x87 (fp);
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

/* Take the GIL for this thread, unless it holds it.  Return 1; or 0 if
   there is no Python any more or no memory for a thread state: then
   nothing is to be left.  X87 is as in om_enter_fp.  GIL not needed.  */

static inline int
om_enter_x87 (struct om_entry *entry, int x87)
{
  PyThreadState *state = om_own_state;

  entry->saved_errno = errno;
  /* Which also says whether Py_FinalizeEx has begun.  */
  if (OM_UNLIKELY (om_may_have_ended) && !Py_IsInitialized ())
    return 0;
  if (OM_UNLIKELY (!state) && !(state = om_attach ()))
    return 0;
  om_enter_fp (&entry->fp, x87);
  entry->state = state;
  entry->nested = om_current_state () == state;
  if (!entry->nested)
    PyEval_RestoreThread (state);
  entry->has_exception = om_exception_p (state);
  if (OM_UNLIKELY (entry->has_exception))
    om_save_exception (entry);
  if (OM_UNLIKELY (__atomic_load_n (&om_leftovers, __ATOMIC_RELAXED)
		   != NULL))
    om_collect_leftovers ();
  return 1;
}

/* The same for everything but blocks.  */

static inline int
om_enter (struct om_entry *entry)
{
  return om_enter_x87 (entry, 1);
}

/* Undo ENTRY.  No exception is set.  */

static inline void
om_leave (struct om_entry *entry)
{
  if (OM_UNLIKELY (entry->has_exception))
    om_restore_exception (entry);
  if (!entry->nested)
    PyEval_SaveThread ();
  om_leave_fp (&entry->fp);
  errno = entry->saved_errno;
}

#pragma GCC visibility pop

#endif /* OBJMODE_GIL_H */
