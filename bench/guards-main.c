/* guards-main.c - A program for guards.c as a shared library.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

extern int guards_main (int, char **);

int
main (int argc, char **argv)
{
  return guards_main (argc, argv);
}
