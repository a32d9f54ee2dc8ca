/* base.h - What every file of the core may use.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Conventions of the whole core: unless a comment says otherwise the GIL is
   held, a returned object is a new reference, an argument is borrowed, and
   failure is NULL or -1 with an exception set.  "GIL not needed" means that
   the function may be called with or without it, by any thread.  */

#ifndef OBJMODE_BASE_H
#define OBJMODE_BASE_H 1

#include "base/compat.h"
#include "core.h"

/* Only objmode_core_init is exported, however this is compiled.  */
#pragma GCC visibility push (hidden)

#define OM_LIKELY(X) __builtin_expect (!!(X), 1)
#define OM_UNLIKELY(X) __builtin_expect (!!(X), 0)
#define OM_COLD __attribute__ ((cold, noinline))

/* request.c */
extern const struct objmode_core_request *om_request;
extern int om_adopted;		/* The interpreter is the host's.  */

/* clock.c */
extern int64_t om_now (void);

/* memory.c */
extern int om_read_memory (const void *address, void *buffer, size_t n);
extern int om_readable_p (const void *address, size_t n);
extern int om_readable_text_p (const char *text);

/* bootstrap.c */
extern int om_bootstrap_init (PyMethodDef *);
extern PyObject *om_bootstrap_call (const char *function, const char *format,
				    ...);

/* exception.c */
extern PyObject *om_take_exception (void);

#pragma GCC visibility pop

#endif /* OBJMODE_BASE_H */
