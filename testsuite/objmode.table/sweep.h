/* sweep.h - What the programs share that look for leaks.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef SWEEP_H
#define SWEEP_H 1

/* What Python and malloc hold.  It goes up and down a little, by what is
   kept for the next use; what leaks each time goes up each time.  */
struct held
{
  long references;		/* In a debug build, else 0.  */
  long watched;			/* References to what `watch' has found.  */
  long blocks;			/* Allocated by pymalloc.  */
  long mallocs;			/* By malloc, not freed; see sweep.c.  */
};

extern struct held held_now (void);

/* Watch the objects that there are now: their references are counted one by
   one, as no debug build is needed for, and whoever changes them.  NumPy for the
   ordinary Python works with a debug build, but does not tell it of its
   references.  Return how many objects there are, 0 on failure.  */
extern long watch (void);

/* Hold some more objects, or if not OBJECTS one more reference to one of those
   that are watched: the leak that must be found.  */
extern void plant_leak (int objects);

/* Return 1 if something has grown by N or more from BEFORE to AFTER.  */
extern int grown_p (struct held before, struct held after, long n);

/* Return 1 if BEFORE and AFTER are the same.  */
extern int same_p (struct held before, struct held after);

/* Let the garbage go.  */
extern void collect (void);

/* Make the N-th allocation from now on fail, counting from 1, and if LASTING
   all behind it: of CPython's three domains, or with C by malloc and its like.
   If NEAR count only what objmode asks for, and NumPy that it calls itself.
   0: none fails.  Return 1 if one has failed since the last call, 2 if it was
   one that objmode or CPython's C API on its behalf asked for, not Python code
   or NumPy: those do not clear up everything themselves.  */
extern int fail_allocation (long n, int lasting, int c, int near);

#endif /* SWEEP_H */
