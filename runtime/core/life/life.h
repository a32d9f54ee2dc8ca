/* life.h - From the start of Python to its end.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Only host.c calls these functions, once, with the GIL.  */

#ifndef OBJMODE_LIFE_H
#define OBJMODE_LIFE_H 1

#include "base/base.h"

#pragma GCC visibility push (hidden)

/* exit.c */
extern PyMethodDef om_exit_methods[];
extern int om_exit_init (void);

/* fork.c */
extern int om_fork_init (void);
extern void om_before_fork (void);
extern void om_after_fork_in_parent (void);
extern void om_after_fork_in_child (void);

/* main-thread.c */
extern void om_mend_main_thread (void);

#pragma GCC visibility pop

#endif /* OBJMODE_LIFE_H */
