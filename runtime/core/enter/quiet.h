/* quiet.h - Whether something that was printed waits to be written.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Inline, since every crossing in a host's interpreter comes here twice.

   The thread holds the GIL.  There are no locks.  */

#ifndef OBJMODE_QUIET_H
#define OBJMODE_QUIET_H 1

#include "base/base.h"
#include <stdio.h>
#include <stdio_ext.h>

#pragma GCC visibility push (hidden)

/* A word of an object, and what it is if that holds nothing back.  */
struct om_quiet_word
{
  const Py_ssize_t *word;
  Py_ssize_t idle;
};

/* The sys.stdout of a host as it was last seen.  */
struct om_quiet
{
  PyObject *names;		/* The dict of sys, a reference.  */
  uint64_t version;		/* Its version then; 0: look.  */
  struct om_quiet_word text, binary;	/* Valid if VERSION is not 0.  */
};

/* output.c */
extern struct om_quiet om_quiet;
extern void om_flush_c_stdout (void);
extern void om_flush_stdout (void);
extern int om_output_init (void);
extern int om_output_adopt (void);
extern PyMethodDef om_output_methods[];
extern void om_output_before_fork (void);
extern void om_output_in_child (void);

/* input.c */
extern int om_input_init (void);
extern PyMethodDef om_input_methods[];

/* Return 1 if the words of OM_QUIET, which are valid, say that something is
   held back.  */

static inline int
om_held_back_p (void)
{
  return (OM_UNLIKELY (*om_quiet.text.word != om_quiet.text.idle)
	  || OM_UNLIKELY (*om_quiet.binary.word != om_quiet.binary.idle));
}

/* Return 1 if C's stdout has something to be written.  */

static inline int
om_c_pending_p (void)
{
#ifdef __GLIBC__
  if (OM_LIKELY (stdout->_mode <= 0))
    return stdout->_IO_write_ptr > stdout->_IO_write_base;
#endif
  return __fpending (stdout) > 0;
}

/* A block of an adopted interpreter begins.  */

static inline void
om_output_before (void)
{
  if (OM_UNLIKELY (om_c_pending_p ()))
    om_flush_c_stdout ();
}

/* A block of an adopted interpreter has ended.  To look up sys.stdout takes a
   sixth of a short block.  No exception is set.  */

static inline void
om_output_after (void)
{
  if (OM_UNLIKELY (!om_dict_same_p (om_quiet.names, om_quiet.version))
      || om_held_back_p ())
    om_flush_stdout ();
}

#pragma GCC visibility pop

#endif /* OBJMODE_QUIET_H */
