/* late-aux.c - A library with a constructor, for loader-aux.c.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

extern void from_constructor (void);

static void __attribute__ ((constructor))
constructor (void)
{
  from_constructor ();
}
